package faultslip.experiment;

import faultslip.ced.ModelStore;
import faultslip.ced.Prediction;
import faultslip.ced.RecordingStandardisation;
import faultslip.ced.SlidingPrediction;
import faultslip.ced.TrainedNetwork;
import faultslip.ced.TrainingProgress;
import faultslip.split.Windows;
import faultslip.study.Study;
import faultslip.study.Study.Simulation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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

  /** The models of the core chain on the study. */
  public TransferModels models() {
    return new TransferModels(study, store, "");
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

  /**
   * What a model says of segments, from the store if it was asked before, with its scores.
   *
   * @param windows to average over
   * @param refinement samples interpolated for each of a segment, at least 1; scored are the segment's own
   */
  List<Result> results(Experiment experiment, StudyModel model, long seed, Windows windows, int refinement,
      Stream<TestSegment> segments) {
    TrainedNetwork trained = trained(model);
    return segments.map(segment -> {
      Prediction prediction = new SlidingPrediction(model.learner().image(), windows).of(model.key(), trained::network,
          store.results(model.key()), segment.recording().refined(refinement),
          RecordingStandardisation.of(segment.known().refined(refinement), model.learner().image()));
      Result scored = segment.result(experiment, this,
          new ResultRow.Model(model.key().abbreviated(), seed, OptionalDouble.of(trained.history().bestLoss()), ""),
          prediction.fault().everyNth(refinement));
      return new Result(scored.row(), scored.truth(), scored.predicted(), Optional.of(prediction));
    }).toList();
  }
}
