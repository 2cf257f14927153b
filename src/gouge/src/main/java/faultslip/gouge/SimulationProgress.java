package faultslip.gouge;

/** Told how a simulation gets on; called from the thread that simulates. */
@FunctionalInterface
public interface SimulationProgress {
  /** Tells nobody. */
  SimulationProgress SILENT = (done, all) -> {};

  /**
   * Says how far the simulation is.
   *
   * @param done time steps done, 0 to {@code all}
   * @param all time steps to be done
   */
  void at(long done, long all);
}
