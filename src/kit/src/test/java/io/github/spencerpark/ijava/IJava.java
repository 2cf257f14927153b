package io.github.spencerpark.ijava;

import io.github.spencerpark.jupyter.kernel.display.Renderer;

/** Stands for IJava 1.3.0, which no Maven repository has; its renderer is the real one. */
public final class IJava {
  private static final Kernel KERNEL = new Kernel();

  private IJava() {}

  public static Kernel getKernelInstance() {
    return KERNEL;
  }

  /** The part of its kernel that shows results. */
  public static final class Kernel {
    private final Renderer renderer = new Renderer();

    public Renderer getRenderer() {
      return renderer;
    }
  }
}
