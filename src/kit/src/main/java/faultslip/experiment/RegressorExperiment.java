package faultslip.experiment;

import faultslip.ced.ModelKey;
import faultslip.evaluate.baseline.EmissionRegression;
import faultslip.evaluate.baseline.EmissionStatistics;
import faultslip.evaluate.baseline.RegressorKind;
import faultslip.series.Series;
import java.util.List;
import java.util.stream.Stream;

/**
 * A regressor on statistics of the emission, on the laboratory's segments of the core chain: fitted on the training
 * segment, tested on the test segment; the validation segment is not used. Windows are as long as the network's, and a
 * quarter of that.
 *
 * @param target what is predicted
 */
public record RegressorExperiment(RegressorKind kind, Target target) implements Experiment {

  /** All regressors on one target, in the order of their ids. */
  static Stream<Experiment> of(Target target) {
    var kinds = RegressorKind.registry();
    return kinds.ids().stream().map(id -> new RegressorExperiment(kinds.get(id), target));
  }

  @Override
  public String id() {
    return (target == Target.FAULT_STATE ? "baseline-" : target.prefix()) + kind.id();
  }

  @Override
  public String title() {
    return kind.title();
  }

  @Override
  public boolean hasSimulation() {
    return false;
  }

  @Override
  public List<Result> run(ExperimentContext context, long seed) {
    Target.Tests tests = target.of(context);
    TestSegment segment = tests.segments().get(0);
    int width = tests.models().method().laboratoryWindows().training().width();
    String provenance = EmissionRegression.provenance(kind, seed);
    EmissionStatistics statistics = new EmissionStatistics(List.of(width / 4, width));
    ModelKey key = ModelKey.of(kind.id()).with("revision", EmissionRegression.REVISION).with("statistics", statistics)
        .with("regressor", provenance).with("seed", seed).with("training", segment.known())
        .with("test", segment.recording()).build();
    // From the store if it was asked before.
    double[][] predicted = context.store().results().get(key, () -> new double[][] {
        new EmissionRegression(kind, statistics, segment.known(), seed).predict(segment.recording()).values()});
    Series truth = segment.recording().fault();
    return List.of(segment.result(this, context, ResultRow.Model.other(kind.id(), seed, provenance),
        new Series(truth.name(), truth.unit(), truth.clock(), predicted[0])));
  }
}
