package faultslip.experiment;

import faultslip.ced.Prediction;
import faultslip.evaluate.Scores;

/**
 * What an experiment found, for one seed.
 *
 * @param experiment which
 * @param study name of the study
 * @param model the model's key, abbreviated
 * @param seed the training's seed
 * @param validationLoss best validation loss of the training behind the model
 * @param prediction of the test segment
 * @param scores of that prediction
 */
public record ExperimentResult(Experiment experiment, String study, String model, long seed, double validationLoss,
    Prediction prediction, Scores scores) {

  /** As a row of the result table. */
  public ResultRow row() {
    return new ResultRow(study, experiment.id(), prediction.segment().name(),
        prediction.segment().fault().unit(), model, seed, scores);
  }
}
