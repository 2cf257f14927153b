package faultslip.experiment;

import faultslip.ced.Augmentation;
import faultslip.ced.Ced;
import faultslip.ced.CedArchitecture;
import faultslip.ced.ModelKey;
import faultslip.ced.ModelStore;
import faultslip.ced.Prediction;
import faultslip.ced.RecordingStandardisation;
import faultslip.ced.ScalogramSettings;
import faultslip.ced.SlidingPrediction;
import faultslip.ced.TrainedNetwork;
import faultslip.ced.TrainingData;
import faultslip.ced.TrainingProgress;
import faultslip.evaluate.Scores;
import faultslip.series.Recording;
import faultslip.series.Standardisation;
import faultslip.split.Split;
import faultslip.study.Study;
import java.util.List;
import java.util.Objects;

/**
 * The core chain of the paper on one study: simulation baseline, lab only, zero-shot, cross-trained. Every model comes
 * from the store or is trained into it.
 *
 * <p>Each experiment looks at its test segment once, to predict and score it.
 */
public final class TransferChain {
  private final Study study;
  private final MethodSettings settings;
  private final ModelStore store;
  private final Split laboratory;

  public TransferChain(Study study, MethodSettings settings, ModelStore store) {
    this.study = Objects.requireNonNull(study, "study");
    this.settings = Objects.requireNonNull(settings, "settings");
    this.store = Objects.requireNonNull(store, "store");
    this.laboratory = settings.laboratorySplit().of(study.laboratory());
  }

  public Study study() {
    return study;
  }

  public MethodSettings settings() {
    return settings;
  }

  /** The split of the recording that an experiment is tested on. */
  Split split(Experiment experiment) {
    return experiment == Experiment.SIMULATION_BASELINE ? settings.simulationSplit().of(study.simulation()) : laboratory;
  }

  ModelStore store() {
    return store;
  }

  /** One experiment for one seed; trains what the store does not have. */
  public ExperimentResult run(Experiment experiment, long seed, TrainingProgress progress) {
    TrainedNetwork trained = model(experiment, seed, progress);
    Split split = split(experiment);
    Prediction prediction = predict(experiment, seed, trained, split.testing(), split.training());
    double trainingMean = Standardisation.of(split.training().fault()).mean();
    Scores scores = Scores.of(prediction.segment().fault(), prediction.fault(), trainingMean);
    return new ExperimentResult(experiment, study.name(), key(experiment, seed).abbreviated(), seed,
        trained.history().bestLoss(), prediction, scores);
  }

  /** The model behind an experiment; trained if the store does not have it. */
  public TrainedNetwork model(Experiment experiment, long seed, TrainingProgress progress) {
    return switch (experiment) {
      case SIMULATION_BASELINE, ZERO_SHOT -> simulationModel(seed, progress);
      case LAB_ONLY -> laboratoryModel(seed, progress);
      case CROSS_TRAINED -> crossTrainedModel(seed, progress);
    };
  }

  /** The key of that model. */
  ModelKey key(Experiment experiment, long seed) {
    return switch (experiment) {
      case SIMULATION_BASELINE, ZERO_SHOT -> simulationKey(seed);
      case LAB_ONLY -> laboratoryKey(seed);
      case CROSS_TRAINED -> crossTrainedKey(seed);
    };
  }

  /**
   * What the model of an experiment says of a segment; from the store if it was asked before.
   *
   * @param known the part of its recording that mean and standard deviation are taken from
   */
  Prediction predict(Experiment experiment, long seed, TrainedNetwork trained, Recording segment, Recording known) {
    ScalogramSettings scalogram = scalogram(experiment);
    ModelKey key = key(experiment, seed);
    return new SlidingPrediction(scalogram, settings.laboratoryWindows())
        .of(key, trained::network, store.results(key), segment, RecordingStandardisation.of(known, scalogram));
  }

  /** The image that the model of an experiment was trained on. */
  public ScalogramSettings scalogram(Experiment experiment) {
    return experiment == Experiment.LAB_ONLY ? settings.laboratoryScalogram() : settings.scalogram();
  }

  /** The model trained on the simulation. */
  public TrainedNetwork simulationModel(long seed, TrainingProgress progress) {
    return store.get(simulationKey(seed), settings.architecture(), checkpoint -> Ced.train(settings.architecture(),
        TrainingData.of(study.simulationRates().stream().map(settings.simulationSplit()::of).toList(),
            settings.scalogram(), Augmentation.NONE, settings.simulationWindows(), settings.simulationValidation()),
        settings.simulationTraining(), seed, checkpoint, progress));
  }

  /** The model trained on the laboratory recording alone. */
  public TrainedNetwork laboratoryModel(long seed, TrainingProgress progress) {
    return store.get(laboratoryKey(seed), settings.laboratoryArchitecture(),
        checkpoint -> Ced.train(settings.laboratoryArchitecture(),
            laboratoryData(settings.laboratoryScalogram(), settings.laboratoryAugmentation()), settings.laboratoryTraining(), seed, checkpoint, progress));
  }

  /** The simulation's model with its latent space trained on the laboratory recording. */
  public TrainedNetwork crossTrainedModel(long seed, TrainingProgress progress) {
    return store.get(crossTrainedKey(seed), settings.architecture(),
        checkpoint -> simulationModel(seed, TrainingProgress.SILENT).network().crossTrain(
            laboratoryData(settings.scalogram(), Augmentation.NONE), settings.crossTraining(), settings.latentStart(), seed, checkpoint, progress));
  }

  /** Gradient steps to reckon with in the trainings that the store lacks for a seed; 0 if it has them all. */
  long stepsToCome(long seed) {
    return (store.has(simulationKey(seed)) ? 0 : settings.simulationTraining().likelySteps())
        + (store.has(laboratoryKey(seed)) ? 0 : settings.laboratoryTraining().likelySteps())
        + (store.has(crossTrainedKey(seed)) ? 0 : settings.crossTraining().likelySteps());
  }

  private TrainingData laboratoryData(ScalogramSettings scalogram, Augmentation augmentation) {
    return TrainingData.of(List.of(laboratory), scalogram, augmentation, settings.laboratoryWindows(),
        settings.laboratoryValidation());
  }

  private ModelKey simulationKey(long seed) {
    ModelKey.Builder key = key("simulation", seed, settings.scalogram(), settings.architecture()).with("training", settings.simulationTraining())
        .with("split", settings.simulationSplit()).with("windows", settings.simulationWindows())
        .with("validation", settings.simulationValidation());
    for (Recording rate : study.simulationRates()) {
      key.with("recording", rate);
    }
    return key.build();
  }

  private ModelKey laboratoryKey(long seed) {
    return laboratoryKey("lab-only", seed, settings.laboratoryScalogram(), settings.laboratoryArchitecture())
       .with("training", settings.laboratoryTraining())
        .with("augmentation", settings.laboratoryAugmentation()).build();
  }

  private ModelKey crossTrainedKey(long seed) {
    return laboratoryKey("cross-trained", seed, settings.scalogram(), settings.architecture())
       .with("training", settings.crossTraining())
        .with("start", settings.latentStart()).with("from", simulationKey(seed)).build();
  }

  private ModelKey.Builder laboratoryKey(String kind, long seed, ScalogramSettings scalogram, CedArchitecture architecture) {
    return key(kind, seed, scalogram, architecture).with("split", settings.laboratorySplit()).with("windows", settings.laboratoryWindows())
        .with("validation", settings.laboratoryValidation()).with("recording", study.laboratory());
  }

  private ModelKey.Builder key(String kind, long seed, ScalogramSettings scalogram, CedArchitecture architecture) {
    return ModelKey.of(kind).with("seed", seed).with("scalogram", scalogram)
        .with("architecture", architecture);
  }
}
