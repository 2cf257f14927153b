package faultslip.ced;

import java.lang.reflect.Method;
import java.util.Objects;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** ND4J's native library: found, quiet, on one thread, with oneDNN switched on. */
public final class NativeBackend {
  // DL4J reads this when it first builds a layer; without it convolutions run ten times slower.
  private static final String HELPERS = "org.eclipse.deeplearning4j.helpers.disable";
  private static final String THREADS = "OMP_NUM_THREADS";

  static {
    System.setProperty(HELPERS, "false");
    try {
      Nd4j.getBackend();
    } catch (RuntimeException | LinkageError e) {
      throw new CedException("ND4J's native library does not load on " + System.getProperty("os.name") + " "
          + System.getProperty("os.arch") + ": " + e.getMessage()
          + "; rebuild on this machine (mvn package), or choose a classifier for its CPU (-Dnd4j.classifier=...).", e);
    }
  }

  private NativeBackend() {}

  /**
   * Loads the native library, and has what the calling thread asks of it done on one native thread, unless the
   * environment variable {@code OMP_NUM_THREADS} says otherwise.
   *
   * @throws CedException if it does not load on this platform
   */
  public static void require() {
    if (System.getenv(THREADS) == null) {
      NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
      // OpenBLAS counts its threads by itself; how many they are shows in the last bits.
      Nd4j.factory().blas().setMaxThreads(1);
    }
  }

  /** What computes: engine of networks, backend and threads, for provenance. */
  public static String describe() {
    return "%s%s, %s=%s".formatted(NetworkEngine.kind().map(kind -> kind.describe() + ", ").orElse(""),
        Nd4j.getBackend().getClass().getSimpleName(), THREADS, Objects.requireNonNullElse(System.getenv(THREADS), "1"));
  }

  /** Has the C library give freed memory back: between temporary arrays of many sizes gigabytes would gather. */
  static void trimMemory() {
    if (System.getenv("MALLOC_TRIM_THRESHOLD_") != null) {
      return; // It has been told how much to keep.
    }
    try {
      // By itself JavaCPP calls it only where it allocates, which ND4J does not leave to it.
      Method trim = Pointer.class.getDeclaredMethod("trimMemory");
      trim.setAccessible(true);
      trim.invoke(null);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return; // Of another JavaCPP: more memory, the same numbers.
    }
  }
}
