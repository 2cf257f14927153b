package faultslip.experiment;

import faultslip.ced.Prediction;
import faultslip.ced.TrainedNetwork;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * An experiment of the paper with the networks of its core chain. It looks at each test segment once, to predict and
 * score it.
 */
public final class NetworkExperiment extends TargetExperiment {
  private final LearningRegime regime;
  private final Target target;

  /**
   * @param regime what the network has learned from
   * @param target what is predicted, and where; for the simulation baseline the fault state
   * @throws ExperimentException if the simulation baseline is to be tested on a laboratory's target
   */
  public NetworkExperiment(LearningRegime regime, Target target) {
    super(target.prefix() + regime.id(), regime.title(), target, regime != LearningRegime.LAB_ONLY);
    this.regime = regime;
    this.target = target;
    if (regime == LearningRegime.SIMULATION_BASELINE && target != Target.FAULT_STATE) {
      throw new ExperimentException("%s is tested on laboratory recordings; choose another experiment than the "
          .formatted(target) + "simulation baseline.");
    }
  }

  /** Those of one target. */
  static Stream<Experiment> of(Target target) {
    return (target == Target.FAULT_STATE ? Stream.of(LearningRegime.values()) : LearningRegime.ON_LABORATORY.stream())
        .map(regime -> new NetworkExperiment(regime, target));
  }

  @Override
  public OptionalDouble paperMape() {
    return target == Target.FAULT_STATE ? OptionalDouble.of(regime.paperMape()) : OptionalDouble.empty();
  }

  @Override
  public List<StudyModel> models(ExperimentContext context, long seed) {
    return List.of(regime.model(target.of(context).models(), seed));
  }

  @Override
  public List<Result> run(ExperimentContext context, long seed) {
    Target.Tests tests = target.of(context);
    TransferModels models = tests.models();
    StudyModel model = regime.model(models, seed);
    TrainedNetwork trained = tests.context().trained(model);
    return (regime == LearningRegime.SIMULATION_BASELINE ? List.of(TestSegment.of(models.simulation()))
        : tests.segments()).stream().map(segment -> {
          Prediction prediction =
              models.predict(model, regime.learner(models), trained, segment.recording(), segment.known());
          return segment.result(this, tests.context(), model.inRows(seed, trained), prediction.fault(),
              Optional.of(prediction));
        }).toList();
  }
}
