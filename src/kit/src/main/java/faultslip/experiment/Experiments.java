package faultslip.experiment;

import faultslip.ServiceRegistry;
import faultslip.evaluate.baseline.RegressorKind;
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
    List<RegressorKind> regressors = RegressorKind.all();
    Stream<Experiment> kit = Stream.<Stream<? extends Experiment>>of(
        Stream.of(TransferExperiment.values()),
        regressors.stream().map(EmissionBaseline::new),
        TransferExperiment.ON_LABORATORY.stream().map(SecondExperiment::new),
        LimitedCycle.both(),
        TransferExperiment.ON_LABORATORY.stream().map(TimeToFailure::new),
        regressors.stream().map(TimeToFailureBaseline::of),
        Stream.of(TimeToFailureBaseline.clock(), TimeToFailureBaseline.mean())).flatMap(part -> part);
    Stream<Experiment> others = ServiceRegistry.of(Experiment.class, "experiment", Experiment::id).all().stream();
    return Stream.concat(kit, others).toList();
  }
}
