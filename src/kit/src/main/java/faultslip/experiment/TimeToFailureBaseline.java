package faultslip.experiment;

import faultslip.evaluate.baseline.PeriodicPredictor;
import faultslip.evaluate.baseline.RegressorKind;
import faultslip.experiment.TimeToFailureTargets.Target;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.study.Study;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What predicts the time to failure without a network.
 *
 * @param kind of regressor, on statistics of the emission; empty for what needs none: see {@code periodic}
 * @param periodic whether the mean recurrence time is added to each failure as it comes; else it is the mean, if there
 *     is no regressor
 */
public record TimeToFailureBaseline(Optional<RegressorKind> kind, boolean periodic) implements Experiment {

  /** A regressor. */
  public static TimeToFailureBaseline of(RegressorKind kind) {
    return new TimeToFailureBaseline(Optional.of(kind), false);
  }

  /** The mean recurrence time of the training segment after each failure as it comes; on other recordings their own. */
  public static TimeToFailureBaseline clock() {
    return new TimeToFailureBaseline(Optional.empty(), true);
  }

  /** Always the mean time to failure of the training segment. */
  public static TimeToFailureBaseline mean() {
    return new TimeToFailureBaseline(Optional.empty(), false);
  }

  private String name() {
    return kind.map(RegressorKind::id).orElse(periodic ? "periodic" : "mean");
  }

  @Override
  public String id() {
    return "time-to-failure-" + name();
  }

  @Override
  public String title() {
    return kind.map(RegressorKind::title).orElse(name() + " predictor");
  }

  @Override
  public LeadingScore leadingScore() {
    return LeadingScore.MAE;
  }

  @Override
  public boolean isSeeded() {
    return kind.isPresent();
  }

  @Override
  public boolean hasSimulation() {
    return false;
  }

  @Override
  public Optional<String> obstacle(Study study) {
    return TimeToFailureTargets.obstacle(study);
  }

  @Override
  public List<Result> run(ExperimentContext context, long seed) {
    TimeToFailureTargets targets = new TimeToFailureTargets(context);
    ResultRow.Subject subject = targets.subject(id());
    Target target = targets.target();
    if (kind.isPresent()) {
      return List.of(target.result(subject, EmissionBaseline.model(kind.get(), seed),
          EmissionBaseline.predict(kind.get(), targets.context(), targets.laboratory(), seed)));
    }
    ResultRow.Model model = ResultRow.Model.other(name(), seed, "");
    if (!periodic) {
      return List.of(target.result(subject, model, constant(target)));
    }
    List<Result> results = new ArrayList<>();
    results.add(target.result(subject, model, clock(target)));
    targets.others().forEach(other -> results.add(other.result(subject, model, clock(other))));
    return results;
  }

  private static Series clock(Target target) {
    Recording recording = target.recording();
    return new PeriodicPredictor(target.recurrence()).predict(target.failures(), recording.clock(), recording.length());
  }

  private static Series constant(Target target) {
    Series truth = target.recording().fault();
    double[] values = new double[truth.length()];
    Arrays.fill(values, target.mean());
    return new Series(truth.name(), truth.unit(), truth.clock(), values);
  }
}
