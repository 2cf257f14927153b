package faultslip.experiment;

import faultslip.ced.Prediction;
import faultslip.experiment.TimeToFailureTargets.Target;
import faultslip.series.Recording;
import faultslip.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The time to failure as the target (figure 8 of the paper): a model of the core chain, trained on the same emissions
 * with the time to failure in place of the fault state, tested on the laboratory's test segment, and unchanged on the
 * study's other recordings, of which only mean and standard deviation are used: those of the emission, and of the time
 * to failure itself.
 *
 * @param model {@link TransferExperiment#CROSS_TRAINED} as in the paper; zero-shot and lab only beside it
 */
public record TimeToFailure(TransferExperiment model) implements Experiment {

  /** @throws ExperimentException if it is the simulation baseline */
  public TimeToFailure {
    if (model == TransferExperiment.SIMULATION_BASELINE) {
      throw new ExperimentException("Time to failure is tested on the laboratory recording; choose another "
          + "experiment than the simulation baseline.");
    }
  }

  @Override
  public String id() {
    return "time-to-failure-" + model.id();
  }

  @Override
  public String title() {
    return model.title();
  }

  @Override
  public LeadingScore leadingScore() {
    return LeadingScore.MAE;
  }

  @Override
  public boolean hasSimulation() {
    return model.hasSimulation();
  }

  @Override
  public Optional<String> obstacle(Study study) {
    return TimeToFailureTargets.obstacle(study);
  }

  @Override
  public List<StudyModel> models(ExperimentContext context, long seed) {
    return List.of(model.model(new TimeToFailureTargets(context).models(), seed));
  }

  @Override
  public List<Result> run(ExperimentContext context, long seed) {
    TimeToFailureTargets targets = new TimeToFailureTargets(context);
    List<Result> results = new ArrayList<>();
    results.add(result(targets, seed, targets.target(), targets.laboratory().training()));
    targets.others().forEach(other -> results.add(result(targets, seed, other, other.recording())));
    return results;
  }

  private Result result(TimeToFailureTargets targets, long seed, Target target, Recording known) {
    TransferModels models = targets.models();
    Prediction prediction = model.predict(targets.context(), models, seed, target.recording(), known);
    return Result.of(target.row(model.subject(targets.context(), id()),
        model.reference(targets.context(), models, seed), prediction.fault()), prediction);
  }
}
