package faultslip.gouge;

/** Told how a simulation gets on; called from the thread that simulates. */
@FunctionalInterface
public interface SimulationProgress {
  /** Tells nobody. */
  SimulationProgress SILENT = (done, all) -> {};

  /** Says how far the simulation is: how many of all its time steps are done, 0 at first. */
  void at(long done, long all);
}
