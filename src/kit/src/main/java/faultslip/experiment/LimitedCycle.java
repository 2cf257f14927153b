package faultslip.experiment;

import faultslip.ced.LatentStart;
import faultslip.ced.ModelKey;
import faultslip.ced.RecordingStandardisation;
import faultslip.ced.ScalogramPair;
import faultslip.ced.ScalogramSettings;
import faultslip.ced.TrainingData;
import faultslip.ced.TrainingProgress;
import faultslip.ced.TrainingSettings;
import faultslip.series.Failure;
import faultslip.series.Recording;
import faultslip.split.Segment;
import faultslip.split.Split;
import faultslip.split.SplitFractions;
import faultslip.split.Windows;
import faultslip.study.MethodSettings.CycleTraining;
import faultslip.study.SampledMethod.Learner;
import faultslip.study.Study;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Cross-training on windows of half a seismic cycle, which runs from one failure to the next (figures 6 and 7 of the
 * paper): the simulation's model, whose latent space learns from the windows of that half. It knows more than the half:
 * {@link StrictCycle} does not.
 *
 * <p>The cycle is the first whole one in the laboratory's training segment. Windows are shorter than elsewhere, so that
 * they fit ({@link LimitedCycleSettings#fitting}). A training window lies within the first nine tenths of the half; a
 * validation window lies within the last tenth, or, where that is shorter than a window, ends in it and begins in what
 * training has seen.
 *
 * <p>What is limited is what the latent space learns from: the windows. The scalogram they are cut from is that of the
 * training segment, and so are mean and standard deviation; coefficients of large scales therefore reach into the
 * cycles beside the one, but never beyond the training segment.
 */
public enum LimitedCycle implements Experiment {
  /** From the failure on, the drop of the fault state included. */
  POST_FAILURE,
  /** Up to the sample before the next failure. */
  PRE_FAILURE;

  /** The half of a cycle; of an odd number of samples, the later half has one more. */
  Segment of(Segment cycle) {
    int middle = cycle.from() + cycle.length() / 2;
    return this == POST_FAILURE ? new Segment(cycle.from(), middle) : new Segment(middle, cycle.to());
  }

  @Override
  public String id() {
    return "limited-cycle-" + title();
  }

  @Override
  public String title() {
    return this == POST_FAILURE ? "post-failure" : "pre-failure";
  }

  @Override
  public Optional<String> obstacle(Study study) {
    return target().obstacle(study).or(() -> Target.TIME_TO_FAILURE.obstacle(study));
  }

  @Override
  public List<StudyModel> models(ExperimentContext context, long seed) {
    return List.of(learned(context).model(this, seed));
  }

  @Override
  public List<Result> run(ExperimentContext context, long seed) {
    HalfCycle half = learned(context);
    return context.results(this, half.model(this, seed), seed,
        new SegmentPredictor.Sliding(half.settings.windows(), half.settings.refinement()),
        Stream.of(Target.FAULT_STATE, Target.SECOND_EXPERIMENT)
            .flatMap(target -> target.of(context, LookAhead.WINDOW).segments().stream()));
  }

  /**
   * The half of a study's cycle that is learned from, and how.
   *
   * @throws ExperimentException if the study does not say what a failure is, or its training segment has no whole cycle
   *     that fits
   */
  public HalfCycle learned(ExperimentContext context) {
    TransferModels models = context.models();
    Segment cycle = firstCycle(context.study(), models.laboratory().training());
    return new HalfCycle(models, of(cycle), LimitedCycleSettings.fitting(cycle.length(), models.method().transfer(),
        models.method().settings().cycle()));
  }

  /** The first whole cycle of the laboratory's training segment. */
  static Segment firstCycle(Study study, Recording training) {
    List<Failure> failures = study.laboratory().criterion()
        .orElseThrow(() -> new ExperimentException(Target.TIME_TO_FAILURE.obstacle(study).orElseThrow()))
        .find(training.fault()).failures();
    if (failures.size() < 2) {
      throw new ExperimentException(("The training segment of '%s' has %d failures, so no whole cycle; "
          + "give a longer recording.").formatted(training.name(), failures.size()));
    }
    return new Segment(failures.get(0).sample(), failures.get(1).sample());
  }

  /**
   * The half of the first whole cycle of a study's training segment, and what is trained on it.
   *
   * @param models of the study
   * @param segment samples of the laboratory recording, training and validation
   * @param settings how the latent space is trained on them
   */
  public record HalfCycle(TransferModels models, Segment segment, LimitedCycleSettings settings) {

    StudyModel model(LimitedCycle half, long seed) {
      Learner learner = models.method().transfer();
      Recording whole = models.laboratory().training();
      Recording refined = whole.refined(settings.refinement());
      int from = segment.from() * settings.refinement();
      Split split = settings.split().of(refined.slice(from, segment.to() * settings.refinement()));
      TrainingSettings training = settings.training(settings.windows().starts(split.train().length()).length);
      StudyModel grown = models.onSimulation(seed);
      ModelKey.Builder key = TransferModels.key("cycle-" + half.title(), seed, learner).with("training", training)
          .with("settings", settings).with("part", segment).with("from", grown.key()).with("recording", whole);
      int width = settings.windows().width();
      return models.model(models.ofSimulation(half.title() + " part of a cycle"), seed, key,
          new Learner(learner.image(), learner.network().withWidth(width)), training, Optional.of(grown),
          (checkpoint, progress) -> grown.get(TrainingProgress.SILENT).network().withWidth(width).crossTrain(
              data(refined, from, split, learner.image()), training, settings.start(), seed, checkpoint, progress));
    }

    private TrainingData data(Recording refined, int from, Split split, ScalogramSettings image) {
      ScalogramPair scalograms = ScalogramPair.of(refined, RecordingStandardisation.of(refined, image), image);
      // Where a window does not fit into it, the first of them ends one step behind what training has seen.
      boolean fits = split.validation().length() >= settings.windows().width();
      int validation = split.validation().from() - (fits ? 0 : settings.windows().width() - settings.windows().step());
      return new TrainingData(List.of(scalograms.slice(from, from + split.train().to())),
          List.of(scalograms.slice(from + validation, from + split.validation().to())),
          settings.windows(), settings.windows());
    }
  }

  /**
   * How a latent space is trained on half a seismic cycle.
   *
   * @param refinement samples interpolated for each of the recording, at least 1
   * @param windows windows over the refined recording, to train, to validate and to average over
   * @param split of the half cycle: 90 % to train, 10 % to stop by
   * @param start where the latent space starts from
   * @param training how the latent space learns
   */
  public record LimitedCycleSettings(int refinement, Windows windows, SplitFractions split, LatentStart start,
      CycleTraining training) {
    /** The paper's windows here are a fifth as long as elsewhere: 0.4 s instead of 2 s. */
    private static final int PAPER_REDUCTION = 5;

    /**
     * Windows reduced to fit half a cycle: to a fifth, as in the paper, a step a quarter of that, if the network's
     * layers can take so few samples; convolutions do not care how wide a window is.
     *
     * <p>Where sampling is too slow for that, windows keep their number of samples, and the recording is refined by
     * linear interpolation instead, as far as the paper reduces its windows, but not so far that the largest scale no
     * longer spans the cycle, for then the cycle's own course would be missing from the image. At 10 Hz and a cycle of
     * 10.5 s that makes 40 Hz and windows of 1.6 s instead of 6.4 s. Interpolation adds no information. What makes it
     * honest is that the simulation was learned from at several paces: a cycle of four times as many samples is one of
     * them. Narrower windows did worse on validation data.
     *
     * <p>The latent space starts from the simulation's weights and learns slowly. Compared with weights drawn afresh
     * and ten times the learning rate, that did better on validation data for the part after the failure, with one
     * seed; for the part before it they have not been compared.
     *
     * @param cycle samples of the cycle, as recorded
     * @param learner that has learned from the simulation
     * @param training how its latent space learns
     * @throws ExperimentException if the cycle is longer than the largest scale spans, or too short for a window in
     *     nine tenths of its half
     */
    public static LimitedCycleSettings fitting(int cycle, Learner learner, CycleTraining training) {
      int full = learner.network().width();
      int reduction = learner.network().reduction();
      double spanned = learner.image().wavelet().fourierFactor() * learner.image().largestScale();
      int reduced = full / PAPER_REDUCTION;
      boolean narrow = reduced >= 2 * reduction && reduced % reduction == 0;
      int refinement = narrow ? 1 : (int) Math.min(PAPER_REDUCTION, spanned / cycle);
      int width = narrow ? reduced : full;
      if (spanned < cycle || cycle / 2 * refinement * SplitFractions.SINGLE_CYCLE.train() / 100 < width) {
        throw new ExperimentException(
            ("A cycle of %d samples does not fit scales that span %.0f and windows of %d samples; "
            + "give a recording of another sampling.").formatted(cycle, spanned, width));
      }
      return new LimitedCycleSettings(refinement, new Windows(width, narrow ? width / 4 : width / 16),
          SplitFractions.SINGLE_CYCLE, LatentStart.TRAINED, training);
    }

    /** The training on so many windows: validated once an epoch. */
    TrainingSettings training(int windowsToLearn) {
      int epoch = (windowsToLearn + training.batch() - 1) / training.batch();
      return TrainingSettings.standard().withSteps(training.epochs() * epoch).withBatch(training.batch())
          .withLearningRate(training.learningRate(), 0).withRegularisation(TrainingSettings.Regularisation.NONE)
          .withAveraging(training.averaging()).withStopping(epoch, training.patience() * epoch);
    }
  }
}
