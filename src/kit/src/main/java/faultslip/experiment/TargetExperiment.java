package faultslip.experiment;

import faultslip.study.Study;
import java.util.Optional;

/** What the kit's experiments on a target have in common. */
abstract class TargetExperiment implements Experiment {
  private final String id;
  private final String title;
  private final Target target;
  private final boolean hasSimulation;

  /** @param id in full, as in results files */
  TargetExperiment(String id, String title, Target target, boolean hasSimulation) {
    this.id = id;
    this.title = title;
    this.target = target;
    this.hasSimulation = hasSimulation;
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final String title() {
    return title;
  }

  @Override
  public final boolean hasSimulation() {
    return hasSimulation;
  }

  @Override
  public final LeadingScore leadingScore() {
    return target == Target.TIME_TO_FAILURE ? LeadingScore.MAE : LeadingScore.MAPE;
  }

  @Override
  public final Optional<String> obstacle(Study study) {
    return target.obstacle(study);
  }
}
