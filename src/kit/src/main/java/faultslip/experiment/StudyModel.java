package faultslip.experiment;

import faultslip.ced.ModelKey;
import faultslip.ced.ModelStore;
import faultslip.ced.NetworkArchitecture;
import faultslip.ced.TrainedNetwork;
import faultslip.ced.TrainingProgress;
import faultslip.ced.TrainingSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model that a study asks for: in the store, or to be trained into it.
 *
 * @param title of the training, for humans: "cross-training, seed 1"
 * @param key everything that determines the model
 * @param recipe how it is trained
 * @param from the model that it starts from
 * @param store where it is kept
 */
public record StudyModel(String title, ModelKey key, Recipe recipe, Optional<StudyModel> from, ModelStore store) {

  /** How a model is trained; the settings are for a forecast of its steps. */
  public record Recipe(NetworkArchitecture architecture, TrainingSettings settings, Training training) {}

  /** Trains a model. */
  @FunctionalInterface
  public interface Training {
    /** Trains it: goes on from the checkpoint if it is there, and keeps there what is needed to go on. */
    TrainedNetwork train(Optional<Path> checkpoint, TrainingProgress progress);
  }

  /**
   * The trained network, from the store or trained now.
   *
   * @throws faultslip.FaultslipException if the training fails, or the store cannot be written
   */
  public TrainedNetwork get(TrainingProgress progress) {
    return store.get(key, recipe.architecture(), checkpoint -> recipe.training().train(checkpoint, progress));
  }

  ResultRow.Model inRows(long seed, TrainedNetwork trained) {
    return ResultRow.Model.network(key.abbreviated(), seed, trained.history().bestLoss());
  }

  /** Gradient steps to reckon with; 0 if the store has the model. */
  public long stepsToCome() {
    return store.has(key) ? 0 : recipe.settings().likelySteps();
  }
}
