package faultslip.experiment;

import faultslip.ced.Augmentation;
import faultslip.ced.Ced;
import faultslip.ced.LatentStart;
import faultslip.ced.ModelKey;
import faultslip.ced.ModelStore;
import faultslip.ced.Prediction;
import faultslip.ced.RecordingStandardisation;
import faultslip.ced.SlidingPrediction;
import faultslip.ced.TrainedNetwork;
import faultslip.ced.TrainingData;
import faultslip.ced.TrainingProgress;
import faultslip.ced.TrainingSettings;
import faultslip.series.Recording;
import faultslip.split.Split;
import faultslip.split.SplitFractions;
import faultslip.study.MethodSettings;
import faultslip.study.SampledMethod;
import faultslip.study.SampledMethod.Learner;
import faultslip.study.SampledMethod.WindowPair;
import faultslip.study.Study;
import java.util.List;
import java.util.Optional;

/**
 * The models of the paper's core chain on a study: trained on its simulation, on its laboratory recording, and
 * transferred.
 */
public final class TransferModels {
  private final Study study;
  private final SampledMethod method;
  private final ModelStore store;
  private final String target;
  private final Split laboratory;

  /** @param target what is predicted, before the names of trainings: "time to failure, "; "" for the fault state */
  TransferModels(Study study, ModelStore store, String target) {
    this.study = study;
    this.method = study.sampled();
    this.store = store;
    this.target = target;
    this.laboratory = study.method().splits().laboratory().of(study.laboratory().recording());
  }

  /** The method at the laboratory's sampling. */
  public SampledMethod method() {
    return method;
  }

  /** The laboratory recording, split. */
  public Split laboratory() {
    return laboratory;
  }

  /** The simulation at its reference rate, split. */
  public Split simulation() {
    return settings().splits().simulation().of(study.simulation().recording());
  }

  /** The model trained on the simulation. */
  public StudyModel onSimulation(long seed) {
    Learner learner = method.transfer();
    TrainingSettings training = settings().training().simulation();
    SplitFractions split = settings().splits().simulation();
    ModelKey.Builder key = key("simulation", seed, learner).with("training", training)
        .with("split", split).with("windows", method.simulationWindows());
    study.simulation().rates().forEach(rate -> key.with("recording", rate));
    return model("simulation", seed, key, Optional.empty(), learner, training, (checkpoint, progress) ->
        Ced.train(learner.network(), data(study.simulation().rates().stream().map(split::of).toList(), learner,
            Augmentation.NONE, method.simulationWindows()), training, seed, checkpoint, progress));
  }

  /** The model trained on the laboratory recording alone. */
  public StudyModel onLaboratory(long seed) {
    Learner learner = method.laboratory();
    TrainingSettings training = settings().training().laboratory();
    Augmentation augmentation = settings().training().augmentation();
    ModelKey.Builder key =
        laboratoryKey("lab-only", seed, learner).with("training", training).with("augmentation", augmentation);
    return model("lab only", seed, key, Optional.empty(), learner, training, (checkpoint, progress) ->
        Ced.train(learner.network(), data(List.of(laboratory), learner, augmentation, method.laboratoryWindows()),
            training, seed, checkpoint, progress));
  }

  /** The simulation's model with its latent space trained on the laboratory recording. */
  public StudyModel crossTrained(long seed) {
    Learner learner = method.transfer();
    TrainingSettings training = settings().training().latentSpace();
    LatentStart start = settings().training().latentStart();
    StudyModel from = onSimulation(seed);
    ModelKey.Builder key = laboratoryKey("cross-trained", seed, learner).with("training", training)
        .with("start", start).with("from", from.key());
    return model("cross-training", seed, key, Optional.of(from), learner, training, (checkpoint, progress) ->
        from.get(TrainingProgress.SILENT).network().crossTrain(data(List.of(laboratory), learner, Augmentation.NONE,
            method.laboratoryWindows()), training, start, seed, checkpoint, progress));
  }

  private StudyModel model(String title, long seed, ModelKey.Builder key, Optional<StudyModel> from, Learner learner,
      TrainingSettings settings, StudyModel.Training training) {
    return new StudyModel(target + title + ", seed " + seed, key.build(),
        new StudyModel.Recipe(learner.network(), settings, training), from, store);
  }

  /**
   * What a model says of a segment; from the store if it was asked before.
   *
   * @param learner whose image the model was trained on
   * @param known the part of the segment's recording that mean and standard deviation are taken from
   */
  public Prediction predict(StudyModel model, Learner learner, TrainedNetwork trained, Recording segment,
      Recording known) {
    return new SlidingPrediction(learner.image(), method.laboratoryWindows().training())
        .of(model.key(), trained::network, store.results(model.key()), segment,
            RecordingStandardisation.of(known, learner.image()));
  }

  private TrainingData data(List<Split> splits, Learner learner, Augmentation augmentation, WindowPair windows) {
    return TrainingData.of(splits, learner.image(), augmentation, windows.training(), windows.validation());
  }

  private MethodSettings settings() {
    return study.method();
  }

  private ModelKey.Builder laboratoryKey(String kind, long seed, Learner learner) {
    return key(kind, seed, learner).with("split", settings().splits().laboratory())
        .with("windows", method.laboratoryWindows()).with("recording", study.laboratory().recording());
  }

  private static ModelKey.Builder key(String kind, long seed, Learner learner) {
    return ModelKey.of(kind).with("seed", seed).with("scalogram", learner.image())
        .with("architecture", learner.network());
  }
}
