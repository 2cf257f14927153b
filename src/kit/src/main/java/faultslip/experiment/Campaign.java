package faultslip.experiment;

import faultslip.ced.ModelKey;
import faultslip.ced.ModelStore;
import faultslip.ced.TrainedNetwork;
import faultslip.ced.TrainingProgress;
import faultslip.study.Study;
import faultslip.study.Study.Simulation;
import java.lang.ref.SoftReference;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * All experiments on one study, over several seeds. Models come from the store or are trained into it; results are
 * kept, so that nothing is predicted twice.
 *
 * <p>Trainings may run beside each other, each on one thread: the numbers do not depend on how many there are.
 */
public final class Campaign {
  private static final int MOST_SEEDS = 1000;

  private final ExperimentContext context;
  private final List<Long> seeds;
  private final List<Experiment> experiments;
  /**
   * By id and simulation: results by recording, in the order in which the first seed gives them, by seed. Those of
   * many seeds and long recordings fill a heap; what it has no room for is had from the model store again.
   */
  private final Map<List<String>, SoftReference<Map<String, List<Result>>>> known = new ConcurrentHashMap<>();

  /**
   * Some experiments, as all that are registered ({@link Experiment#all}), for at least one seed, or it is an
   * {@link ExperimentException}. The context is told of trainings that a result turns out to need.
   */
  public Campaign(ExperimentContext context, List<Long> seeds, List<Experiment> experiments) {
    this.context = context;
    this.seeds = List.copyOf(seeds);
    this.experiments = List.copyOf(experiments);
    if (seeds.isEmpty()) {
      throw new ExperimentException("No seeds; give at least one.");
    }
  }

  /**
   * All registered experiments over the first so many seeds, 0, 1, 2, ..., and over those after them whose models the
   * store has; or in quick form, over one.
   */
  public static Campaign of(Study study, ModelStore store, int seeds, boolean quick,
      Function<String, TrainingProgress> progress) {
    Campaign one = of(study, store, List.of(0L), quick, progress);
    long count = quick ? 1 : seeds;
    while (!quick && count < MOST_SEEDS && one.areTrained(count)) {
      count++;
    }
    return new Campaign(one.context, LongStream.range(0, count).boxed().toList(), one.experiments);
  }

  /** All registered experiments over some seeds, or in quick form. */
  public static Campaign of(Study study, ModelStore store, List<Long> seeds, boolean quick,
      Function<String, TrainingProgress> progress) {
    Study asked = quick ? study.withMethod(study.method().quick()) : study;
    return new Campaign(new ExperimentContext(asked, store, progress), seeds, Experiment.all());
  }

  private boolean areTrained(long seed) {
    return new TaskList(models(seed).toList()).stepsToCome() == 0;
  }

  /** This campaign with an experiment more, behind the others; an {@link ExperimentException} if its id is taken. */
  public Campaign with(Experiment experiment) {
    if (experiments.stream().anyMatch(other -> other.id().equals(experiment.id()))) {
      throw new ExperimentException("There is an experiment '" + experiment.id() + "' already; give yours another id.");
    }
    return new Campaign(context, seeds, Stream.concat(experiments.stream(), Stream.of(experiment)).toList());
  }

  public Study study() {
    return context.study();
  }

  public List<Long> seeds() {
    return seeds;
  }

  /** What an experiment on the study works with, on the simulation that leads. */
  public ExperimentContext context() {
    return context;
  }

  /** Campaigns on the study's other simulations, each before all others: of the same seeds, models and experiments. */
  public List<Campaign> otherSimulations() {
    return study().simulations().stream().skip(1)
        .map(simulation -> new Campaign(context.onSimulation(simulation), seeds, experiments)).toList();
  }

  /** The experiments that can be made on the study, in the order of results. */
  public List<Experiment> experiments() {
    return experiments.stream().filter(experiment -> experiment.obstacle(study()).isEmpty()).toList();
  }

  /** The experiment of an id; an {@link ExperimentException} if there is none. */
  public Experiment experiment(String id) {
    return experiments.stream().filter(experiment -> experiment.id().equals(id)).findFirst()
        .orElseThrow(() -> new ExperimentException("No experiment '%s'; there are %s."
            .formatted(id, String.join(", ", experiments.stream().map(Experiment::id).toList()))));
  }

  /**
   * Results of an experiment on the simulation that leads, as they come, by recording, then by seed; none if it has an
   * obstacle.
   */
  public List<Result> results(String id) {
    return byRecording(experiment(id), study().simulation()).values().stream().flatMap(List::stream)
        .filter(result -> result.row().isPlain()).toList();
  }

  /** Those on one recording, in the order of the seeds. */
  public List<Result> results(String id, String recording) {
    return results(id).stream().filter(result -> result.recording().equals(recording)).toList();
  }

  /**
   * The result to show where only one can be shown: of the recording tested on first, that of median score; the lower
   * of two middle ones. An {@link ExperimentException} if the experiment cannot be made on the study.
   */
  public Result median(String id) {
    return median(id, results(id));
  }

  /** The result to show of one recording. */
  public Result median(String id, String recording) {
    return median(id, results(id, recording));
  }

  private Result median(String id, List<Result> of) {
    Target target = experiment(id).target();
    String first = of.stream().findFirst().orElseThrow(() -> new ExperimentException(
        experiment(id).obstacle(study()).orElse("Experiment '" + id + "' has no such results."))).recording();
    List<Result> sorted = of.stream().filter(result -> result.recording().equals(first))
        .sorted(Comparator.comparingDouble(result -> target.error(result.scores()))).toList();
    return sorted.get((sorted.size() - 1) / 2);
  }

  /** A result of a network with its amplitude restored; an {@link ExperimentException} if it is none. */
  public Result restored(Result raw) {
    return byRecording(experiment(raw.row().experiment()), study().simulation()).get(raw.recording()).stream()
        .filter(result -> result.row().reading().amplitude() == Amplitude.RESTORED
            && result.row().model().equals(raw.row().model()))
        .findFirst().orElseThrow(() -> new ExperimentException("No restored amplitude of '"
            + raw.row().experiment() + "', which is no network's; take a network's result."));
  }

  /** Which seed is shown of a fault state where only one can be, in a sentence. */
  public String remark() {
    return remark(Target.FAULT_STATE);
  }

  /** Which seed is shown of a target, and which of several simulations was learned from. */
  public String remark(Target target) {
    String simulation = study().simulations().size() == 1 ? "" : "Simulation: " + study().simulation().name() + ". ";
    return simulation + seedsShown(target);
  }

  private String seedsShown(Target target) {
    return study().method().isQuick() ? "A quick run: its numbers mean nothing."
        : seeds.size() == 1 ? "One seed." : "Of " + seeds.size() + " seeds, that of median " + target.score() + ".";
  }

  /**
   * Rows of some experiments, or of all if none is named, on all simulations; those with an obstacle have none. Behind
   * those of one recording and reading stands that of their mean over the seeds.
   */
  public List<ResultRow> rows(String... ids) {
    return ids.length == 0 ? rowsOf("") : Stream.of(ids).map(this::experiment).flatMap(this::rows).toList();
  }

  /** Rows of the experiments whose ids begin like this: "time-to-failure-". */
  public List<ResultRow> rowsOf(String prefix) {
    return experiments().stream().filter(experiment -> experiment.id().startsWith(prefix)).flatMap(this::rows).toList();
  }

  /**
   * Every result as a row, told how far it is: what the model store lacks takes seconds a result.
   *
   * @param threads experiments at once, at least 1; changes no number
   * @param told how many of how many experiments are done
   */
  public List<ResultRow> rows(int threads, BiConsumer<Integer, Integer> told) {
    List<Experiment> all = experiments();
    AtomicInteger done = new AtomicInteger();
    return ParallelJobs.all(threads, all, experiment -> {
      List<ResultRow> rows = rows(experiment).toList();
      synchronized (done) { // or it would be told out of order
        told.accept(done.incrementAndGet(), all.size());
      }
      return rows;
    }).stream().flatMap(List::stream).toList();
  }

  private Stream<ResultRow> rows(Experiment experiment) {
    return simulations(experiment).flatMap(simulation -> byRecording(experiment, simulation).values().stream())
        .flatMap(results -> results.stream().collect(Collectors.groupingBy(result -> result.row().reading(),
            LinkedHashMap::new, Collectors.toList())).values().stream())
        .flatMap(members -> members.size() == 1 ? members.stream()
            : Stream.concat(members.stream(), Stream.of(Result.mean(members))))
        .map(Result::row);
  }

  private Stream<Simulation> simulations(Experiment experiment) {
    return study().simulations().stream().limit(experiment.hasSimulation() ? Long.MAX_VALUE : 1);
  }

  private Map<String, List<Result>> byRecording(Experiment experiment, Simulation simulation) {
    List<String> key = List.of(experiment.id(), simulation.name());
    if (experiment.obstacle(study()).isPresent()) {
      return Map.of();
    }
    SoftReference<Map<String, List<Result>>> kept = known.get(key);
    Map<String, List<Result>> results = kept == null ? null : kept.get();
    if (results == null) {
      results = (experiment.isSeeded() ? seeds : List.of(0L)).stream()
          .flatMap(seed -> experiment.run(context.onSimulation(simulation), seed).stream())
          .collect(Collectors.groupingBy(Result::recording, LinkedHashMap::new, Collectors.toList()));
      known.put(key, new SoftReference<>(results));
    }
    return results;
  }

  /** The network behind an experiment on the simulation that leads, trained now if the store does not have it. */
  public TrainedNetwork trained(String id, long seed) {
    return context.trained(experiment(id).models(context, seed).stream().findFirst().orElseThrow(() ->
        new ExperimentException("No network is behind experiment '" + id + "'; choose another.")));
  }

  /** All its work: trainings, and behind them what experiments make of them. */
  public TaskList tasks() {
    return new TaskList(seeds.stream().flatMap(this::tasks).toList());
  }

  /**
   * What the trainings to come will take, in a line; empty if there are none.
   *
   * @param threads trainings at once, at least 1
   * @param memory bytes that Java has
   * @throws ExperimentException if what is to be trained or predicted does not fit into them
   */
  public Optional<String> cost(int threads, long memory) {
    List<StudyModel> toTrain = trainings().all().stream().map(StudyModel.class::cast)
        .filter(model -> model.stepsToCome() > 0).toList();
    CampaignCost cost = CampaignCost.of(study(), toTrain, threads);
    cost.require(memory, threads);
    return toTrain.isEmpty() ? Optional.empty() : Optional.of(cost.line(threads, memory));
  }

  /** That of one of its seeds. */
  public TaskList tasksOf(long seed) {
    return new TaskList(tasks(seed).toList());
  }

  private Stream<Task> tasks(long seed) {
    return study().simulations().stream().flatMap(leading -> {
      ExperimentContext onIt = context.onSimulation(leading);
      ModelKey digest = ExperimentTask.digest(onIt.study());
      return experimentsOf(seed)
          .filter(experiment -> experiment.hasSimulation() || leading.name().equals(study().simulation().name()))
          .map(experiment -> ExperimentTask.of(onIt, experiment, seed, digest));
    });
  }

  private Stream<Experiment> experimentsOf(long seed) {
    return experiments().stream().filter(experiment -> experiment.isSeeded() || seed == 0);
  }

  /** Gradient steps to reckon with in the trainings whose models are not in the store yet. */
  public long stepsToCome() {
    return trainings().stepsToCome();
  }

  private TaskList trainings() {
    return new TaskList(seeds.stream().flatMap(this::models).toList());
  }

  private Stream<StudyModel> models(long seed) {
    return experimentsOf(seed).flatMap(experiment -> simulations(experiment)
        .flatMap(leading -> experiment.models(context.onSimulation(leading), seed).stream()));
  }
}
