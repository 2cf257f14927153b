package faultslip.experiment;

import faultslip.ced.Prediction;
import faultslip.study.Study;
import java.util.List;
import java.util.Optional;

/**
 * The second experiment of the paper (figure 5): a model of the core chain, unchanged, applied to other laboratory
 * recordings.
 *
 * <p>All that is taken from such a recording are mean and standard deviation of its emission and its fault state. As in
 * the paper they are those of the whole recording, which is also what is predicted and scored: nothing is trained on
 * it. The mean predictor beside it therefore knows the recording's own mean.
 *
 * @param model whose model: {@link TransferExperiment#CROSS_TRAINED} as in the paper, or another to compare with
 */
public record SecondExperiment(TransferExperiment model) implements Experiment {

  @Override
  public String id() {
    return "second-experiment-" + model.id();
  }

  @Override
  public String title() {
    return model.title();
  }

  @Override
  public boolean hasSimulation() {
    return model.hasSimulation();
  }

  @Override
  public Optional<String> obstacle(Study study) {
    return study.others().recordings().isEmpty() ? Optional.of(study.others().remark()) : Optional.empty();
  }

  @Override
  public List<StudyModel> models(ExperimentContext context, long seed) {
    return model.models(context, seed);
  }

  @Override
  public List<Result> run(ExperimentContext context, long seed) {
    TransferModels models = context.models();
    return context.study().others().recordings().stream().map(recording -> {
      Prediction prediction = model.predict(context, models, seed, recording, recording);
      return Result.of(model.row(context, models, seed, id(), prediction, recording), prediction);
    }).toList();
  }
}
