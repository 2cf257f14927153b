package faultslip.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Time of the processor: on a shared machine the clock on the wall counts others' work. */
final class CpuTime {
  private static final double NANOS = 1e9;

  private CpuTime() {}

  /** What this process has used so far, in seconds: all of its threads, so that garbage is paid for. */
  static double seconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / NANOS;
  }

  /** What so many runs take each, in seconds. */
  static double each(int runs, Runnable work) {
    double start = seconds();
    for (int run = 0; run < runs; run++) {
      work.run();
    }
    return (seconds() - start) / runs;
  }
}
