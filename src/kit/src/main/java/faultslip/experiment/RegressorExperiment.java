package faultslip.experiment;

import faultslip.ced.ModelKey;
import faultslip.ced.RecordingStandardisation;
import faultslip.evaluate.baseline.EmissionRegression;
import faultslip.evaluate.baseline.EmissionStatistics;
import faultslip.evaluate.baseline.RegressorKind;
import faultslip.experiment.ResultRow.Reading;
import faultslip.series.BurstClock;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.study.SampledMethod;
import java.util.Arrays;
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
    return List.of(result(this, context, tests.segments().get(0), tests.models().method(), seed));
  }

  /** The result, as an experiment's, of fitting the known part of a segment. */
  Result result(Experiment experiment, ExperimentContext context, TestSegment segment, SampledMethod method,
      long seed) {
    int width = method.laboratoryWindows().training().width();
    List<Integer> windows = List.of(width / 4, width);
    EmissionStatistics statistics = new EmissionStatistics(windows,
        lookAhead == LookAhead.WINDOW ? windows : List.of(), bursts(method, segment.known()));
    String provenance = EmissionRegression.provenance(kind, seed);
    ModelKey key = ModelKey.of(kind.id()).with("revision", EmissionRegression.REVISION).with("statistics", statistics)
        .with("regressor", provenance).with("seed", seed).with("training", segment.known())
        .with("calibrating", segment.between()).with("test", segment.recording()).build();
    // From the store if it was asked before.
    List<Integer> lengths = List.of(segment.recording().length(), segment.between().length());
    double[][] predicted = context.store().results().get(key, lengths, () -> {
      EmissionRegression regression = new EmissionRegression(kind, statistics, segment.known(), seed);
      return new double[][] {said(regression, segment, segment.testedIn().from(), segment.testedIn().to()),
        said(regression, segment, segment.knownIn().to(), segment.testedIn().from())};
    });
    double seconds = lookAhead == LookAhead.WINDOW ? (width - 1) * segment.whole().clock().interval() : 0;
    Series between = segment.between().fault().with(predicted[1]);
    return segment.result(experiment, context, ResultRow.Model.other(kind.id(), seed, provenance),
        new Reading(Amplitude.RAW, seconds), segment.recording().fault().with(predicted[0]), Optional.empty(),
        Optional.of(() -> between));
  }

  private Optional<BurstClock> bursts(SampledMethod method, Recording known) {
    BurstClock bursts = method.settings().windows().nowcast().bursts();
    return lookAhead != LookAhead.NONE_WITH_BURST_CLOCK ? Optional.empty() : Optional.of(
        bursts.inUnitOf(RecordingStandardisation.of(known, method.transfer().image()).emission()));
  }

  // A clock has been set long before the segment begins; windows do not reach out of it.
  private double[] said(EmissionRegression regression, TestSegment segment, int from, int to) {
    int heardFrom = lookAhead == LookAhead.NONE_WITH_BURST_CLOCK ? 0 : from;
    double[] said = regression.predict(segment.whole().slice(heardFrom, to)).values();
    return Arrays.copyOfRange(said, from - heardFrom, said.length);
  }
}
