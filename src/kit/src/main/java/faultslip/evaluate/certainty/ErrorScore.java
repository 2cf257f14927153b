package faultslip.evaluate.certainty;

/** A score that is made of sums over samples, so that it can be had of any choice of cycles. */
public enum ErrorScore {
  /** Mean absolute percentage error, in percent of the truth. */
  MAPE,
  /** Mean absolute error, in the unit of the fault state. */
  MAE,
  /** Coefficient of determination: 1 less the squared error over the truth's variation about its mean. */
  R2;

  double of(CycleErrors.Sums sums) {
    return switch (this) {
      case MAPE -> 100 * sums.relative() / sums.counted();
      case MAE -> sums.absolute() / sums.samples();
      case R2 -> 1 - sums.squared() / (sums.truthSquared() - sums.truth() * sums.truth() / sums.samples());
    };
  }
}
