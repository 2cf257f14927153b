package faultslip.experiment;

import faultslip.ced.ModelKey;
import faultslip.ced.ModelStore;
import faultslip.ced.TrainedNetwork;
import faultslip.ced.TrainingProgress;
import faultslip.ced.TrainingSettings;
import faultslip.data.Lease;
import faultslip.data.LeftBehind;
import faultslip.study.SampledMethod.Learner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A model that a study asks for: in the store, or to be trained into it.
 *
 * @param title of the training, for humans: "cross-training, seed 1"
 * @param key everything that determines the model
 * @param learner the network, and the image it sees
 * @param settings of the training, for a forecast of its steps
 * @param training trains the network: goes on from the checkpoint if that is there, keeps there what is needed to go on
 * @param from the model that it starts from
 * @param store where it is kept
 */
public record StudyModel(String title, ModelKey key, Learner learner, TrainingSettings settings,
    BiFunction<Optional<Path>, TrainingProgress, TrainedNetwork> training, Optional<StudyModel> from,
    ModelStore store) implements Task {

  /**
   * The trained network, from the store or trained now. Whoever asks for one that is being trained, in this process or
   * another, on this machine or one that shares the store, waits for it.
   *
   * @throws faultslip.FaultslipException if the training fails, or the store cannot be written
   */
  public TrainedNetwork get(TrainingProgress progress) {
    if (store.has(key)) {
      return stored(progress);
    }
    try (Lease lease = Lease.take(leaseFile(), "choose another folder for the models (FAULTSLIP_MODELS)")) {
      LeftBehind.inFolder(leaseFile().getParent());
      return stored(progress);
    }
  }

  private TrainedNetwork stored(TrainingProgress progress) {
    return store.get(key, learner.network(), checkpoint -> training.apply(checkpoint, progress));
  }

  private Path leaseFile() {
    return store.folder().resolve(key.abbreviated()).resolve("lease");
  }

  @Override
  public boolean isTaken() {
    return Lease.isHeld(leaseFile());
  }

  @Override
  public String id() {
    return key.abbreviated();
  }

  @Override
  public List<StudyModel> after() {
    return from.stream().toList();
  }

  @Override
  public boolean isDone() {
    return store.has(key);
  }

  @Override
  public void perform(TrainingProgress progress) {
    TrainedNetwork unused = get(progress);
  }

  @Override
  public long stepsToCome() {
    return store.has(key) ? 0 : settings.likelySteps();
  }
}
