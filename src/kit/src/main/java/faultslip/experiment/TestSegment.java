package faultslip.experiment;

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

  double knownMean() {
    return Standardisation.of(known.fault()).mean();
  }

  /**
   * What is said of the segment, with its scores.
   *
   * @param predicted fault state over the segment, of its length
   * @throws faultslip.FaultslipException if it is of another length
   */
  public Result result(Experiment experiment, ExperimentContext context, ResultRow.Model model, Series predicted) {
    Series truth = recording.fault();
    String simulation = experiment.hasSimulation() ? context.study().simulation().name() : "";
    int leftOut = (int) Arrays.stream(truth.values()).filter(value -> Math.abs(value) < percentFrom).count();
    Scores scores = Scores.of(truth, predicted, knownMean(), percentFrom);
    return new Result(new ResultRow(context.study().name(), simulation, experiment.id(), recording.name(),
        truth.unit(), leftOut, model, scores), truth, predicted, Optional.empty());
  }
}
