package faultslip.experiment;

import faultslip.ced.ModelKey;
import faultslip.ced.Prediction;
import faultslip.ced.RecordingStandardisation;
import faultslip.ced.ScalogramPair;
import faultslip.ced.ScalogramSettings;
import faultslip.ced.SlidingPrediction;
import faultslip.ced.TrainedNetwork;
import faultslip.ced.TrainingData;
import faultslip.ced.TrainingProgress;
import faultslip.ced.TrainingSettings;
import faultslip.evaluate.Scores;
import faultslip.series.Failure;
import faultslip.series.FailureCatalogue;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.series.Standardisation;
import faultslip.split.Segment;
import faultslip.split.Split;
import faultslip.study.FailureCriteria;
import java.util.List;
import java.util.Objects;

/**
 * Cross-training on one seismic cycle (figures 6 and 7 of the paper): the simulation's model, whose latent space learns
 * from the part after a failure, or from the part before the next one, and nothing else.
 *
 * <p>The cycle is the first whole one in the laboratory's training segment, and a part is half of it. Windows are shorter
 * than elsewhere, so that they fit ({@link LimitedCycleSettings#fitting}). A training window lies within the first nine
 * tenths of the part; a validation window lies within the last tenth, or, where that is shorter than a window, ends in
 * it and begins in what training has seen.
 *
 * <p>What is limited is what the latent space learns from: the windows. The scalogram they are cut from is that of the
 * training segment, and so are mean and standard deviation; coefficients of large scales therefore reach into the cycles
 * beside the one, but never beyond the training segment.
 */
public final class LimitedCycle {
  private final TransferChain chain;
  private final LimitedCycleSettings settings;
  private final Split laboratory;
  private final Segment cycle;

  /**
   * @param chain that has the simulation's model
   * @throws ExperimentException if the study does not say what a failure is, or its training segment has no whole cycle
   */
  public LimitedCycle(TransferChain chain) {
    this.chain = Objects.requireNonNull(chain, "chain");
    this.laboratory = chain.split(Experiment.CROSS_TRAINED);
    this.cycle = firstCycle();
    this.settings = LimitedCycleSettings.fitting(cycle.length(), chain.settings().scalogram(),
        chain.settings().architecture()).withEpochs(chain.settings().cycleEpochs());
  }

  private Segment firstCycle() {
    FailureCriteria criteria = chain.study().failures().orElseThrow(() -> new ExperimentException(
        "Study '%s' does not say what a failure is, so it has no cycles; give it failure criteria."
            .formatted(chain.study().name())));
    FailureCatalogue failures = criteria.laboratory().find(laboratory.training().fault());
    if (failures.size() < 2) {
      throw new ExperimentException(("The training segment of '%s' has %d failures, so no whole cycle; "
          + "give a longer recording.").formatted(laboratory.recording().name(), failures.size()));
    }
    Failure first = failures.failures().get(0);
    return new Segment(first.sample(), failures.failures().get(1).sample());
  }

  public LimitedCycleSettings settings() {
    return settings;
  }

  /** The cycle: samples of the laboratory recording from one failure to below the next. */
  public Segment cycle() {
    return cycle;
  }

  /** The part of the cycle that is learned from: samples of the laboratory recording, training and validation. */
  public Segment segment(CyclePart part) {
    return part.of(cycle);
  }

  /** Trains on a part of the cycle, if the store does not have that, and tests on the laboratory's test segment. */
  public LimitedCycleResult run(CyclePart part, long seed, TrainingProgress progress) {
    return result(part, seed, model(part, seed, progress), laboratory.testing(), laboratory.training());
  }

  /**
   * The same on the study's other recordings, of which the mean and standard deviation of the whole are used.
   *
   * @return a result a recording; empty if the study has none, which trains nothing
   */
  public List<LimitedCycleResult> runOnOthers(CyclePart part, long seed, TrainingProgress progress) {
    List<Recording> recordings = chain.study().others().recordings();
    if (recordings.isEmpty()) {
      return List.of();
    }
    TrainedNetwork trained = model(part, seed, progress);
    return recordings.stream().map(recording -> result(part, seed, trained, recording, recording)).toList();
  }

  /** The simulation's model with its latent space trained on a part of the cycle. */
  public TrainedNetwork model(CyclePart part, long seed, TrainingProgress progress) {
    int width = settings.windows().width();
    return chain.store().get(key(part, seed), chain.settings().architecture().withWidth(width),
        checkpoint -> chain.simulationModel(seed, TrainingProgress.SILENT).network().withWidth(width).crossTrain(
            data(part), training(part), settings.start(), seed, checkpoint, progress));
  }

  /** Gradient steps to reckon with in the training on a part; 0 if the store has it. */
  long stepsToCome(CyclePart part, long seed) {
    return chain.store().has(key(part, seed)) ? 0 : training(part).likelySteps();
  }

  private TrainingSettings training(CyclePart part) {
    int samples = split(part).train().length();
    return settings.training(settings.windows().starts(samples).length);
  }

  /** The part of the refined training segment, divided to learn from and to stop by. */
  private Split split(CyclePart part) {
    Segment segment = segment(part);
    return settings.split().of(laboratory.training().refined(settings.refinement())
        .slice(segment.from() * settings.refinement(), segment.to() * settings.refinement()));
  }

  private TrainingData data(CyclePart part) {
    Recording training = laboratory.training().refined(settings.refinement());
    ScalogramSettings image = chain.settings().scalogram();
    ScalogramPair scalograms = ScalogramPair.of(training, RecordingStandardisation.of(training, image), image);
    int from = segment(part).from() * settings.refinement();
    Split split = split(part);
    // Where a window does not fit into it, the first of them ends one step behind what training has seen.
    boolean fits = split.validation().length() >= settings.windows().width();
    int validation = split.validation().from() - (fits ? 0 : settings.windows().width() - settings.windows().step());
    return new TrainingData(List.of(scalograms.slice(from, from + split.train().to())),
        List.of(scalograms.slice(from + validation, from + split.validation().to())),
        settings.windows(), settings.windows());
  }

  private ModelKey key(CyclePart part, long seed) {
    return ModelKey.of("cycle-" + part.id()).with("seed", seed).with("scalogram", chain.settings().scalogram())
        .with("architecture", chain.settings().architecture()).with("training", training(part)).with("settings", settings)
        .with("part", segment(part)).with("from", chain.key(Experiment.ZERO_SHOT, seed))
        .with("recording", laboratory.training()).build();
  }

  private LimitedCycleResult result(CyclePart part, long seed, TrainedNetwork trained, Recording tested, Recording known) {
    ModelKey key = key(part, seed);
    Prediction prediction = predict(key, trained, tested, known);
    Series predicted = prediction.fault().everyNth(settings.refinement());
    Scores scores = Scores.of(tested.fault(), predicted, Standardisation.of(known.fault()).mean());
    return new LimitedCycleResult(part, chain.study().name(), key.abbreviated(), seed,
        trained.history().bestLoss(), prediction, scores);
  }

  private Prediction predict(ModelKey key, TrainedNetwork trained, Recording tested, Recording known) {
    RecordingStandardisation standardisation =
        RecordingStandardisation.of(known.refined(settings.refinement()), chain.settings().scalogram());
    return new SlidingPrediction(chain.settings().scalogram(), settings.windows())
        .of(key, trained::network, chain.store().results(key), tested.refined(settings.refinement()), standardisation);
  }
}
