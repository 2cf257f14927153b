package faultslip.experiment;

import faultslip.ced.Prediction;
import faultslip.evaluate.TimeToFailureScores;
import faultslip.series.Series;
import java.util.Optional;

/**
 * A predicted time to failure, for one model and seed.
 *
 * @param study name of the study
 * @param model which model: "cross-trained", "random-forest", "periodic"
 * @param recording the recording tested on
 * @param key the model's key, abbreviated; its name where nothing is stored
 * @param seed the training's seed
 * @param truth time to the next failure over the test segment, in seconds
 * @param predicted of the same length, in seconds; not cut off at 0
 * @param scores of the prediction
 * @param prediction in full, with scalograms and deviation; empty for what is not a network
 */
public record TimeToFailureResult(String study, String model, String recording, String key, long seed, Series truth,
    Series predicted, TimeToFailureScores scores, Optional<Prediction> prediction) {

  /** As a row of the result table, "time-to-failure-cross-trained"; its MAPE leaves out what is near zero. */
  public ResultRow row() {
    return new ResultRow(study, "time-to-failure-" + model, recording, truth.unit(), key, seed, scores.scores());
  }
}
