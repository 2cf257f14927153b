package faultslip.experiment;

import faultslip.ced.Ced;
import faultslip.ced.ModelKey;
import faultslip.ced.TrainedNetwork;
import faultslip.ced.TrainingData;
import faultslip.ced.TrainingProgress;
import faultslip.ced.TrainingSettings;
import faultslip.evaluate.baseline.RegressorKind;
import faultslip.experiment.ResultRow.LearnedCycles;
import faultslip.split.Windows;
import faultslip.study.MethodSettings.FewCycles;
import faultslip.study.MethodSettings.FixedTraining;
import faultslip.study.SampledMethod.Learner;
import faultslip.study.Study;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What learns from few cycles of a laboratory recording, or from part of one, and knows nothing else of its fault
 * state: image, mean and deviation are of these cycles. Nothing is left to stop by, so that a training takes as many
 * steps as {@link FewCycles} gives to so many cycles, and the weights after the last are kept.
 */
public enum CycleLearner {
  /** The simulation's model, whose latent space learns from the cycles. */
  CROSS_TRAINED("cross-trained", "cross-trained"),
  /** The simulation's model, which takes mean and deviation from the cycles, and nothing else. */
  ZERO_SHOT("zero-shot", "zero-shot transfer"),
  /** The same network, all of which learns from the cycles, from random weights. */
  NOTHING_BEFORE("nothing-before", "nothing learned before"),
  /** A random forest on statistics of the emission. */
  RANDOM_FOREST("random-forest", "random forest");

  private final String id;
  private final String title;

  CycleLearner(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** As the ids of experiments end: "nothing-before". */
  public String id() {
    return id;
  }

  public String title() {
    return title;
  }

  /** Why a study has no cycles to learn a fault state from, in a sentence; empty if it has. */
  static Optional<String> obstacle(Study study) {
    return Target.FAULT_STATE.obstacle(study).or(() ->
        study.laboratory().criterion().isPresent() ? Optional.empty() : Target.TIME_TO_FAILURE.obstacle(study));
  }

  /** Whether it has learned from the simulation. */
  boolean hasSimulation() {
    return this == CROSS_TRAINED || this == ZERO_SHOT;
  }

  /**
   * Cycles, or part of one, and what is predicted by what learned from them.
   *
   * @param segment whose known part they are
   * @param cycles how many they are, above 0
   * @param learned told in the rows of a learning curve; empty elsewhere
   */
  record Known(TransferModels models, LookAhead lookAhead, TestSegment segment, double cycles,
      Optional<LearnedCycles> learned) {

    private FewCycles settings() {
      return models.method().settings().fewCycles();
    }

    /** As wide as the network's windows, or narrower, so that they can slide: convolutions do not care. */
    Windows windows() {
      int reduction = models.method().transfer().network().reduction();
      Windows usual = models.method().laboratoryWindows().training();
      int width = Math.max(reduction,
          Math.min(usual.width(), 2 * segment.knownIn().length() / 3 / reduction * reduction));
      if (width > segment.knownIn().length()) {
        throw new ExperimentException(("%d samples of '%s' to learn from are too few for windows of %d and more; "
            + "give more cycles, or a recording of another sampling.")
            .formatted(segment.knownIn().length(), segment.whole().name(), reduction));
      }
      return new Windows(width, usual.step());
    }
  }

  /** The model behind it; none behind a forest. */
  Optional<StudyModel> model(Known known, long seed) {
    return switch (this) {
      case RANDOM_FOREST -> Optional.empty();
      case ZERO_SHOT -> Optional.of(known.models.onSimulation(seed));
      case CROSS_TRAINED -> Optional.of(trained(known, seed, known.settings().latentSpace(),
          Optional.of(known.models.onSimulation(seed))));
      case NOTHING_BEFORE -> Optional.of(trained(known, seed, known.settings().nothingBefore(), Optional.empty()));
    };
  }

  private StudyModel trained(Known known, long seed, FixedTraining fixed, Optional<StudyModel> from) {
    TransferModels models = known.models;
    Learner learner = models.method().transfer();
    TrainingSettings settings = fixed.of(models.method().settings().training().latentSpace(), known.cycles);
    Windows windows = known.windows();
    ModelKey.Builder key = TransferModels.key("cycles-" + id, seed, learner).with("training", settings)
        .with("windows", windows).with("known", known.segment.known())
        .with("standardisation", known.segment.standardisation(learner.image(), 1));
    from.ifPresent(grown -> key.with("from", grown.key()).with("start", known.settings().latentStart()));
    String what = title + ", " + known.learned.map(LearnedCycles::toString).orElse("half a cycle");
    return models.model(from.isPresent() ? models.ofSimulation(what) : what, seed, key, learner, settings, from,
        (checkpoint, progress) -> {
          int width = learner.network().width();
          TrainingData data = models.known(known.segment, learner.image(), windows);
          TrainedNetwork trained = from.map(grown -> grown.get(TrainingProgress.SILENT).network()
              .withWidth(windows.width()).crossTrain(data, settings, known.settings().latentStart(), seed, checkpoint,
                  progress))
              .orElseGet(() -> Ced.train(learner.network().withWidth(windows.width()), data, settings, seed, checkpoint,
                  progress));
          return new TrainedNetwork(trained.network().withWidth(width), trained.history());
        });
  }

  /** What it says of the segment; no intervals can be calibrated, for nothing of its fault state is left. */
  Stream<Result> results(Experiment experiment, ExperimentContext context, Known known, long seed) {
    List<Result> results = model(known, seed).map(model -> context.results(experiment, model, seed,
        known.models.predictor(), Stream.of(known.segment))).orElseGet(() -> List.of(new RegressorExperiment(
            RegressorKind.registry().get(id), experiment.target(), known.lookAhead)
            .result(experiment, context, known.segment, known.models.method(), seed)));
    return results.stream().map(result -> new Result(result.row().of(known.learned), result.segment(),
        result.predicted(), result.images(), Optional.empty()));
  }
}
