package faultslip.experiment;

import faultslip.ced.Prediction;
import faultslip.ced.TrainedNetwork;
import faultslip.ced.TrainingProgress;
import faultslip.evaluate.Scores;
import faultslip.series.Recording;
import faultslip.series.Standardisation;
import java.util.List;
import java.util.Objects;

/**
 * The second experiment of the paper (figure 5): a model of the core chain, unchanged, applied to other laboratory
 * recordings.
 *
 * <p>All that is taken from such a recording are mean and standard deviation of its emission and its fault state. As in
 * the paper they are those of the whole recording, which is also what is predicted and scored: nothing is trained on it.
 * The mean predictor beside it therefore knows the recording's own mean.
 */
public final class SecondExperiment {
  private final TransferChain chain;

  /** @param chain whose models are applied */
  public SecondExperiment(TransferChain chain) {
    this.chain = Objects.requireNonNull(chain, "chain");
  }

  /** One line on the recordings there are, or on why there is none. */
  public String remark() {
    return chain.study().others().remark();
  }

  /**
   * Applies the model of one experiment of the chain; trains it if the store does not have it.
   *
   * @param model whose model: {@link Experiment#CROSS_TRAINED} as in the paper, or another to compare with
   * @return a result a recording; empty if the study has no other recording, which trains nothing
   */
  public List<SecondExperimentResult> run(Experiment model, long seed, TrainingProgress progress) {
    List<Recording> recordings = chain.study().others().recordings();
    if (recordings.isEmpty()) {
      return List.of();
    }
    TrainedNetwork trained = chain.model(model, seed, progress);
    return recordings.stream().map(recording -> result(model, seed, trained, recording)).toList();
  }

  private SecondExperimentResult result(Experiment model, long seed, TrainedNetwork trained, Recording recording) {
    Prediction prediction = chain.predict(model, seed, trained, recording, recording);
    Scores scores = Scores.of(recording.fault(), prediction.fault(), Standardisation.of(recording.fault()).mean());
    return new SecondExperimentResult(model, chain.study().name(), chain.key(model, seed).abbreviated(), seed,
        prediction, scores);
  }
}
