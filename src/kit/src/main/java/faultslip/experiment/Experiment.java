package faultslip.experiment;

import faultslip.ServiceRegistry;
import faultslip.study.Study;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * An experiment: trains what it needs, predicts, scores. It takes any study and knows none. One's own is a class with a
 * public constructor without arguments and a line in {@code META-INF/services/faultslip.experiment.Experiment}, or is
 * given to {@link Campaign#with}.
 */
public interface Experiment {

  /** The experiment of an id, if there is one. */
  static Optional<Experiment> find(String id) {
    return all().stream().filter(experiment -> experiment.id().equals(id)).findFirst();
  }

  /** All of them, in the order of results: the paper's first, then those found as services. */
  static List<Experiment> all() {
    return Stream.of(on(Target.FAULT_STATE, LookAhead.WINDOW, LookAhead.NONE),
        NetworkExperiment.of(Target.SECOND_EXPERIMENT, LookAhead.WINDOW),
        NetworkExperiment.of(Target.SECOND_EXPERIMENT, LookAhead.NONE), Stream.of(LimitedCycle.values()),
        StrictCycle.all(), LearningCurve.all(), TransferControl.experiments(),
        on(Target.TIME_TO_FAILURE, LookAhead.values()), Stream.of(TimeToFailure.Reference.values()),
        ServiceRegistry.of(Experiment.class, "experiment", Experiment::id).all().stream())
        .<Experiment>flatMap(part -> part).toList();
  }

  private static Stream<Experiment> on(Target target, LookAhead... all) {
    return Stream.of(all).flatMap(lookAhead ->
        Stream.concat(NetworkExperiment.of(target, lookAhead), RegressorExperiment.of(target, lookAhead)));
  }

  /** What the experiment is called in results files, unique: "cross-trained". */
  String id();

  /** What it is called in figures: "cross-trained". */
  String title();

  /** What it predicts. */
  default Target target() {
    return Target.FAULT_STATE;
  }

  /** The MAPE that the paper prints, on its own recordings, in percent; empty if it prints none. */
  default OptionalDouble paperMape() {
    return OptionalDouble.empty();
  }

  /** Why the experiment cannot be made on a study, in a sentence; empty if it can. */
  default Optional<String> obstacle(Study study) {
    return target().obstacle(study);
  }

  /** Whether its results hang on a seed; if not, it is run once, with seed 0. */
  default boolean isSeeded() {
    return true;
  }

  /** Whether its results hang on the simulation; if not, it is run on the simulation that leads, alone. */
  default boolean hasSimulation() {
    return true;
  }

  /** The models it needs, with or without those that they start from: trained beside each other beforehand. */
  default List<StudyModel> models(ExperimentContext context, long seed) {
    return List.of();
  }

  /**
   * Runs on the simulation that leads in the context's study; trains what the store does not have.
   *
   * @return one for each recording tested on, or one for each amplitude; looks at each test segment once
   * @throws faultslip.FaultslipException if a training fails, or a recording does not fit
   */
  List<Result> run(ExperimentContext context, long seed);
}
