package faultslip.figure;

import faultslip.ced.Prediction;
import faultslip.series.Series;
import java.util.Arrays;

/**
 * The range of values that a vertical axis has to show.
 *
 * @param low smallest value
 * @param high largest value
 */
public record ValueRange(double low, double high) {
  private static final double LARGEST_PLAIN = 1e4;
  private static final double SMALLEST_PLAIN = 1e-2;
  /** Smallest span shown, of the values' size: a constant is a line in mid-panel, not a picture of rounding errors. */
  private static final double LEAST = 1e-2;

  /** From the smallest to the largest value of a series. */
  public static ValueRange of(Series series) {
    return of(series.values());
  }

  /** The values of truth, prediction and ±1 σ; panels to be compared show the range of all. */
  public static ValueRange of(Prediction prediction) {
    double[] low = prediction.fault().values();
    double[] high = prediction.fault().values();
    for (int i = 0; i < low.length; i++) {
      low[i] -= prediction.deviation().value(i);
      high[i] += prediction.deviation().value(i);
    }
    return of(prediction.segment().fault()).and(of(low)).and(of(high));
  }

  private static ValueRange of(double[] values) {
    return new ValueRange(Arrays.stream(values).min().orElseThrow(), Arrays.stream(values).max().orElseThrow());
  }

  /** The smallest range that holds both. */
  public ValueRange and(ValueRange other) {
    return new ValueRange(Math.min(low, other.low), Math.max(high, other.high));
  }

  /** The value in the middle. */
  public double middle() {
    return (low + high) / 2;
  }

  /** How much an axis shows at least, about the middle: all values, and a hundredth of their size. */
  public double span() {
    return Math.max(high - low, Math.max(LEAST * Math.abs(middle()), 1e-9));
  }

  /**
   * The power of ten taken out of the values and written on their axis, so that ticks stay short: 0.000 02 is
   * 20 · 10^−6.
   *
   * @return a multiple of 3; 0 for values that print well as they are
   */
  int exponent() {
    double size = Math.max(Math.abs(low), Math.abs(high));
    boolean plain = size == 0 || (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN);
    return plain ? 0 : 3 * (int) Math.floor(StrictMath.log10(size) / 3);
  }

  /** What values are multiplied by for an axis without that power of ten. */
  double factor() {
    return StrictMath.pow(10, -exponent());
  }

  /** The axis label of a series of such values: its name, the power of ten, its unit. */
  String label(Series series) {
    if (exponent() == 0) {
      return Lettering.capitalised(series.label());
    }
    String power = "10^" + Integer.toString(exponent()).replace('-', '−');
    return Lettering.capitalised(series.name()) + " ("
        + (series.unit().isEmpty() ? power : power + "\u00A0" + series.unit()) + ")";
  }
}
