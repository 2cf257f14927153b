package faultslip.experiment;

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

  public EmissionBaseline(Study study, MethodSettings settings) {
    this.study = Objects.requireNonNull(study, "study");
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  /** Fits and tests one regressor; takes seconds, and keeps nothing. */
  public EmissionBaselineResult run(RegressorKind kind, long seed) {
    Split split = settings.laboratorySplit().of(study.laboratory());
    Series predicted = predict(kind, split, settings, seed);
    double trainingMean = Standardisation.of(split.training().fault()).mean();
    return new EmissionBaselineResult(kind, study.name(), split.testing(), seed, predicted,
        Scores.of(split.testing().fault(), predicted, trainingMean));
  }

  /** What a regressor fitted on the training segment says of the test segment. */
  static Series predict(RegressorKind kind, Split split, MethodSettings settings, long seed) {
    int width = settings.laboratoryWindows().width();
    EmissionStatistics statistics = new EmissionStatistics(List.of(width / 4, width));
    return EmissionRegression.train(kind, statistics, split.training(), seed).predict(split.testing());
  }
}
