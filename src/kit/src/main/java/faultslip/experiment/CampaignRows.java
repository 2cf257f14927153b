package faultslip.experiment;

import faultslip.evaluate.baseline.RegressorKind;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The results of a campaign as rows of a table. What has no result on the study has no row. */
public final class CampaignRows {
  /** Told how far a list of results is. */
  @FunctionalInterface
  public interface Progress {
    /** @param part how many of the parts are done, 1 to {@code parts} */
    void done(int part, int parts);
  }

  private final Campaign campaign;

  CampaignRows(Campaign campaign) {
    this.campaign = campaign;
  }

  /** Every result: core chain, baselines, second experiment, one cycle, time to failure. */
  public List<ResultRow> all() {
    return all(1, (part, parts) -> { });
  }

  /**
   * The same, told how far it is: what the model store lacks takes seconds a result.
   *
   * @param threads parts at once, at least 1; changes no number
   */
  public List<ResultRow> all(int threads, Progress progress) {
    List<Supplier<List<ResultRow>>> parts = Stream.of(
        each(List.of(Experiment.values()), this::of),
        each(RegressorKind.all(), this::baselines),
        each(Experiment.ON_LABORATORY, this::secondExperiment),
        each(List.of(CyclePart.values()), this::limitedCycle),
        each(Experiment.ON_LABORATORY, this::timeToFailure),
        Stream.<Supplier<List<ResultRow>>>of(this::timeToFailureBaselines)).flatMap(part -> part).toList();
    AtomicInteger done = new AtomicInteger();
    return Campaign.sideBySide(threads, parts.stream().<Callable<List<ResultRow>>>map(part -> () -> {
      List<ResultRow> rows = part.get();
      progress.done(done.incrementAndGet(), parts.size());
      return rows;
    }).toList()).stream().flatMap(List::stream).toList();
  }

  private static <K> Stream<Supplier<List<ResultRow>>> each(List<K> kinds, Function<K, List<ResultRow>> rows) {
    return kinds.stream().map(kind -> () -> rows.apply(kind));
  }

  /** Those of some experiments of the core chain. */
  public List<ResultRow> of(Experiment... experiments) {
    return Stream.of(experiments).flatMap(experiment -> campaign.results(experiment).stream()).map(ExperimentResult::row).toList();
  }

  /** Those of the regressors on statistics of the emission. */
  public List<ResultRow> baselines() {
    return RegressorKind.all().stream().flatMap(kind -> baselines(kind).stream()).toList();
  }

  private List<ResultRow> baselines(RegressorKind kind) {
    return campaign.baseline(kind).stream().map(EmissionBaselineResult::row).toList();
  }

  /** Those of all laboratory models on the other recordings. */
  public List<ResultRow> secondExperiment() {
    return Experiment.ON_LABORATORY.stream().flatMap(model -> secondExperiment(model).stream()).toList();
  }

  private List<ResultRow> secondExperiment(Experiment model) {
    return campaign.secondExperiment(model).stream().map(SecondExperimentResult::row).toList();
  }

  /** Those of both parts of a cycle, on the laboratory's and on the other recordings. */
  public List<ResultRow> limitedCycle() {
    return Stream.of(CyclePart.values()).flatMap(part -> limitedCycle(part).stream()).toList();
  }

  private List<ResultRow> limitedCycle(CyclePart part) {
    return Stream.concat(campaign.limitedCycle(part).stream(), campaign.limitedCycleOnOthers(part).stream())
        .map(LimitedCycleResult::row).toList();
  }

  /** Those of the time to failure, networks first. */
  public List<ResultRow> timeToFailure() {
    return Stream.concat(Experiment.ON_LABORATORY.stream().flatMap(model -> timeToFailure(model).stream()),
        timeToFailureBaselines().stream()).toList();
  }

  private List<ResultRow> timeToFailure(Experiment model) {
    return Stream.concat(campaign.timeToFailure(model).stream(), campaign.timeToFailureOnOthers(model).stream())
        .map(TimeToFailureResult::row).toList();
  }

  private List<ResultRow> timeToFailureBaselines() {
    return Stream.concat(campaign.timeToFailureBaselines().stream(), campaign.periodicOnOthers().stream())
        .map(TimeToFailureResult::row).toList();
  }
}
