package faultslip.figure;

import faultslip.series.Series;

/**
 * A long series as the smallest and the largest value of each of its bins, in the order they come: it looks the same at
 * any size that has fewer dots than bins, and keeps every burst.
 *
 * @param times in seconds, ascending
 * @param values in the series' unit, one a time
 */
public record BinExtremes(double[] times, double[] values) {

  /**
   * @param series any
   * @param bin samples a bin, at least 1; the last bin may have fewer
   */
  public static BinExtremes of(Series series, int bin) {
    int bins = (series.length() + bin - 1) / bin;
    BinExtremes extremes = new BinExtremes(new double[2 * bins], new double[2 * bins]);
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

  private void put(int at, Series series, int sample) {
    times[at] = series.clock().timeOf(sample);
    values[at] = series.value(sample);
  }
}
