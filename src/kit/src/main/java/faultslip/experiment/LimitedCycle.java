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
    return study.hasFailures() ? Optional.empty() : Optional.of(noFailures(study));
  }

  private static String noFailures(Study study) {
    return "Study '%s' does not say what a failure is, so it has no cycles; give it failure criteria."
        .formatted(study.name());
  }

  @Override
  public List<StudyModel> models(ExperimentContext context, long seed) {
    return List.of(new Cycle(context).model(part, seed));
  }

  @Override
  public List<Result> run(ExperimentContext context, long seed) {
    Cycle cycle = new Cycle(context);
    StudyModel model = cycle.model(part, seed);
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
    return new Cycle(context).settings;
  }

  /** The part of a study's cycle that is learned from: samples of the laboratory recording, training and validation. */
  public Segment segment(ExperimentContext context) {
    return part.of(new Cycle(context).cycle);
  }

  /** The first whole cycle of a study's training segment, and what is trained on it. */
  private static final class Cycle {
    private final ExperimentContext context;
    private final TransferModels models;
    private final Learner learner;
    private final Split laboratory;
    private final Segment cycle;
    private final LimitedCycleSettings settings;

    Cycle(ExperimentContext context) {
      this.context = context;
      this.models = context.models();
      this.learner = models.method().transfer();
      this.laboratory = models.laboratory();
      this.cycle = first(context.study(), laboratory);
      this.settings = LimitedCycleSettings.fitting(cycle.length(), learner, context.study().method().cycle());
    }

    private static Segment first(Study study, Split laboratory) {
      FailureCatalogue failures = study.laboratory().criterion().orElseThrow(() ->
          new ExperimentException(noFailures(study))).find(laboratory.training().fault());
      if (failures.size() < 2) {
        throw new ExperimentException(("The training segment of '%s' has %d failures, so no whole cycle; "
            + "give a longer recording.").formatted(laboratory.recording().name(), failures.size()));
      }
      return new Segment(failures.failures().get(0).sample(), failures.failures().get(1).sample());
    }

    StudyModel model(CyclePart part, long seed) {
      int width = settings.windows().width();
      StudyModel from = models.onSimulation(seed);
      return new StudyModel(part.id() + " part of a cycle, seed " + seed, key(part, seed, from),
          new StudyModel.Recipe(learner.network().withWidth(width), training(part),
              (checkpoint, progress) -> from.get(TrainingProgress.SILENT).network().withWidth(width)
                  .crossTrain(data(part), training(part), settings.start(), seed, checkpoint, progress)),
          Optional.of(from), context.store());
    }

    private TrainingSettings training(CyclePart part) {
      int samples = split(part).train().length();
      return settings.training(settings.windows().starts(samples).length);
    }

    /** The part of the refined training segment, divided to learn from and to stop by. */
    private Split split(CyclePart part) {
      Segment segment = part.of(cycle);
      return settings.split().of(laboratory.training().refined(settings.refinement())
          .slice(segment.from() * settings.refinement(), segment.to() * settings.refinement()));
    }

    private TrainingData data(CyclePart part) {
      Recording training = laboratory.training().refined(settings.refinement());
      ScalogramSettings image = learner.image();
      ScalogramPair scalograms = ScalogramPair.of(training, RecordingStandardisation.of(training, image), image);
      int from = part.of(cycle).from() * settings.refinement();
      Split split = split(part);
      // Where a window does not fit into it, the first of them ends one step behind what training has seen.
      boolean fits = split.validation().length() >= settings.windows().width();
      int validation = split.validation().from() - (fits ? 0 : settings.windows().width() - settings.windows().step());
      return new TrainingData(List.of(scalograms.slice(from, from + split.train().to())),
          List.of(scalograms.slice(from + validation, from + split.validation().to())),
          settings.windows(), settings.windows());
    }

    private ModelKey key(CyclePart part, long seed, StudyModel from) {
      return ModelKey.of("cycle-" + part.id()).with("seed", seed).with("scalogram", learner.image())
          .with("architecture", learner.network()).with("training", training(part)).with("settings", settings)
          .with("part", part.of(cycle)).with("from", from.key()).with("recording", laboratory.training()).build();
    }

    Prediction predict(StudyModel model, TrainedNetwork trained, TestSegment segment) {
      RecordingStandardisation standardisation =
          RecordingStandardisation.of(segment.known().refined(settings.refinement()), learner.image());
      return new SlidingPrediction(learner.image(), settings.windows()).of(model.key(), trained::network,
          context.store().results(model.key()), segment.recording().refined(settings.refinement()), standardisation);
    }
  }

  /** Both halves. */
  static Stream<Experiment> both() {
    return Stream.of(CyclePart.values()).map(LimitedCycle::new);
  }
}
