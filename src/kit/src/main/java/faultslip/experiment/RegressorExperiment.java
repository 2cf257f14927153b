package faultslip.experiment;

import faultslip.ced.ModelKey;
import faultslip.evaluate.baseline.EmissionRegression;
import faultslip.evaluate.baseline.EmissionStatistics;
import faultslip.evaluate.baseline.RegressorKind;
import faultslip.experiment.ResultRow.Reading;
import faultslip.series.Recording;
import faultslip.series.Series;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A regressor on statistics of the emission, on the laboratory's segments of the core chain: fitted on the training
 * segment, tested on the test segment; the validation segment only calibrates intervals. Windows are as long as the
 * network's, and a quarter of that, behind each sample and, where windows look ahead, before it too.
 *
 * @param target what is predicted
 */
public record RegressorExperiment(RegressorKind kind, Target target, LookAhead lookAhead) implements Experiment {

  /** All regressors on one target, in the order of their ids. */
  static Stream<Experiment> of(Target target, LookAhead lookAhead) {
    var kinds = RegressorKind.registry();
    return kinds.ids().stream().map(id -> new RegressorExperiment(kinds.get(id), target, lookAhead));
  }

  @Override
  public String id() {
    return target.prefix() + lookAhead.prefix() + (target == Target.FAULT_STATE ? "baseline-" : "") + kind.id();
  }

  @Override
  public String title() {
    return lookAhead.title(kind.title());
  }

  @Override
  public boolean hasSimulation() {
    return false;
  }

  @Override
  public List<Result> run(ExperimentContext context, long seed) {
    Target.Tests tests = target.of(context, LookAhead.WINDOW); // on the laboratory, either has the same segments
    TestSegment segment = tests.segments().get(0);
    int width = tests.models().method().laboratoryWindows().training().width();
    List<Integer> windows = List.of(width / 4, width);
    EmissionStatistics statistics =
        new EmissionStatistics(windows, lookAhead == LookAhead.WINDOW ? windows : List.of());
    String provenance = EmissionRegression.provenance(kind, seed);
    ModelKey key = ModelKey.of(kind.id()).with("revision", EmissionRegression.REVISION).with("statistics", statistics)
        .with("regressor", provenance).with("seed", seed).with("training", segment.known())
        .with("calibrating", segment.between()).with("test", segment.recording()).build();
    // From the store if it was asked before.
    double[][] predicted = context.store().results().get(key, () -> {
      EmissionRegression regression = new EmissionRegression(kind, statistics, segment.known(), seed);
      return new double[][] {said(regression, segment.recording()), said(regression, segment.between())};
    });
    double seconds = lookAhead == LookAhead.WINDOW ? (width - 1) * segment.whole().clock().interval() : 0;
    Series between = segment.between().fault().with(predicted[1]);
    return List.of(segment.result(this, context, ResultRow.Model.other(kind.id(), seed, provenance),
        new Reading(Amplitude.RAW, seconds), segment.recording().fault().with(predicted[0]), Optional.empty(),
        Optional.of(() -> between)));
  }

  private static double[] said(EmissionRegression regression, Recording segment) {
    return regression.predict(segment).values();
  }
}
