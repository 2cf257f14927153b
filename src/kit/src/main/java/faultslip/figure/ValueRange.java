package faultslip.figure;

import faultslip.series.Series;

/**
 * The range of values that a vertical axis has to show.
 *
 * @param low smallest value
 * @param high largest value
 */
public record ValueRange(double low, double high) {
  /** Smallest span shown, of the values' size: a constant is a line in mid-panel, not a picture of rounding errors. */
  private static final double LEAST = 1e-2;
  private static final double BORDER = 3;

  /** From the smallest to the largest value of a series. */
  public static ValueRange of(Series series) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < series.length(); i++) {
      low = Math.min(low, series.value(i));
      high = Math.max(high, series.value(i));
    }
    return new ValueRange(low, high);
  }

  /** All of {@code centre ± half}. */
  static ValueRange of(Series centre, Series half) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < centre.length(); i++) {
      low = Math.min(low, centre.value(i) - half.value(i));
      high = Math.max(high, centre.value(i) + half.value(i));
    }
    return new ValueRange(low, high);
  }

  /** The smallest range that holds both. */
  public ValueRange and(ValueRange other) {
    return new ValueRange(Math.min(low, other.low), Math.max(high, other.high));
  }

  /**
   * An axis that shows the range with a small border below and above, and room for text on top.
   *
   * @param height of the axis, in points
   * @param headroom for text at its top, in points
   */
  DecimalAxis axis(double height, double headroom) {
    double middle = (low + high) / 2;
    double least = Math.max(LEAST * Math.abs(middle), 1e-9);
    double span = Math.max(high - low, least);
    double perPoint = span / Math.max(height - headroom - 2 * BORDER, height / 4);
    double top = middle + span / 2 + BORDER * perPoint;
    return new DecimalAxis(middle - span / 2 - BORDER * perPoint, top + headroom * perPoint, top);
  }

  /**
   * A logarithmic axis of the same look; the range is positive.
   *
   * @param highestTick no tick above it
   */
  LogarithmicAxis logarithmicAxis(double height, double headroom, double highestTick) {
    DecimalAxis exponents = new ValueRange(StrictMath.log10(low), StrictMath.log10(high)).axis(height, headroom);
    return new LogarithmicAxis(StrictMath.pow(10, exponents.getLowerBound()),
        StrictMath.pow(10, exponents.getUpperBound()), highestTick);
  }
}
