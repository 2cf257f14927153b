package faultslip.notebook;

import com.sun.management.OperatingSystemMXBean;
import faultslip.FaultslipException;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Set;

/**
 * What a notebook runs on, as far as the kit's results and its native libraries depend on it.
 *
 * @param java version of the JDK
 * @param system name of the operating system
 * @param architecture of the processor, as Java names it
 * @param heap bytes the heap may grow to
 * @param memory bytes of the whole machine or container
 * @param nativeThreads value of OMP_NUM_THREADS; "" if it is not set
 */
record Machine(String java, String system, String architecture, long heap, long memory, String nativeThreads) {
  static final long OFF_HEAP = 1L << 30;

  private static final Set<String> ARCHITECTURES = Set.of("amd64", "x86_64", "aarch64", "arm64");
  private static final long LEAST_HEAP = 700L << 20;
  private static final double GIB = 1L << 30;

  static Machine ofThisProcess() {
    String threads = System.getenv("OMP_NUM_THREADS");
    return new Machine(System.getProperty("java.version"), System.getProperty("os.name"), System.getProperty("os.arch"),
        Runtime.getRuntime().maxMemory(),
        ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize(),
        threads == null ? "" : threads);
  }

  /** @throws FaultslipException saying what is too little or unsupported, and what to do */
  void check() {
    if (!ARCHITECTURES.contains(architecture)) {
      throw new FaultslipException("ND4J has no native library for " + system + " on " + architecture
          + "; use a 64-bit JDK on x86-64 or arm64.");
    }
    if (heap < LEAST_HEAP) {
      throw new FaultslipException(String.format(Locale.ROOT,
          "The kernel's heap may grow to %.1f GiB only; start it with -Xmx1g.", heap / GIB));
    }
    if (memory < LEAST_HEAP + OFF_HEAP) {
      throw new FaultslipException(String.format(Locale.ROOT,
          "This machine has %.1f GiB of memory; training needs %.1f GiB: %.1f for the heap, %.1f off it.",
          memory / GIB, (LEAST_HEAP + OFF_HEAP) / GIB, LEAST_HEAP / GIB, OFF_HEAP / GIB));
    }
  }

  /** All of it in one line. */
  String describe() {
    String line = String.format(Locale.ROOT, "Java %s, %s %s, %.1f GiB of heap, %.1f GiB of memory", java, system,
        architecture, heap / GIB, memory / GIB);
    return nativeThreads.equals("1") ? line
        : line + "; OMP_NUM_THREADS is not 1, so last digits may differ from those of ./reproduce";
  }
}
