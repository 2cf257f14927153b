package faultslip.experiment;

import faultslip.ced.TrainingProgress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;

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
    return models.values().stream().mapToLong(StudyModel::stepsToCome).sum();
  }

  /** Trains what the store lacks. Models that start from one model are a chain, for they would wait for it. */
  void train(int threads, Function<String, TrainingProgress> progress) {
    Map<String, List<StudyModel>> chains = new LinkedHashMap<>();
    models.values().stream().filter(model -> model.stepsToCome() > 0)
        .forEach(model -> chains.computeIfAbsent(root(model).key().digest(), key -> new ArrayList<>()).add(model));
    List<Callable<Object>> jobs = chains.values().stream().sorted((a, b) -> Long.compare(steps(b), steps(a)))
        .map(chain -> Executors.callable(() -> chain.forEach(model -> model.get(progress.apply(model.title())))))
        .toList();
    ParallelJobs.all(threads, jobs);
  }

  private static long steps(List<StudyModel> chain) {
    return chain.stream().mapToLong(StudyModel::stepsToCome).sum();
  }

  private static StudyModel root(StudyModel model) {
    Optional<StudyModel> from = model.from();
    return from.isEmpty() ? model : root(from.get());
  }
}
