package faultslip.experiment;

import faultslip.ced.Prediction;
import faultslip.evaluate.Scores;

/**
 * What an unchanged model says of another recording, for one seed.
 *
 * @param model whose model
 * @param study name of the study
 * @param key the model's key, abbreviated
 * @param seed the training's seed
 * @param prediction of the whole recording
 * @param scores of that prediction, beside the recording's own mean
 */
public record SecondExperimentResult(Experiment model, String study, String key, long seed, Prediction prediction,
    Scores scores) {

  /** As a row of the result table: "second-experiment-cross-trained". */
  public ResultRow row() {
    return new ResultRow(study, "second-experiment-" + model.id(), prediction.segment().name(),
        prediction.segment().fault().unit(), key, seed, scores);
  }
}
