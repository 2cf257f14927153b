package faultslip.experiment;

import faultslip.ced.Prediction;
import faultslip.evaluate.Scores;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.series.Standardisation;
import faultslip.split.Split;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a model is tested on.
 *
 * @param recording emission, and the fault state to predict
 * @param known the part of the fault's recording that mean and standard deviation are taken from; the mean predictor
 *     beside every score says the mean of it
 * @param percentFrom smallest truth that takes part in a MAPE, in the fault state's unit; 0 lets all take part
 */
public record TestSegment(Recording recording, Recording known, double percentFrom) {

  /** The test segment of a split, whose training segment is known. */
  public static TestSegment of(Split split) {
    return new TestSegment(split.testing(), split.training(), 0);
  }

  /** A recording on which nothing is trained; mean and standard deviation of the whole are known. */
  public static TestSegment whole(Recording recording) {
    return new TestSegment(recording, recording, 0);
  }

  /**
   * What something that is not a network says of the segment, with its scores.
   *
   * @param predicted fault state over the segment, of its length
   * @throws faultslip.FaultslipException if it is of another length
   */
  public Result result(Experiment experiment, ExperimentContext context, ResultRow.Model model, Series predicted) {
    return result(experiment, context, model, predicted, Optional.empty());
  }

  Result result(Experiment experiment, ExperimentContext context, ResultRow.Model model, Series predicted,
      Optional<Prediction> images) {
    Series truth = recording.fault();
    String simulation = experiment.hasSimulation() ? context.study().simulation().name() : "";
    int leftOut = (int) Arrays.stream(truth.values()).filter(value -> Math.abs(value) < percentFrom).count();
    Scores scores = Scores.of(truth, predicted, Standardisation.of(known.fault()).mean(), percentFrom);
    return new Result(new ResultRow(new ResultRow.Subject(context.study().name(), simulation, experiment.id()),
        new ResultRow.Tested(recording.name(), truth.unit(), leftOut), model, scores), truth, predicted, images);
  }
}
