package faultslip.experiment;

import faultslip.ced.ModelStore;
import faultslip.ced.TrainedNetwork;
import faultslip.ced.TrainingProgress;
import faultslip.study.Study;
import faultslip.study.Study.Simulation;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
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
  private final Map<List<String>, List<Result>> known = new ConcurrentHashMap<>();

  private Campaign(ExperimentContext context, List<Long> seeds, List<Experiment> experiments) {
    this.context = context;
    this.seeds = List.copyOf(seeds);
    this.experiments = experiments;
    if (seeds.isEmpty()) {
      throw new ExperimentException("No seeds; give at least one.");
    }
  }

  /**
   * All registered experiments.
   *
   * @param seeds at least one; copied
   * @param progress told of trainings that a result turns out to need, by name
   * @throws ExperimentException if there is no seed
   */
  public Campaign(Study study, ModelStore store, List<Long> seeds, Function<String, TrainingProgress> progress) {
    this(new ExperimentContext(study, store, progress), seeds, Experiment.all());
  }

  /**
   * All registered experiments over the first so many seeds and those after them whose models the store has; or in
   * quick form, over one.
   */
  public static Campaign of(Study study, ModelStore store, int seeds, boolean quick,
      Function<String, TrainingProgress> progress) {
    Campaign one = new Campaign(quick ? study.withMethod(study.method().quick()) : study, store, List.of(0L), progress);
    return quick ? one : one.withSeeds(seeds);
  }

  /** This campaign over the first so many seeds, 0, 1, 2, ..., and over those after them whose models the store has. */
  public Campaign withSeeds(int atLeast) {
    long count = atLeast;
    while (count < MOST_SEEDS && new TrainingPlan(models(count).toList()).stepsToCome() == 0) {
      count++;
    }
    return new Campaign(context, LongStream.range(0, count).boxed().toList(), experiments);
  }

  /**
   * This campaign with an experiment more, behind the others.
   *
   * @throws ExperimentException if one of its id is there already
   */
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
   * Results of an experiment on the simulation that leads, by recording, then by seed; empty if it cannot be made on
   * the study.
   *
   * @throws ExperimentException if there is no such experiment
   */
  public List<Result> results(String id) {
    return results(experiment(id), study().simulation());
  }

  /** Those on one recording, in the order of the seeds. */
  public List<Result> results(String id, String recording) {
    return results(id).stream().filter(result -> result.recording().equals(recording)).toList();
  }

  /**
   * The result to show where only one can be shown: of the recording tested on first, that of median score; the lower
   * of two middle ones.
   *
   * @throws ExperimentException if the experiment cannot be made on the study
   */
  public Result median(String id) {
    return median(id, results(id).stream().findFirst().orElseThrow(() -> new ExperimentException(
        experiment(id).obstacle(study()).orElse("Experiment '" + id + "' has no results."))).recording());
  }

  /** The result to show of one recording. */
  public Result median(String id, String recording) {
    Experiment.LeadingScore score = experiment(id).leadingScore();
    List<Result> sorted = results(id, recording).stream()
        .sorted(Comparator.comparingDouble(result -> score.of(result.scores()))).toList();
    return sorted.get((sorted.size() - 1) / 2);
  }

  /** Which seed is shown where only one can be, chosen by the MAPE, in a sentence. */
  public String remark() {
    return remark(Experiment.LeadingScore.MAPE);
  }

  /** Which seed is shown where it was chosen by another score. */
  public String remark(Experiment.LeadingScore score) {
    return study().method().isQuick() ? "A quick run: its numbers mean nothing."
        : seeds.size() == 1 ? "One seed." : "Of " + seeds.size() + " seeds, that of median " + score + ".";
  }

  /** Rows of some experiments, on all simulations; of those that cannot be made on the study there are none. */
  public List<ResultRow> rows(String... ids) {
    return Stream.of(ids).map(this::experiment).flatMap(this::rows).toList();
  }

  /** Rows of the experiments whose ids begin like this: "time-to-failure-". */
  public List<ResultRow> rowsOf(String prefix) {
    return experiments().stream().filter(experiment -> experiment.id().startsWith(prefix)).flatMap(this::rows).toList();
  }

  /** Every result as a row. */
  public List<ResultRow> rows() {
    return rowsOf("");
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
    return ParallelJobs.all(threads, all.stream().<Callable<List<ResultRow>>>map(experiment -> () -> {
      List<ResultRow> rows = rows(experiment).toList();
      told.accept(done.incrementAndGet(), all.size());
      return rows;
    }).toList()).stream().flatMap(List::stream).toList();
  }

  private Stream<ResultRow> rows(Experiment experiment) {
    return simulations(experiment).flatMap(simulation -> results(experiment, simulation).stream()).map(Result::row);
  }

  private Stream<Simulation> simulations(Experiment experiment) {
    return study().simulations().stream().limit(experiment.hasSimulation() ? Long.MAX_VALUE : 1);
  }

  private List<Result> results(Experiment experiment, Simulation simulation) {
    List<String> key = List.of(experiment.id(), simulation.name());
    if (experiment.obstacle(study()).isEmpty() && !known.containsKey(key)) {
      List<Result> found = (experiment.isSeeded() ? seeds : List.of(0L)).stream()
          .flatMap(seed -> experiment.run(context.onSimulation(simulation), seed).stream()).toList();
      // Stable: recordings in the order in which the first seed gives them, then seeds in theirs.
      List<String> recordings = found.stream().map(Result::recording).distinct().toList();
      known.put(key, found.stream()
          .sorted(Comparator.comparingInt(result -> recordings.indexOf(result.recording()))).toList());
    }
    return known.getOrDefault(key, List.of());
  }

  /**
   * The network behind an experiment on the simulation that leads, trained now if the store does not have it.
   *
   * @throws ExperimentException if there is no such experiment, or no network behind it
   */
  public TrainedNetwork trained(String id, long seed) {
    return context.trained(experiment(id).models(context, seed).stream().findFirst().orElseThrow(() ->
        new ExperimentException("No network is behind experiment '" + id + "'; choose another.")));
  }

  /** Gradient steps to reckon with in the trainings whose models are not in the store yet. */
  public long stepsToCome() {
    return plan().stepsToCome();
  }

  /**
   * Trains what the store lacks.
   *
   * @param threads trainings at once, at least 1
   * @param trainings told how each training gets on, by name
   * @throws faultslip.FaultslipException if a training fails
   */
  public void train(int threads, Function<String, TrainingProgress> trainings) {
    plan().train(threads, trainings);
  }

  private TrainingPlan plan() {
    return new TrainingPlan(seeds.stream().flatMap(this::models).toList());
  }

  private Stream<StudyModel> models(long seed) {
    return experiments().stream().filter(experiment -> experiment.isSeeded() || seed == 0).flatMap(experiment ->
        simulations(experiment).flatMap(leading -> experiment.models(context.onSimulation(leading), seed).stream()));
  }

  /** The trainings that models need, each once, in an order in which none waits long for what it starts from. */
  static final class TrainingPlan {
    private final Map<String, StudyModel> models = new LinkedHashMap<>();

    /** @param wanted with repetitions, and without what they start from */
    TrainingPlan(Collection<StudyModel> wanted) {
      wanted.forEach(this::add);
    }

    private void add(StudyModel model) {
      model.from().ifPresent(this::add);
      models.putIfAbsent(model.key().digest(), model);
    }

    /** Gradient steps to reckon with in those that the store lacks. */
    long stepsToCome() {
      return steps(models.values());
    }

    /** Trains what the store lacks. Models that start from one model are a chain, for they would wait for it. */
    void train(int threads, Function<String, TrainingProgress> progress) {
      Map<String, List<StudyModel>> chains = models.values().stream().filter(model -> model.stepsToCome() > 0)
          .collect(Collectors.groupingBy(TrainingPlan::root, LinkedHashMap::new, Collectors.toList()));
      ParallelJobs.all(threads, chains.values().stream().sorted(Comparator.comparing(TrainingPlan::steps).reversed())
          .map(chain -> Executors.callable(() -> chain.forEach(model -> model.get(progress.apply(model.title())))))
          .toList());
    }

    private static long steps(Collection<StudyModel> chain) {
      return chain.stream().mapToLong(StudyModel::stepsToCome).sum();
    }

    private static String root(StudyModel model) {
      return model.from().map(TrainingPlan::root).orElse(model.key().digest());
    }
  }
}
