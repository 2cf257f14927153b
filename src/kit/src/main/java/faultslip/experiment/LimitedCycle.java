package faultslip.experiment;

import faultslip.ced.ModelKey;
import faultslip.ced.Prediction;
import faultslip.ced.RecordingStandardisation;
import faultslip.ced.ScalogramPair;
import faultslip.ced.SlidingPrediction;
import faultslip.ced.TrainedNetwork;
import faultslip.ced.TrainingData;
import faultslip.ced.TrainingProgress;
import faultslip.ced.TrainingSettings;
import faultslip.series.FailureCatalogue;
import faultslip.series.Recording;
import faultslip.split.Segment;
import faultslip.split.Split;
import faultslip.study.SampledMethod.Learner;
import faultslip.study.Study;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Cross-training on one seismic cycle (figures 6 and 7 of the paper): the simulation's model, whose latent space learns
 * from the part after a failure, or from the part before the next one, and nothing else.
 *
 * <p>The cycle is the first whole one in the laboratory's training segment, and a part is half of it. Windows are
 * shorter than elsewhere, so that they fit ({@link LimitedCycleSettings#fitting}). A training window lies within the
 * first nine tenths of the part; a validation window lies within the last tenth, or, where that is shorter than a
 * window, ends in it and begins in what training has seen.
 *
 * <p>What is limited is what the latent space learns from: the windows. The scalogram they are cut from is that of the
 * training segment, and so are mean and standard deviation; coefficients of large scales therefore reach into the
 * cycles beside the one, but never beyond the training segment.
 *
 * @param part which half
 */
public record LimitedCycle(CyclePart part) implements Experiment {

  @Override
  public String id() {
    return "limited-cycle-" + part.id();
  }

  @Override
  public String title() {
    return part.id();
  }

  @Override
  public Optional<String> obstacle(Study study) {
    return study.hasFailures() ? Optional.empty() : Optional.of(
        "Study '%s' does not say what a failure is, so it has no cycles; give it failure criteria."
        .formatted(study.name()));
  }

  @Override
  public List<StudyModel> models(ExperimentContext context, long seed) {
    return List.of(new Cycle(context).model(seed));
  }

  @Override
  public List<Result> run(ExperimentContext context, long seed) {
    Cycle cycle = new Cycle(context);
    StudyModel model = cycle.model(seed);
    TrainedNetwork trained = context.trained(model);
    return Stream.of(Target.FAULT_STATE, Target.SECOND_EXPERIMENT)
        .flatMap(target -> target.of(context).segments().stream()).map(segment -> {
          Prediction prediction = cycle.predict(model, trained, segment);
          return segment.result(this, context, model.inRows(seed, trained),
              prediction.fault().everyNth(cycle.settings.refinement()), Optional.of(prediction));
        }).toList();
  }

  /**
   * How the latent space is trained on a study's cycle.
   *
   * @throws ExperimentException if the study does not say what a failure is, or its training segment has no whole cycle
   *     that fits
   */
  public static LimitedCycleSettings settings(ExperimentContext context) {
    return new LimitedCycle(CyclePart.POST_FAILURE).new Cycle(context).settings;
  }

  /** The part of a study's cycle that is learned from: samples of the laboratory recording, training and validation. */
  public Segment segment(ExperimentContext context) {
    return new Cycle(context).half;
  }

  /** The part of the first whole cycle of a study's training segment, and what is trained on it. */
  private final class Cycle {
    private final ExperimentContext context;
    private final TransferModels models;
    private final Learner learner;
    private final Segment half;
    private final LimitedCycleSettings settings;
    /** The training segment with refined sampling. */
    private final Recording refined;
    /** The half in it, divided to learn from and to stop by. */
    private final Split split;
    private final TrainingSettings training;

    Cycle(ExperimentContext context) {
      this.context = context;
      this.models = context.models();
      this.learner = models.method().transfer();
      Recording recording = models.laboratory().training();
      FailureCatalogue failures = context.study().laboratory().criterion()
          .orElseThrow(() -> new ExperimentException(obstacle(context.study()).orElseThrow())).find(recording.fault());
      if (failures.size() < 2) {
        throw new ExperimentException(("The training segment of '%s' has %d failures, so no whole cycle; "
            + "give a longer recording.").formatted(recording.name(), failures.size()));
      }
      Segment cycle = new Segment(failures.failures().get(0).sample(), failures.failures().get(1).sample());
      this.half = part.of(cycle);
      this.settings = LimitedCycleSettings.fitting(cycle.length(), learner, context.study().method().cycle());
      this.refined = recording.refined(settings.refinement());
      this.split = settings.split()
          .of(refined.slice(half.from() * settings.refinement(), half.to() * settings.refinement()));
      this.training = settings.training(settings.windows().starts(split.train().length()).length);
    }

    StudyModel model(long seed) {
      int width = settings.windows().width();
      StudyModel from = models.onSimulation(seed);
      ModelKey key = ModelKey.of("cycle-" + part.id()).with("seed", seed).with("scalogram", learner.image())
          .with("architecture", learner.network()).with("training", training).with("settings", settings)
          .with("part", half).with("from", from.key()).with("recording", models.laboratory().training()).build();
      return new StudyModel(part.id() + " part of a cycle, seed " + seed, key,
          new StudyModel.Recipe(learner.network().withWidth(width), training, (checkpoint, progress) ->
              from.get(TrainingProgress.SILENT).network().withWidth(width)
                  .crossTrain(data(), training, settings.start(), seed, checkpoint, progress)),
          Optional.of(from), context.store());
    }

    private TrainingData data() {
      ScalogramPair scalograms =
          ScalogramPair.of(refined, RecordingStandardisation.of(refined, learner.image()), learner.image());
      int from = half.from() * settings.refinement();
      // Where a window does not fit into it, the first of them ends one step behind what training has seen.
      boolean fits = split.validation().length() >= settings.windows().width();
      int validation = split.validation().from() - (fits ? 0 : settings.windows().width() - settings.windows().step());
      return new TrainingData(List.of(scalograms.slice(from, from + split.train().to())),
          List.of(scalograms.slice(from + validation, from + split.validation().to())),
          settings.windows(), settings.windows());
    }

    Prediction predict(StudyModel model, TrainedNetwork trained, TestSegment segment) {
      return new SlidingPrediction(learner.image(), settings.windows()).of(model.key(), trained::network,
          context.store().results(model.key()), segment.recording().refined(settings.refinement()),
          RecordingStandardisation.of(segment.known().refined(settings.refinement()), learner.image()));
    }
  }
}
