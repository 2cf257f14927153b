package faultslip.experiment;

import faultslip.ced.ModelStore;
import faultslip.ced.TrainedNetwork;
import faultslip.ced.TrainingProgress;
import faultslip.study.Study;
import faultslip.study.Study.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What an experiment works with.
 *
 * @param study whose leading simulation is the one in question
 * @param store of trained models, and of what they predict
 * @param progress told how a training, named for humans, gets on
 */
public record ExperimentContext(Study study, ModelStore store, Function<String, TrainingProgress> progress) {

  /**
   * The models of the core chain on the study: trained on the simulation, on the laboratory recording, and transferred.
   */
  public TransferModels models() {
    return new TransferModels(study, store, "");
  }

  /** This context on another study. */
  public ExperimentContext on(Study other) {
    return new ExperimentContext(other, store, progress);
  }

  /** This context with one of its study's simulations before the others. */
  ExperimentContext onSimulation(Simulation leading) {
    List<Simulation> ordered = new ArrayList<>(study.simulations());
    ordered.remove(leading);
    ordered.add(0, leading);
    return on(new Study(study.name(), ordered, study.laboratory(), study.others(), study.method(), study.sources()));
  }

  /** A model's trained network, trained now if the store does not have it. */
  public TrainedNetwork trained(StudyModel model) {
    return model.get(progress.apply(model.title()));
  }
}
