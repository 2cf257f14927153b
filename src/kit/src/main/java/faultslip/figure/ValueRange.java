package faultslip.figure;

import faultslip.ced.Prediction;
import faultslip.series.Series;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The range of values that an axis has to show, from the smallest to the largest. */
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
    Series fault = prediction.fault();
    double[] edges = IntStream.range(0, 2 * fault.length())
        .mapToDouble(i -> fault.value(i / 2) + (i % 2 == 0 ? -1 : 1) * prediction.deviation().value(i / 2)).toArray();
    return of(prediction.segment().fault()).and(of(edges));
  }

  /** From the smallest to the largest of at least one value. */
  static ValueRange of(double... values) {
    return new ValueRange(DoubleStream.of(values).min().orElseThrow(), DoubleStream.of(values).max().orElseThrow());
  }

  /**
   * Which samples have the smallest and the largest value of each bin of so many, 1 or more: ascending, two a bin,
   * which are one twice where all of it are equal. Drawn in their place, a long series looks the same at any size that
   * has fewer dots than bins, and keeps every burst.
   */
  public static int[] extremes(Series series, int bin) {
    return IntStream.range(0, (series.length() + bin - 1) / bin).flatMap(b -> {
      int smallest = b * bin;
      int largest = b * bin;
      for (int i = b * bin; i < Math.min((b + 1) * bin, series.length()); i++) {
        smallest = series.value(i) < series.value(smallest) ? i : smallest;
        largest = series.value(i) > series.value(largest) ? i : largest;
      }
      return IntStream.of(Math.min(smallest, largest), Math.max(smallest, largest));
    }).toArray();
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
   * 20 · 10^−6. A multiple of 3; 0 for values that print well as they are.
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
