package faultslip.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The experiments of the core chain, with the MAPE the paper prints (on its own recordings). */
public enum Experiment {
  /** Trained and tested on the simulation (figure 2). */
  SIMULATION_BASELINE("simulation-baseline", "simulation baseline", 4.237),
  /** Trained and tested on the laboratory fault (figure 3a). */
  LAB_ONLY("lab-only", "lab only", 1.137),
  /** Trained on the simulation, tested on the laboratory fault unseen (figure 3b). */
  ZERO_SHOT("zero-shot", "zero-shot transfer", 4.232),
  /** Trained on the simulation, its latent space on a little of the laboratory fault (figure 3c). */
  CROSS_TRAINED("cross-trained", "cross-trained", 1.650);

  /** Those that are tested on the laboratory fault. */
  public static final List<Experiment> ON_LABORATORY = List.of(LAB_ONLY, ZERO_SHOT, CROSS_TRAINED);

  private final String id;
  private final String title;
  private final double paperMape;

  Experiment(String id, String title, double paperMape) {
    this.id = id;
    this.title = title;
    this.paperMape = paperMape;
  }

  /** As in results files: "cross-trained". */
  public String id() {
    return id;
  }

  /** As in figures: "zero-shot transfer". */
  public String title() {
    return title;
  }

  /** MAPE printed in the paper, in percent. */
  public double paperMape() {
    return paperMape;
  }

  /** The experiment of an id, if there is one. */
  public static Optional<Experiment> of(String id) {
    return Arrays.stream(values()).filter(experiment -> experiment.id.equals(id)).findFirst();
  }
}
