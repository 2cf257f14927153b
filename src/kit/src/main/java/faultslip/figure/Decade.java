package faultslip.figure;

import faultslip.series.Series;

/**
 * A power of ten taken out of values and written on their axis, so that ticks stay short: 0.000 02 is 20 · 10^−6.
 *
 * @param exponent a multiple of 3; 0 for values that print well as they are
 */
record Decade(int exponent) {
  private static final double LARGEST_PLAIN = 1e4;
  private static final double SMALLEST_PLAIN = 1e-2;

  static Decade of(ValueRange extent) {
    double size = Math.max(Math.abs(extent.low()), Math.abs(extent.high()));
    if (size == 0 || (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN)) {
      return new Decade(0);
    }
    return new Decade(3 * (int) Math.floor(StrictMath.log10(size) / 3));
  }

  Series apply(Series series) {
    double factor = StrictMath.pow(10, -exponent);
    return exponent == 0 ? series : series.map(series.name(), series.unit(), value -> value * factor);
  }

  ValueRange apply(ValueRange extent) {
    double factor = StrictMath.pow(10, -exponent);
    return exponent == 0 ? extent : new ValueRange(extent.low() * factor, extent.high() * factor);
  }

  /** The axis label of a series: its name, the power of ten, its unit. */
  String label(Series series) {
    if (exponent == 0) {
      return Lettering.capitalised(series.label());
    }
    String power = "10^" + Integer.toString(exponent).replace('-', '−');
    return Lettering.capitalised(series.name()) + " ("
        + (series.unit().isEmpty() ? power : power + "\u00A0" + series.unit()) + ")";
  }
}
