package faultslip.experiment;

import faultslip.ced.ModelKey;
import faultslip.evaluate.Scores;
import faultslip.evaluate.baseline.EmissionRegression;
import faultslip.evaluate.baseline.EmissionStatistics;
import faultslip.evaluate.baseline.RegressorKind;
import faultslip.series.Series;
import faultslip.series.Standardisation;
import faultslip.split.Split;
import java.util.List;
import java.util.Optional;

/**
 * A regressor on statistics of the emission, on the segments of the core chain: fitted on the laboratory's training
 * segment, tested on its test segment; the validation segment is not used. Windows are as long as the network's, and a
 * quarter of that.
 *
 * @param kind of regressor
 */
public record EmissionBaseline(RegressorKind kind) implements Experiment {

  @Override
  public String id() {
    return "baseline-" + kind.id();
  }

  @Override
  public String title() {
    return kind.title();
  }

  @Override
  public boolean hasSimulation() {
    return false;
  }

  @Override
  public List<Result> run(ExperimentContext context, long seed) {
    Split split = context.models().laboratory();
    Series truth = split.testing().fault();
    Series predicted = predict(kind, context, split, seed);
    Scores scores = Scores.of(truth, predicted, Standardisation.of(split.training().fault()).mean());
    return List.of(new Result(new ResultRow(new ResultRow.Subject(context.study().name(), "", id()),
        ResultRow.Tested.of(split.testing().name(), truth), model(kind, seed), scores), truth, predicted,
        Optional.empty()));
  }

  /** The regressor as rows name it. */
  static ResultRow.Model model(RegressorKind kind, long seed) {
    return ResultRow.Model.other(kind.id(), seed, EmissionRegression.provenance(kind, seed));
  }

  /**
   * What a regressor fitted on the training segment says of the test segment; from the store if it was asked before.
   */
  static Series predict(RegressorKind kind, ExperimentContext context, Split split, long seed) {
    int width = context.models().method().laboratoryWindows().training().width();
    EmissionStatistics statistics = new EmissionStatistics(List.of(width / 4, width));
    ModelKey key = ModelKey.of(kind.id()).with("revision", EmissionRegression.REVISION).with("statistics", statistics)
        .with("regressor", EmissionRegression.provenance(kind, seed)).with("seed", seed)
        .with("training", split.training()).with("test", split.testing()).build();
    double[][] predicted = context.store().results().get(key, () -> new double[][] {
        EmissionRegression.train(kind, statistics, split.training(), seed).predict(split.testing()).values()});
    Series truth = split.testing().fault();
    return new Series(truth.name(), truth.unit(), truth.clock(), predicted[0]);
  }
}
