package faultslip.experiment;

import faultslip.ced.ModelKey;
import faultslip.ced.ModelStore;
import faultslip.evaluate.Scores;
import faultslip.evaluate.baseline.EmissionRegression;
import faultslip.evaluate.baseline.EmissionStatistics;
import faultslip.evaluate.baseline.RegressorKind;
import faultslip.series.Series;
import faultslip.series.Standardisation;
import faultslip.split.Split;
import faultslip.study.Study;
import java.util.List;
import java.util.Objects;

/**
 * Regressors on statistics of the emission, on the segments of the core chain: fitted on the laboratory's training
 * segment, tested on its test segment; the validation segment is not used. Windows are as long as the network's, and a
 * quarter of that.
 */
public final class EmissionBaseline {
  private final Study study;
  private final MethodSettings settings;
  private final ModelStore store;

  /** @param store keeps what regressors predict, not the regressors */
  public EmissionBaseline(Study study, MethodSettings settings, ModelStore store) {
    this.study = Objects.requireNonNull(study, "study");
    this.settings = Objects.requireNonNull(settings, "settings");
    this.store = Objects.requireNonNull(store, "store");
  }

  /** Fits and tests one regressor, in seconds, if the store does not have what it predicts. */
  public EmissionBaselineResult run(RegressorKind kind, long seed) {
    Split split = settings.laboratorySplit().of(study.laboratory());
    Series predicted = predict(kind, split, settings, store, seed);
    double trainingMean = Standardisation.of(split.training().fault()).mean();
    return new EmissionBaselineResult(kind, study.name(), split.testing(), seed, predicted,
        Scores.of(split.testing().fault(), predicted, trainingMean), EmissionRegression.provenance(kind, seed));
  }

  /** What a regressor fitted on the training segment says of the test segment; from the store if it was asked before. */
  static Series predict(RegressorKind kind, Split split, MethodSettings settings, ModelStore store, long seed) {
    int width = settings.laboratoryWindows().width();
    EmissionStatistics statistics = new EmissionStatistics(List.of(width / 4, width));
    ModelKey key = ModelKey.of(kind.id()).with("revision", EmissionRegression.REVISION).with("statistics", statistics)
        .with("seed", seed).with("trainer", EmissionRegression.provenance(kind, seed)).with("training", split.training()).with("test", split.testing()).build();
    double[][] predicted = store.results().get(key, () -> new double[][] {
        EmissionRegression.train(kind, statistics, split.training(), seed).predict(split.testing()).values()});
    Series truth = split.testing().fault();
    return new Series(truth.name(), truth.unit(), truth.clock(), predicted[0]);
  }
}
