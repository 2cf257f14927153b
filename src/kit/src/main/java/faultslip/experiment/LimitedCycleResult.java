package faultslip.experiment;

import faultslip.ced.Prediction;
import faultslip.evaluate.Scores;

/**
 * What a model says that was cross-trained on half a seismic cycle, for one seed.
 *
 * @param part which half
 * @param study name of the study
 * @param key the model's key, abbreviated
 * @param seed the training's seed
 * @param validationLoss best validation loss of the training, on the last tenth of the half
 * @param prediction of the recording tested on, at the refined sampling
 * @param scores of that prediction at the samples of the recording itself
 */
public record LimitedCycleResult(CyclePart part, String study, String key, long seed, double validationLoss,
    Prediction prediction, Scores scores) {

  /** As a row of the result table: "limited-cycle-post-failure". */
  public ResultRow row() {
    return new ResultRow(study, "limited-cycle-" + part.id(), prediction.segment().name(),
        prediction.segment().fault().unit(), key, seed, scores);
  }
}
