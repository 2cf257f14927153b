package faultslip.experiment;

import faultslip.ParallelJobs;
import faultslip.ced.ModelStore;
import faultslip.ced.TrainingProgress;
import faultslip.evaluate.baseline.RegressorKind;
import faultslip.study.Study;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * All experiments on one study, over several seeds. Models come from the store or are trained into it; results are kept,
 * so that nothing is predicted twice.
 *
 * <p>Trainings may run beside each other, each on one thread: the numbers do not depend on how many there are.
 */
public final class Campaign {
  private static final int MOST_SEEDS = 1000;

  /** Told how the trainings of a campaign get on; called from their threads. */
  @FunctionalInterface
  public interface Progress {
    /** Tells nobody. */
    Progress SILENT = training -> TrainingProgress.SILENT;

    /** How one training, named for humans, reports. */
    TrainingProgress of(String training);
  }

  private final TransferChain chain;
  private final Optional<LimitedCycle> limitedCycle;
  private final Optional<TimeToFailureExperiment> timeToFailure;
  private final CampaignTraining training;
  private final List<Long> seeds;
  private final Progress progress;
  private final Map<Object, List<?>> known = new ConcurrentHashMap<>();

  /**
   * @param seeds at least one; copied
   * @param progress told of trainings that a result turns out to need
   * @throws ExperimentException if there is no seed
   */
  public Campaign(Study study, MethodSettings settings, ModelStore store, List<Long> seeds, Progress progress) {
    if (seeds.isEmpty()) {
      throw new ExperimentException("No seeds; give at least one.");
    }
    this.chain = new TransferChain(study, settings, store);
    boolean failures = study.failures().isPresent();
    this.limitedCycle = failures ? Optional.of(new LimitedCycle(chain)) : Optional.empty();
    this.timeToFailure = failures ? Optional.of(new TimeToFailureExperiment(study, settings, store)) : Optional.empty();
    this.training = new CampaignTraining(chain, limitedCycle, timeToFailure);
    this.seeds = List.copyOf(seeds);
    this.progress = Objects.requireNonNull(progress, "progress");
  }

  /**
   * With the study's settings, over the first so many seeds and those after them whose models the store has; or in quick
   * form, over one.
   */
  public static Campaign of(Study study, ModelStore store, int seeds, boolean quick, Progress progress) {
    MethodSettings settings = MethodSettings.of(study);
    Campaign one = new Campaign(study, quick ? settings.quick() : settings, store, List.of(0L), progress);
    return quick ? one : one.withSeeds(seeds);
  }

  /** The same over the first so many seeds, 0, 1, 2, ..., and over those after them whose models the store has. */
  public Campaign withSeeds(int atLeast) {
    long count = atLeast;
    while (count < MOST_SEEDS && training.stepsToCome(count) == 0) {
      count++;
    }
    return new Campaign(chain.study(), chain.settings(), chain.store(), LongStream.range(0, count).boxed().toList(), progress);
  }

  public Study study() {
    return chain.study();
  }

  public MethodSettings settings() {
    return chain.settings();
  }

  /** The experiments of the core chain, one by one. */
  public TransferChain chain() {
    return chain;
  }

  public List<Long> seeds() {
    return seeds;
  }

  /** Results of one experiment of the core chain, in the order of the seeds. */
  public List<ExperimentResult> results(Experiment experiment) {
    return known(experiment, () -> each(seed -> chain.run(experiment, seed, progress.of(CampaignTraining.name(experiment, seed)))));
  }

  /** The result of median MAPE: the one to show where only one can be shown. The lower of two middle ones. */
  public ExperimentResult median(Experiment experiment) {
    return median(results(experiment), result -> result.scores().mapePercent());
  }

  /** Which seed is shown where only one can be, in a sentence. */
  public String remark() {
    return remark("MAPE");
  }

  /** The same where it was chosen by another score than the MAPE. */
  public String remark(String score) {
    if (chain.settings().isQuick()) {
      return "A quick run: its numbers mean nothing.";
    }
    return seeds.size() == 1 ? "One seed." : "Of " + seeds.size() + " seeds, that of median " + score + ".";
  }

  /**
   * A model of the core chain, unchanged, on the study's other recordings: results by recording, then by seed.
   *
   * @return empty if the study has no other recording; {@link SecondExperiment#remark} says why
   */
  public List<SecondExperimentResult> secondExperiment(Experiment model) {
    SecondExperiment second = new SecondExperiment(chain);
    return known(List.of("second", model), () -> flatEach(seed -> second.run(model, seed, progress.of(CampaignTraining.name(model, seed))),
        result -> result.prediction().segment().name()));
  }

  /** The experiment on one seismic cycle; empty if the study does not say what a failure is. */
  public Optional<LimitedCycle> limitedCycle() {
    return limitedCycle;
  }

  /** Its results for one part of the cycle, in the order of the seeds; empty if the study has no failures. */
  public List<LimitedCycleResult> limitedCycle(CyclePart part) {
    return known(part, () -> limitedCycle.map(cycle ->
        each(seed -> cycle.run(part, seed, progress.of(CampaignTraining.name(part, seed))))).orElse(List.of()));
  }

  /** The same on the study's other recordings: results by recording, then by seed; empty if there are none. */
  public List<LimitedCycleResult> limitedCycleOnOthers(CyclePart part) {
    return known(List.of("others", part), () -> limitedCycle.map(cycle -> flatEach(seed ->
        cycle.runOnOthers(part, seed, progress.of(CampaignTraining.name(part, seed))),
        result -> result.prediction().segment().name())).orElse(List.of()));
  }

  /** The experiment on the time to failure; empty if the study does not say what a failure is. */
  public Optional<TimeToFailureExperiment> timeToFailure() {
    return timeToFailure;
  }

  /** Its results, in the order of the seeds; empty if the study has no failures. */
  public List<TimeToFailureResult> timeToFailure(Experiment experiment) {
    return known(List.of("ttf", experiment), () -> timeToFailure.map(ttf ->
        each(seed -> ttf.run(experiment, seed, progress.of(CampaignTraining.timeToFailureName(experiment, seed))))).orElse(List.of()));
  }

  /**
   * The same models, unchanged, on the study's other recordings: results by recording, then by seed; empty if there are none,
   * or the study does not say what a failure is in them.
   */
  public List<TimeToFailureResult> timeToFailureOnOthers(Experiment experiment) {
    return known(List.of("ttf others", experiment), () -> timeToFailure.map(ttf -> flatEach(seed ->
        ttf.runOnOthers(experiment, seed, progress.of(CampaignTraining.timeToFailureName(experiment, seed))),
        TimeToFailureResult::recording)).orElse(List.of()));
  }

  /** The periodic predictor on those recordings. */
  public List<TimeToFailureResult> periodicOnOthers() {
    return timeToFailure.map(TimeToFailureExperiment::periodicOnOthers).orElse(List.of());
  }

  /** What predicts the time to failure without a network: regressors for each seed, periodic and mean predictor once. */
  public List<TimeToFailureResult> timeToFailureBaselines() {
    return known("ttf baselines", () -> timeToFailure.map(ttf -> Stream.concat(
        RegressorKind.all().stream().flatMap(kind -> seeds.stream().map(seed -> ttf.regression(kind, seed))),
        Stream.of(ttf.periodic(), ttf.mean())).toList()).orElse(List.of()));
  }

  /** A regressor on statistics of the emission, in the order of the seeds. */
  public List<EmissionBaselineResult> baseline(RegressorKind kind) {
    EmissionBaseline baseline = new EmissionBaseline(chain.study(), chain.settings(), chain.store());
    return known(kind, () -> each(seed -> baseline.run(kind, seed)));
  }

  /** The result of median score; the lower of two middle ones. */
  public static <R> R median(List<R> results, ToDoubleFunction<R> score) {
    return results.stream().sorted(Comparator.comparingDouble(score)).toList().get((results.size() - 1) / 2);
  }

  /** Every result as rows of a table. */
  public CampaignRows rows() {
    return new CampaignRows(this);
  }

  /** Gradient steps to reckon with in the trainings whose models are not in the store yet. */
  public long stepsToCome() {
    return seeds.stream().mapToLong(training::stepsToCome).sum();
  }

  /**
   * Trains what the store lacks.
   *
   * @param threads trainings at once, at least 1
   * @throws faultslip.FaultslipException if a training fails
   */
  public void train(int threads, Progress trainings) {
    List<Callable<Object>> jobs = seeds.stream().flatMap(seed -> training.jobs(seed, trainings)).map(Executors::callable).toList();
    sideBySide(threads, jobs);
  }

  static <T> List<T> sideBySide(int threads, List<? extends Callable<T>> jobs) {
    return ParallelJobs.all(threads, jobs, e -> new IllegalStateException("interrupted while training or predicting", e));
  }

  private <R> List<R> each(Function<Long, R> run) {
    return seeds.stream().map(run).toList();
  }

  // The lists of all seeds as one, by recording, then by seed.
  private <R> List<R> flatEach(Function<Long, List<R>> run, Function<R, String> recording) {
    return seeds.stream().flatMap(seed -> run.apply(seed).stream()).sorted(Comparator.comparing(recording)).toList();
  }

  // What is kept under a key is of one type: each key has one place that makes it.
  @SuppressWarnings("unchecked")
  private <R> List<R> known(Object key, Supplier<List<R>> run) {
    List<?> kept = known.get(key);
    if (kept == null) {
      kept = run.get();
      known.put(key, kept);
    }
    return (List<R>) kept;
  }
}
