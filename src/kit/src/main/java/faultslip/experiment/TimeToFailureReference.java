package faultslip.experiment;

import faultslip.evaluate.baseline.PeriodicPredictor;
import faultslip.experiment.TimeToFailure.Timed;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.series.Standardisation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What predicts the time to failure without listening to the emission. */
public final class TimeToFailureReference extends TargetExperiment {
  /** The mean recurrence time of the training segment after each failure as it comes; on other recordings their own. */
  public static final Experiment PERIODIC = new TimeToFailureReference("periodic");
  /** Always the mean time to failure of the training segment. */
  public static final Experiment MEAN = new TimeToFailureReference("mean");

  private final String word;

  private TimeToFailureReference(String word) {
    super(Target.TIME_TO_FAILURE.prefix() + word, word + " predictor", Target.TIME_TO_FAILURE, false);
    this.word = word;
  }

  @Override
  public boolean isSeeded() {
    return false;
  }

  @Override
  public List<Result> run(ExperimentContext context, long seed) {
    Stream<Timed> tested = new TimeToFailure(context).timed().stream().limit(this == MEAN ? 1 : Long.MAX_VALUE);
    return tested.map(timed -> timed.segment()
        .result(this, context, ResultRow.Model.other(word, seed, ""), predict(timed))).toList();
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
