package faultslip.onednn;

import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.stream;

/** A primitive of oneDNN with all memory that it reads and writes: made once, run at every step. */
record Kernel(primitive computation, stream order, IntMemoryMap arguments) implements Runnable {

  @Override
  public void run() {
    computation.execute(order, arguments);
  }
}
