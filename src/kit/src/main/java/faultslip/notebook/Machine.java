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

  static Machine ofThisProcess() {
    return new Machine(System.getProperty("java.version"), System.getProperty("os.name"), System.getProperty("os.arch"),
        Runtime.getRuntime().maxMemory(),
        ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize(),
        System.getenv().getOrDefault("OMP_NUM_THREADS", ""));
  }

  /** @throws FaultslipException saying what is too little or unsupported, and what to do */
  void check() {
    if (!ARCHITECTURES.contains(architecture)) {
      throw new FaultslipException("ND4J has no native library for " + system + " on " + architecture
          + "; use a 64-bit JDK on x86-64 or arm64.");
    }
    if (heap < LEAST_HEAP) {
      throw new FaultslipException("The kernel's heap may grow to " + gib(heap) + " only; start it with -Xmx1g.");
    }
    if (memory < LEAST_HEAP + OFF_HEAP) {
      throw new FaultslipException("This machine has %s of memory; training needs %s: %s for the heap, %s off it."
          .formatted(gib(memory), gib(LEAST_HEAP + OFF_HEAP), gib(LEAST_HEAP), gib(OFF_HEAP)));
    }
  }

  /** All of it in one line. */
  String describe() {
    return "Java %s, %s %s, %s of heap, %s of memory".formatted(java, system, architecture, gib(heap), gib(memory))
        + (nativeThreads.equals("1") ? ""
            : "; OMP_NUM_THREADS is not 1, so last digits may differ from those of ./reproduce");
  }

  private static String gib(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
  }
}
