package faultslip.experiment;

import faultslip.ced.Prediction;
import faultslip.ced.TrainedNetwork;
import faultslip.evaluate.Scores;
import faultslip.series.Recording;
import faultslip.series.Standardisation;
import faultslip.split.Split;
import faultslip.study.SampledMethod.Learner;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The experiments of the paper's core chain: simulation baseline, lab only, zero-shot, cross-trained. Each looks at its
 * test segment once, to predict and score it.
 */
public enum TransferExperiment implements Experiment {
  /** Trained and tested on the simulation (figure 2). */
  SIMULATION_BASELINE("simulation-baseline", "simulation baseline", 4.237),
  /** Trained and tested on the laboratory fault (figure 3a). */
  LAB_ONLY("lab-only", "lab only", 1.137),
  /** Trained on the simulation, tested on the laboratory fault unseen (figure 3b). */
  ZERO_SHOT("zero-shot", "zero-shot transfer", 4.232),
  /** Trained on the simulation, its latent space on a little of the laboratory fault (figure 3c). */
  CROSS_TRAINED("cross-trained", "cross-trained", 1.650);

  /** Those that are tested on the laboratory fault. */
  public static final List<TransferExperiment> ON_LABORATORY = List.of(LAB_ONLY, ZERO_SHOT, CROSS_TRAINED);

  private final String id;
  private final String title;
  private final double paperMape;

  TransferExperiment(String id, String title, double paperMape) {
    this.id = id;
    this.title = title;
    this.paperMape = paperMape;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public OptionalDouble paperMape() {
    return OptionalDouble.of(paperMape);
  }

  @Override
  public boolean hasSimulation() {
    return this != LAB_ONLY;
  }

  @Override
  public List<StudyModel> models(ExperimentContext context, long seed) {
    return List.of(model(context.models(), seed));
  }

  @Override
  public List<Result> run(ExperimentContext context, long seed) {
    TransferModels models = context.models();
    Split split = this == SIMULATION_BASELINE ? models.simulation() : models.laboratory();
    Recording known = split.training();
    Prediction prediction = predict(context, models, seed, split.testing(), known);
    return List.of(Result.of(row(context, models, seed, id, prediction, known), prediction));
  }

  /** The model behind the experiment. */
  StudyModel model(TransferModels models, long seed) {
    return switch (this) {
      case SIMULATION_BASELINE, ZERO_SHOT -> models.onSimulation(seed);
      case LAB_ONLY -> models.onLaboratory(seed);
      case CROSS_TRAINED -> models.crossTrained(seed);
    };
  }

  private Learner learner(TransferModels models) {
    return this == LAB_ONLY ? models.method().laboratory() : models.method().transfer();
  }

  /** What its model says of a segment of which the statistics of a part are known. */
  Prediction predict(ExperimentContext context, TransferModels models, long seed, Recording segment, Recording known) {
    StudyModel model = model(models, seed);
    return models.predict(model, learner(models), context.trained(model), segment, known);
  }

  /** The scores of that, beside the mean of what is known. */
  ResultRow row(ExperimentContext context, TransferModels models, long seed, String experiment, Prediction prediction,
      Recording known) {
    Scores scores =
        Scores.of(prediction.segment().fault(), prediction.fault(), Standardisation.of(known.fault()).mean());
    return new ResultRow(subject(context, experiment),
        ResultRow.Tested.of(prediction.segment().name(), prediction.segment().fault()),
        reference(context, models, seed), scores);
  }

  /** What the rows of experiments with this model say of it. */
  ResultRow.Subject subject(ExperimentContext context, String experiment) {
    return new ResultRow.Subject(context.study().name(), hasSimulation() ? context.study().simulation().name() : "",
        experiment);
  }

  /** Its model as rows name it. */
  ResultRow.Model reference(ExperimentContext context, TransferModels models, long seed) {
    StudyModel model = model(models, seed);
    TrainedNetwork trained = context.trained(model);
    return ResultRow.Model.network(model.key().abbreviated(), seed, trained.history().bestLoss());
  }

  /** The one of an id. */
  static TransferExperiment of(String id) {
    return Arrays.stream(values()).filter(experiment -> experiment.id.equals(id)).findFirst().orElseThrow();
  }
}
