package faultslip.experiment;

import faultslip.evaluate.baseline.PeriodicPredictor;
import faultslip.experiment.TimeToFailure.Timed;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.series.Standardisation;
import faultslip.study.Study;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What predicts the time to failure without listening to the emission. */
public enum TimeToFailureReference implements Experiment {
  /** The mean recurrence time of the training segment after each failure as it comes; on other recordings their own. */
  PERIODIC,
  /** Always the mean time to failure of the training segment. */
  MEAN;

  @Override
  public String id() {
    return Target.TIME_TO_FAILURE.prefix() + word();
  }

  @Override
  public String title() {
    return word() + " predictor";
  }

  private String word() {
    return this == PERIODIC ? "periodic" : "mean";
  }

  @Override
  public LeadingScore leadingScore() {
    return LeadingScore.MAE;
  }

  @Override
  public boolean isSeeded() {
    return false;
  }

  @Override
  public boolean hasSimulation() {
    return false;
  }

  @Override
  public Optional<String> obstacle(Study study) {
    return TimeToFailure.obstacle(study);
  }

  @Override
  public List<Result> run(ExperimentContext context, long seed) {
    Stream<Timed> tested = new TimeToFailure(context).timed().stream().limit(this == MEAN ? 1 : Long.MAX_VALUE);
    return tested.map(timed -> timed.segment()
        .result(this, context, ResultRow.Model.other(word(), seed, ""), predict(timed))).toList();
  }

  private Series predict(Timed timed) {
    Recording recording = timed.segment().recording();
    if (this == PERIODIC) {
      return new PeriodicPredictor(timed.recurrence()).predict(timed.failures(), recording.clock(), recording.length());
    }
    double[] values = new double[recording.length()];
    Arrays.fill(values, Standardisation.of(timed.segment().known().fault()).mean());
    return new Series(recording.fault().name(), recording.fault().unit(), recording.clock(), values);
  }
}
