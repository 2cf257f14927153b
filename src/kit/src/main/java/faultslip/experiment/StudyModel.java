package faultslip.experiment;

import faultslip.ced.ModelKey;
import faultslip.ced.ModelStore;
import faultslip.ced.NetworkArchitecture;
import faultslip.ced.TrainedNetwork;
import faultslip.ced.TrainingProgress;
import faultslip.ced.TrainingSettings;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** A model that a study asks for: in the store, or to be trained into it. */
public final class StudyModel {
  private final String title;
  private final ModelKey key;
  private final NetworkArchitecture architecture;
  private final TrainingSettings settings;
  private final Optional<StudyModel> from;
  private final ModelStore store;
  private final Training training;

  /** Trains a model. */
  @FunctionalInterface
  public interface Training {
    /**
     * Trains it.
     *
     * @param checkpoint where to go on from, if it is there, and to keep what is needed to go on
     */
    TrainedNetwork train(Optional<Path> checkpoint, TrainingProgress progress);
  }

  /**
   * @param title of the training, for humans: "cross-training, seed 1"
   * @param key everything that determines the model
   * @param settings of its training, for a forecast of its steps
   * @param from the model that it starts from
   */
  public StudyModel(String title, ModelKey key, NetworkArchitecture architecture, TrainingSettings settings,
      Optional<StudyModel> from, ModelStore store, Training training) {
    this.title = Objects.requireNonNull(title, "title");
    this.key = Objects.requireNonNull(key, "key");
    this.architecture = Objects.requireNonNull(architecture, "architecture");
    this.settings = Objects.requireNonNull(settings, "settings");
    this.from = Objects.requireNonNull(from, "from");
    this.store = Objects.requireNonNull(store, "store");
    this.training = Objects.requireNonNull(training, "training");
  }

  public String title() {
    return title;
  }

  public ModelKey key() {
    return key;
  }

  /** The model that it starts from. */
  public Optional<StudyModel> from() {
    return from;
  }

  /**
   * The trained network, from the store or trained now.
   *
   * @throws faultslip.FaultslipException if the training fails, or the store cannot be written
   */
  public TrainedNetwork get(TrainingProgress progress) {
    return store.get(key, architecture, checkpoint -> training.train(checkpoint, progress));
  }

  /** Gradient steps to reckon with; 0 if the store has the model. */
  public long stepsToCome() {
    return store.has(key) ? 0 : settings.likelySteps();
  }
}
