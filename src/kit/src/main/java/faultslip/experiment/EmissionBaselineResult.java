package faultslip.experiment;

import faultslip.evaluate.Scores;
import faultslip.evaluate.baseline.RegressorKind;
import faultslip.series.Recording;
import faultslip.series.Series;

/**
 * What a regressor on statistics of the emission says of the test segment, for one seed.
 *
 * @param kind which regressor
 * @param study name of the study
 * @param segment the test segment
 * @param seed the regressor's seed
 * @param predicted fault state over the segment, in its unit
 * @param scores of that prediction
 * @param provenance trainer, settings and transformations, as Tribuo writes them
 */
public record EmissionBaselineResult(RegressorKind kind, String study, Recording segment, long seed, Series predicted,
    Scores scores, String provenance) {

  /** As a row of the result table: "baseline-random-forest". */
  public ResultRow row() {
    return new ResultRow(study, "baseline-" + kind.id(), segment.name(), segment.fault().unit(), kind.id(), seed,
        scores);
  }
}
