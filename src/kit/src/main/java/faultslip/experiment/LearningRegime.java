package faultslip.experiment;

import faultslip.study.SampledMethod.Learner;
import java.util.List;

/** What a network of the paper's core chain has learned from. */
public enum LearningRegime {
  /** Trained and tested on the simulation (figure 2). */
  SIMULATION_BASELINE("simulation-baseline", "simulation baseline", 4.237),
  /** Trained and tested on the laboratory fault (figure 3a). */
  LAB_ONLY("lab-only", "lab only", 1.137),
  /** Trained on the simulation, tested on the laboratory fault unseen (figure 3b). */
  ZERO_SHOT("zero-shot", "zero-shot transfer", 4.232),
  /** Trained on the simulation, its latent space on a little of the laboratory fault (figure 3c). */
  CROSS_TRAINED("cross-trained", "cross-trained", 1.650);

  /** Those that are tested on the laboratory fault. */
  public static final List<LearningRegime> ON_LABORATORY = List.of(LAB_ONLY, ZERO_SHOT, CROSS_TRAINED);

  private final String id;
  private final String title;
  private final double paperMape;

  LearningRegime(String id, String title, double paperMape) {
    this.id = id;
    this.title = title;
    this.paperMape = paperMape;
  }

  /** As in results files: "cross-trained". */
  public String id() {
    return id;
  }

  public String title() {
    return title;
  }

  /** The MAPE that the paper prints, on its own recordings, in percent. */
  public double paperMape() {
    return paperMape;
  }

  StudyModel model(TransferModels models, long seed) {
    return switch (this) {
      case SIMULATION_BASELINE, ZERO_SHOT -> models.onSimulation(seed);
      case LAB_ONLY -> models.onLaboratory(seed);
      case CROSS_TRAINED -> models.crossTrained(seed);
    };
  }

  Learner learner(TransferModels models) {
    return this == LAB_ONLY ? models.method().laboratory() : models.method().transfer();
  }
}
