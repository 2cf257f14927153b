package faultslip.experiment;

import faultslip.evaluate.baseline.RegressorKind;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The experiments there are: those of the paper, the baselines beside them, and what others bring. */
public final class Experiments {
  private Experiments() {}

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
    Stream<Experiment> others = ServiceLoader.load(Experiment.class, Experiment.class.getClassLoader()).stream().map(ServiceLoader.Provider::get);
    return Stream.concat(kit, others).toList();
  }
}
