package org.nd4j.nativeblas;

/**
 * Lets DL4J 1.0.0-M2.1 find oneDNN.
 *
 * <p>Its convolution helpers ask {@code org.nd4j.nativeblas.Nd4jCpu.Environment.getInstance().isUseMKLDNN()} by
 * reflection; in this release the bindings moved and the method was renamed, so that the answer is always no, and
 * convolutions run ten times slower. This class stands at the old name and asks at the new one.
 */
public final class Nd4jCpu {
  private Nd4jCpu() {}

  /** The environment under its old name. */
  public static final class Environment {
    private static final Environment INSTANCE = new Environment();

    private Environment() {}

    public static Environment getInstance() {
      return INSTANCE;
    }

    /** Whether the native library was built with oneDNN (formerly MKL-DNN) and uses it. */
    public boolean isUseMKLDNN() {
      return org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment.getInstance().isUseONEDNN();
    }
  }
}
