package faultslip.ced;

/** Told how a training gets on; called from the training's thread. */
@FunctionalInterface
public interface TrainingProgress {
  /** Tells nobody. */
  TrainingProgress SILENT = (step, steps, bestLoss) -> {};

  /**
   * Says how far the training is.
   *
   * @param step steps done, 0 to {@code steps}; {@code steps} is reported last, also after an early stop
   * @param steps steps at most
   * @param bestLoss best validation loss so far (1 is as bad as predicting 0), NaN before the first validation
   */
  void at(int step, int steps, double bestLoss);
}
