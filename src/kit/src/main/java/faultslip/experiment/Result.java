package faultslip.experiment;

import faultslip.ced.Prediction;
import faultslip.evaluate.Scores;
import faultslip.series.Series;
import faultslip.series.Standardisation;
import faultslip.split.Split;
import java.util.Objects;
import java.util.Optional;

/**
 * What an experiment found on one recording, for one seed.
 *
 * @param row the scores, and what they are of
 * @param truth the fault state over the segment tested on
 * @param predicted of the same length, in the same unit
 * @param images the prediction in full, with scalograms and deviation; empty for what is not a network
 */
public record Result(ResultRow row, Series truth, Series predicted, Optional<Prediction> images) {

  /** @throws ExperimentException if truth and prediction differ in length */
  public Result {
    Objects.requireNonNull(row, "row");
    Objects.requireNonNull(images, "images");
    if (truth.length() != predicted.length()) {
      throw new ExperimentException(("Experiment '%s' predicts %d samples of '%s', which has %d; predict the whole "
          + "segment.").formatted(row.experiment(), predicted.length(), row.recording(), truth.length()));
    }
  }

  /**
   * What something that is not a network says of a test segment, scored beside the mean of the training segment.
   *
   * @param experiment whose id its row has
   * @param split of the recording that was tested on
   * @param predicted fault state over the test segment
   * @throws faultslip.FaultslipException if it is of another length
   */
  public static Result onTestSegment(Experiment experiment, ExperimentContext context, long seed, Split split,
      Series predicted) {
    Series truth = split.testing().fault();
    String simulation = experiment.hasSimulation() ? context.study().simulation().name() : "";
    Scores scores = Scores.of(truth, predicted, Standardisation.of(split.training().fault()).mean());
    return new Result(new ResultRow(new ResultRow.Subject(context.study().name(), simulation, experiment.id()),
        ResultRow.Tested.of(split.testing().name(), truth), ResultRow.Model.other(experiment.id(), seed, ""), scores),
        truth, predicted, Optional.empty());
  }

  /** What a network says of a segment, with its images. */
  static Result of(ResultRow row, Prediction prediction) {
    return new Result(row, prediction.segment().fault(), prediction.fault(), Optional.of(prediction));
  }

  public Scores scores() {
    return row.scores();
  }

  /** Name of the recording tested on. */
  public String recording() {
    return row.recording();
  }

  /**
   * The prediction in full.
   *
   * @throws ExperimentException if it is not one of a network
   */
  public Prediction prediction() {
    return images.orElseThrow(() ->
        new ExperimentException("'" + row.experiment() + "' is no network, and has no images to show; "
        + "take its truth and what it predicts."));
  }
}
