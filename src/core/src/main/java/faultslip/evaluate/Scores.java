package faultslip.evaluate;

import faultslip.series.Series;

/**
 * Scores of a prediction. The MAPE alone flatters: friction moves by a tenth of itself, so that predicting its mean
 * already scores some 5 %. That number therefore stands beside it.
 *
 * @param mapePercent mean absolute percentage error, in percent of the truth
 * @param mae mean absolute error, in the unit of the fault state
 * @param rmse root mean square error, in the same unit
 * @param r2 coefficient of determination: 1 is perfect, 0 as good as the test segment's own mean, negative worse
 * @param meanPredictorMapePercent MAPE of always predicting the training segment's mean, in percent
 * @param samples number of samples scored
 */
public record Scores(double mapePercent, double mae, double rmse, double r2, double meanPredictorMapePercent,
    int samples) {

  /**
   * Scores a prediction over all samples of a segment.
   *
   * @param trainingMean mean of the fault state over the training segment of the same recording
   * @throws EvaluationException if the lengths differ, or the truth is constant, or zero somewhere
   */
  public static Scores of(Series truth, Series predicted, double trainingMean) {
    return of(truth, predicted, trainingMean, 0);
  }

  /**
   * Scores a prediction of a fault state that comes near zero, such as the time to failure. MAE, RMSE and R² are over
   * all samples; the two MAPEs leave out those whose truth is smaller than a limit.
   *
   * @param truth the true fault state, not constant
   * @param predicted of the same length
   * @param trainingMean mean of the fault state over the training segment of the same recording
   * @param percentFrom smallest |truth| that takes part in a MAPE, in the fault state's unit, 0 or above; 0 lets all
   *     take part, and refuses a truth of zero
   * @throws EvaluationException if the lengths differ, the truth is constant, or no sample is left for the MAPE
   */
  public static Scores of(Series truth, Series predicted, double trainingMean, double percentFrom) {
    if (!(percentFrom >= 0)) {
      throw new EvaluationException("Percentage errors from a truth of %s on asked for; give 0 or more."
          .formatted(percentFrom));
    }
    int samples = truth.length();
    if (predicted.length() != samples) {
      throw new EvaluationException(("%d samples predicted of '%s', which has %d; score a prediction of the same "
          + "segment.").formatted(predicted.length(), truth.name(), samples));
    }
    double mean = 0;
    for (int i = 0; i < samples; i++) {
      if (truth.value(i) == 0 && percentFrom == 0) {
        throw new EvaluationException(("'%s' is 0 at %.6g s, where a percentage error has no value; score it by RMSE "
            + "or shift it.").formatted(truth.name(), truth.clock().timeOf(i)));
      }
      mean += truth.value(i) / samples;
    }
    double absolute = 0;
    double relative = 0;
    double relativeOfMean = 0;
    double squared = 0;
    double variance = 0;
    int counted = 0;
    for (int i = 0; i < samples; i++) {
      double value = truth.value(i);
      double error = predicted.value(i) - value;
      if (Math.abs(value) >= percentFrom) {
        relative += Math.abs(error / value);
        relativeOfMean += Math.abs((trainingMean - value) / value);
        counted++;
      }
      absolute += Math.abs(error);
      squared += error * error;
      variance += (value - mean) * (value - mean);
    }
    // The rounded mean of a constant series can differ from its values in the last bit.
    if (!(Math.sqrt(variance / samples) > 1e-12 * Math.abs(mean))) {
      throw new EvaluationException(("'%s' is constant (%s) over the %d samples to score; choose a segment in which it "
          + "moves.").formatted(truth.name(), truth.value(0), samples));
    }
    if (counted == 0) {
      throw new EvaluationException(("'%s' is below %s in all of its %d samples, so no percentage error is left; "
          + "give a lower limit.").formatted(truth.name(), percentFrom, samples));
    }
    return new Scores(100 * relative / counted, absolute / samples, Math.sqrt(squared / samples),
        1 - squared / variance, 100 * relativeOfMean / counted, samples);
  }

  /** Share of the mean predictor's MAPE that is gone: 1 is perfect, 0 no better than the mean, negative worse. */
  public double skill() {
    return 1 - mapePercent / meanPredictorMapePercent;
  }
}
