package faultslip.evaluate;

import faultslip.series.Series;

/**
 * Scores of a predicted time to failure. A percentage of a time that goes to zero has no meaning, so the error in
 * seconds leads, and the MAPE says from what time on it counts and what that leaves out.
 *
 * @param scores MAE and RMSE (in seconds) and R² over all samples; the MAPEs over those with {@code percentFrom} or
 *     more to go
 * @param percentFrom shortest true time to failure that takes part in a MAPE, in seconds
 * @param excluded samples with less to go, which the MAPEs leave out
 */
public record TimeToFailureScores(Scores scores, double percentFrom, int excluded) {

  /**
   * Scores a prediction over all samples of a segment.
   *
   * @param truth the true time to failure, in seconds
   * @param predicted of the same length, in seconds
   * @param trainingMean mean time to failure over the training segment, in seconds
   * @param percentFrom shortest true time that takes part in a MAPE, in seconds, positive
   * @throws EvaluationException if the lengths differ, the limit is not positive, or no sample reaches it
   */
  public static TimeToFailureScores of(Series truth, Series predicted, double trainingMean, double percentFrom) {
    if (!(percentFrom > 0)) {
      throw new EvaluationException(("MAPE of the time to failure from %s s on asked for; give a positive number of "
          + "seconds.").formatted(percentFrom));
    }
    Scores scores = Scores.of(truth, predicted, trainingMean, percentFrom);
    int excluded = 0;
    for (int i = 0; i < truth.length(); i++) {
      excluded += truth.value(i) < percentFrom ? 1 : 0;
    }
    return new TimeToFailureScores(scores, percentFrom, excluded);
  }

  /** Mean absolute error over all samples, in seconds. */
  public double maeSeconds() {
    return scores.mae();
  }
}
