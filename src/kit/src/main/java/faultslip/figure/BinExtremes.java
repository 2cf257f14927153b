package faultslip.figure;

import faultslip.series.Series;

/**
 * A long series as the smallest and the largest value of each of its bins, in the order they come: it looks the same at
 * any size that has fewer dots than bins, and keeps every burst.
 */
public final class BinExtremes {
  private final double[] times;
  private final double[] values;

  private BinExtremes(int count) {
    times = new double[count];
    values = new double[count];
  }

  /**
   * The extremes of a series.
   *
   * @param bin samples a bin, at least 1; the last bin may have fewer
   */
  public static BinExtremes of(Series series, int bin) {
    int bins = (series.length() + bin - 1) / bin;
    BinExtremes extremes = new BinExtremes(2 * bins);
    for (int b = 0; b < bins; b++) {
      int smallest = b * bin;
      int largest = b * bin;
      for (int i = b * bin; i < Math.min((b + 1) * bin, series.length()); i++) {
        smallest = series.value(i) < series.value(smallest) ? i : smallest;
        largest = series.value(i) > series.value(largest) ? i : largest;
      }
      extremes.put(2 * b, series, Math.min(smallest, largest));
      extremes.put(2 * b + 1, series, Math.max(smallest, largest));
    }
    return extremes;
  }

  /** Times in seconds, ascending, two a bin; the caller's own. */
  public double[] times() {
    return times.clone();
  }

  /** Values in the series' unit, one a time; the caller's own. */
  public double[] values() {
    return values.clone();
  }

  private void put(int at, Series series, int sample) {
    times[at] = series.clock().timeOf(sample);
    values[at] = series.value(sample);
  }
}
