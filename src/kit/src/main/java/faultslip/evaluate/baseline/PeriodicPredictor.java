package faultslip.evaluate.baseline;

import faultslip.evaluate.EvaluationException;
import faultslip.series.Clock;
import faultslip.series.FailureCatalogue;
import faultslip.series.Series;

/**
 * Predicts the time to failure without listening: failures recur, so the next one is due one mean recurrence time after
 * the last. Unlike a network, it is told of every failure once it has begun.
 *
 * @param recurrence mean time from one failure to the next over the training segment, in seconds, positive
 */
public record PeriodicPredictor(double recurrence) {

  /** @throws EvaluationException if the recurrence is not positive and finite */
  public PeriodicPredictor {
    if (!(recurrence > 0) || Double.isInfinite(recurrence)) {
      throw new EvaluationException("Mean recurrence of failures is " + recurrence
          + " s; give a positive number of seconds.");
    }
  }

  /**
   * At each sample, the recurrence less the time since the last failure that began before it, and 0 when that is
   * overdue. Before the first failure, half the recurrence: nothing is known of where in its cycle the fault is.
   *
   * @param failures of the whole recording; only those before a sample have influence on it
   * @param clock of the segment to predict
   * @param samples to predict, at least 1
   * @return in seconds, 0 or above
   */
  public Series predict(FailureCatalogue failures, Clock clock, int samples) {
    double[] times = failures.times();
    double[] left = new double[samples];
    int begun = 0;
    for (int i = 0; i < samples; i++) {
      double time = clock.timeOf(i);
      // A failure may miss its sample by the rounding of two clocks.
      while (begun < times.length && times[begun] < time - 1e-6 * clock.interval()) {
        begun++;
      }
      left[i] = begun == 0 ? recurrence / 2 : Math.max(0, recurrence - (time - times[begun - 1]));
    }
    return new Series("time to failure", "s", clock, left);
  }
}
