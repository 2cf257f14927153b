package faultslip.experiment;

import faultslip.ced.TrainingProgress;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The trainings that models need, each once, in an order in which none waits long for what it starts from. */
final class TrainingPlan {
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
