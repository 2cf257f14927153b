package faultslip.experiment;

import faultslip.ced.ModelStore;
import faultslip.ced.TrainedNetwork;
import faultslip.ced.TrainingProgress;
import faultslip.experiment.ResultRow.Reading;
import faultslip.experiment.SegmentPredictor.Predicted;
import faultslip.study.Study;
import faultslip.study.Study.Simulation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an experiment works with.
 *
 * @param study whose leading simulation is the one in question
 * @param store of trained models, and of what they predict
 * @param progress told how a training, named for humans, gets on
 */
public record ExperimentContext(Study study, ModelStore store, Function<String, TrainingProgress> progress) {

  /** The models of the core chain on the study, as in the paper: windows look ahead. */
  public TransferModels models() {
    return models(LookAhead.WINDOW);
  }

  /** Those of the core chain that look ahead so far; an {@link ExperimentException} if the study has none. */
  public TransferModels models(LookAhead lookAhead) {
    return new TransferModels(study, store, "", lookAhead);
  }

  /** This context with one of its study's simulations before the others. */
  ExperimentContext onSimulation(Simulation leading) {
    List<Simulation> ordered = Stream.concat(Stream.of(leading), study.simulations().stream()).distinct().toList();
    return new ExperimentContext(new Study(study.name(), ordered, study.laboratory(), study.others(), study.method(),
        study.sources()), store, progress);
  }

  /** A model's trained network, trained now if the store does not have it. */
  public TrainedNetwork trained(StudyModel model) {
    return model.get(progress.apply(model.title()));
  }

  /** What a model says of segments, from the store if it was asked before, with its scores, by every amplitude. */
  List<Result> results(Experiment experiment, StudyModel model, long seed, SegmentPredictor predictor,
      Stream<TestSegment> segments) {
    TrainedNetwork trained = trained(model);
    ResultRow.Model by = ResultRow.Model.network(model.key().abbreviated(), seed, trained.history().bestLoss());
    return segments.flatMap(segment -> {
      Predicted said = predictor.of(model, trained, store.results(model.key()), segment);
      double seconds = predictor.lookAhead(model) * segment.whole().clock().interval();
      return Stream.of(Amplitude.values()).map(amplitude -> segment.result(experiment, this, by,
          new Reading(amplitude, seconds), said.read().apply(amplitude), Optional.of(said.prediction()),
          segment.hasBetween() ? Optional.of(() -> said.calibrating().get().apply(amplitude)) : Optional.empty()));
    }).toList();
  }
}
