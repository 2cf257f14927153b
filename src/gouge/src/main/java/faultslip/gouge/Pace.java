package faultslip.gouge;

/** Reports steps now and then, and ends a simulation whose thread is interrupted. */
final class Pace {
  /** About a tenth of a second with 300 grains. */
  private static final long INTERVAL = 10_000;

  private final SimulationProgress progress;
  private final long all;
  private long next;

  Pace(SimulationProgress progress, long all, long done) {
    this.progress = progress;
    this.all = all;
    progress.at(done, all);
    next = done + INTERVAL;
  }

  /** @throws SimulationException if the thread is interrupted, which it stays */
  void at(long done) {
    if (done >= next || done == all) {
      next = done + INTERVAL;
      progress.at(done, all);
      if (Thread.currentThread().isInterrupted()) {
        throw new SimulationException("Simulation interrupted after %d of %d steps; run it again."
            .formatted(done, all));
      }
    }
  }
}
