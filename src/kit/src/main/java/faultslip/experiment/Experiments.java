package faultslip.experiment;

import faultslip.ServiceRegistry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The experiments there are: those of the paper, the baselines beside them, and what others bring. */
public final class Experiments {
  private Experiments() {}

  /** The experiment of an id, if there is one. */
  public static Optional<Experiment> find(String id) {
    return all().stream().filter(experiment -> experiment.id().equals(id)).findFirst();
  }

  /** All of them, in the order of results: the paper's first, then those found as services. */
  public static List<Experiment> all() {
    Stream<Experiment> kit = Stream.of(
        NetworkExperiment.of(Target.FAULT_STATE), RegressorExperiment.of(Target.FAULT_STATE),
        NetworkExperiment.of(Target.SECOND_EXPERIMENT), Stream.of(CyclePart.values()).map(LimitedCycle::new),
        NetworkExperiment.of(Target.TIME_TO_FAILURE), RegressorExperiment.of(Target.TIME_TO_FAILURE),
        Stream.<Experiment>of(TimeToFailureReference.values())).flatMap(part -> part);
    Stream<Experiment> others = ServiceRegistry.of(Experiment.class, "experiment", Experiment::id).all().stream();
    return Stream.concat(kit, others).toList();
  }
}
