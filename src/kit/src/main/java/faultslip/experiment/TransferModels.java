package faultslip.experiment;

import faultslip.ced.Augmentation;
import faultslip.ced.Ced;
import faultslip.ced.LatentStart;
import faultslip.ced.ManyChannels;
import faultslip.ced.ModelKey;
import faultslip.ced.ModelStore;
import faultslip.ced.Nowcast;
import faultslip.ced.ScalogramPair;
import faultslip.ced.ScalogramSettings;
import faultslip.ced.TrainedNetwork;
import faultslip.ced.TrainingData;
import faultslip.ced.TrainingProgress;
import faultslip.ced.TrainingSegment;
import faultslip.ced.TrainingSettings;
import faultslip.series.BurstClock;
import faultslip.series.Recording;
import faultslip.split.Segment;
import faultslip.split.Split;
import faultslip.split.SplitFractions;
import faultslip.split.Windows;
import faultslip.study.SampledMethod;
import faultslip.study.SampledMethod.Learner;
import faultslip.study.SampledMethod.NowcastWindows;
import faultslip.study.SampledMethod.WindowPair;
import faultslip.study.Study;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The models of the paper's core chain: trained on a study's simulation, on its laboratory recording, transferred. */
public final class TransferModels {
  private final Study study;
  private final SampledMethod method;
  private final ModelStore store;
  private final String names;
  private final Optional<NowcastWindows> nowcast;
  private final Optional<BurstClock> bursts;
  private final Split laboratory;

  /**
   * @param target what is predicted, before the names of trainings: "time to failure, "; "" for the fault state
   * @throws ExperimentException if they are to know nothing after a time, and the study makes no nowcasts
   */
  TransferModels(Study study, ModelStore store, String target, LookAhead lookAhead) {
    lookAhead.obstacle(study).ifPresent(why -> {
      throw new ExperimentException(why);
    });
    this.study = study;
    this.method = study.sampled();
    this.store = store;
    this.names = lookAhead.title(target);
    this.nowcast = lookAhead == LookAhead.WINDOW ? Optional.empty() : method.nowcast();
    this.bursts = lookAhead == LookAhead.NONE_WITH_BURST_CLOCK ? nowcast.map(NowcastWindows::bursts) : Optional.empty();
    this.laboratory = method.settings().splits().laboratory().of(study.laboratory().recording());
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
    return method.settings().splits().simulation().of(study.simulation().recording());
  }

  /** How they predict. */
  SegmentPredictor predictor() {
    return nowcast.<SegmentPredictor>map(causal -> new SegmentPredictor.Nowcasting(causal.memory(), bursts))
        .orElseGet(() -> new SegmentPredictor.Sliding(method.laboratoryWindows().training(), 1));
  }

  /** The model trained on the simulation. */
  public StudyModel onSimulation(long seed) {
    return onSimulation("simulation", seed, study.simulation().all().toList());
  }

  private StudyModel onSimulation(String title, long seed, List<Recording> rates) {
    Learner learner = seeing(method.transfer());
    TrainingSettings training = method.settings().training().simulation();
    SplitFractions split = method.settings().splits().simulation();
    WindowPair windows = nowcast.map(NowcastWindows::simulation).orElse(method.simulationWindows());
    ModelKey.Builder key =
        key("simulation", seed, learner).with("training", training).with("split", split).with("windows", windows);
    rates.forEach(rate -> key.with("recording", rate));
    return model(ofSimulation(title), seed, key, learner, training, Optional.empty(), (checkpoint, progress) ->
        Ced.train(learner.network(), data(rates.stream().map(split::of).toList(), learner.image(), Augmentation.NONE,
            windows), training, seed, checkpoint, progress));
  }

  /** The model trained on the laboratory recording alone. */
  public StudyModel onLaboratory(long seed) {
    Learner learner = seeing(method.laboratory());
    TrainingSettings training = method.settings().training().laboratory();
    Augmentation augmentation = method.settings().training().augmentation();
    ModelKey.Builder key =
        laboratoryKey("lab-only", seed, learner).with("training", training).with("augmentation", augmentation);
    return model("lab only", seed, key, learner, training, Optional.empty(), (checkpoint, progress) ->
        Ced.train(learner.network(), laboratoryData(learner, augmentation), training, seed, checkpoint, progress));
  }

  /** The simulation's model with its latent space trained on the laboratory recording. */
  public StudyModel crossTrained(long seed) {
    Learner learner = seeing(method.transfer());
    TrainingSettings training = method.settings().training().latentSpace();
    LatentStart start = method.settings().training().latentStart();
    StudyModel from = onSimulation(seed);
    ModelKey.Builder key = laboratoryKey("cross-trained", seed, learner).with("training", training)
        .with("start", start).with("from", from.key());
    return model(ofSimulation("cross-training"), seed, key, learner, training, Optional.of(from),
        (checkpoint, progress) -> from.get(TrainingProgress.SILENT).network()
            .crossTrain(laboratoryData(learner, Augmentation.NONE), training, start, seed, checkpoint, progress));
  }

  /** A model that is cross-trained but for one thing. */
  StudyModel control(TransferControl control, long seed) {
    Learner learner = seeing(method.transfer());
    TrainingSettings training = method.settings().training().latentSpace();
    LatentStart start = control.start(method.settings().training().latentStart());
    Optional<StudyModel> from = !control.hasSimulation() ? Optional.empty()
        : Optional.of(control != TransferControl.SHIFTED_FRICTION ? onSimulation(seed)
            : onSimulation("simulation, friction shifted", seed, study.simulation().all()
                .map(TransferControl::shifted).toList()));
    ModelKey.Builder key =
        laboratoryKey(control.id(), seed, learner).with("training", training).with("start", start);
    from.ifPresent(model -> key.with("from", model.key()));
    String title = control.hasSimulation() ? ofSimulation(control.title()) : control.title();
    return model(title, seed, key, learner, training, from, (checkpoint, progress) -> {
      Ced random = Ced.untrained(learner.network(), training.initialisation(), seed);
      Ced learned = from.map(model -> model.get(TrainingProgress.SILENT).network()).orElse(random);
      TrainingData data = laboratoryData(learner, Augmentation.NONE);
      return control == TransferControl.FINE_TUNED || control == TransferControl.NOTHING_BEFORE
          ? learned.fineTune(data, training, seed, checkpoint, progress)
          : control.frozen(random, learned).crossTrain(data, training, start, seed, checkpoint, progress);
    });
  }

  /** With the clock of bursts as a second image where that is seen. */
  private Learner seeing(Learner learner) {
    return bursts.isEmpty() ? learner : new Learner(learner.image(), new ManyChannels(learner.network(), 2));
  }

  /** The name of a training, with that of the simulation where there are several. */
  String ofSimulation(String title) {
    return study.simulations().size() == 1 ? title : title + " (" + study.simulation().name() + ")";
  }

  StudyModel model(String title, long seed, ModelKey.Builder key, Learner learner, TrainingSettings settings,
      Optional<StudyModel> from, BiFunction<Optional<Path>, TrainingProgress, TrainedNetwork> training) {
    nowcast.ifPresent(causal -> key.with("memory", causal.memory()));
    bursts.ifPresent(clock -> key.with("bursts", clock));
    return new StudyModel(names + title + ", seed " + seed, key.build(), learner, settings, training, from, store);
  }

  private TrainingData laboratoryData(Learner learner, Augmentation augmentation) {
    return data(List.of(laboratory), learner.image(), augmentation, method.laboratoryWindows());
  }

  private TrainingData data(List<Split> splits, ScalogramSettings image, Augmentation augmentation,
      WindowPair windows) {
    return nowcast.map(causal -> new Nowcast(image, windows.training().width(), causal.memory(), bursts)
        .trainingData(splits, augmentation, windows.training().step(), windows.validation().step()))
        .orElseGet(() -> TrainingData.of(splits, image, augmentation, windows.training(), windows.validation()));
  }

  /**
   * Windows over the known part of a segment, and over nothing else: its images are made of it alone. Those of a
   * nowcast are standardised by it alone, too, which has to begin with the recording then. It stands in for a
   * validation segment.
   */
  TrainingData known(TestSegment segment, ScalogramSettings image, Windows windows) {
    List<TrainingSegment> images = nowcast.map(causal -> {
      int length = segment.knownIn().length();
      // What follows would be to validate by; it is dropped.
      Split split = new Split(segment.whole().slice(0, length + windows.width()), new Segment(0, length),
          new Segment(length, length + windows.width()), Optional.empty());
      return new Nowcast(image, windows.width(), causal.memory(), bursts)
          .trainingData(List.of(split), Augmentation.NONE, windows.step(), windows.step()).training();
    }).orElseGet(() ->
        List.of(ScalogramPair.of(segment.known(), segment.standardisation(image, 1), image)));
    return new TrainingData(images, images, windows, windows);
  }

  private ModelKey.Builder laboratoryKey(String kind, long seed, Learner learner) {
    return key(kind, seed, learner).with("split", method.settings().splits().laboratory())
        .with("windows", method.laboratoryWindows()).with("recording", study.laboratory().recording());
  }

  static ModelKey.Builder key(String kind, long seed, Learner learner) {
    return ModelKey.of(kind).with("seed", seed).with("scalogram", learner.image())
        .with("architecture", learner.network());
  }
}
