package faultslip.figure;

import faultslip.series.Series;
import java.util.stream.IntStream;

/**
 * A long series as the smallest and the largest value of each of its bins: it looks the same at any size that has fewer
 * dots than bins, and keeps every burst.
 */
public final class BinExtremes {
  private BinExtremes() {
  }

  /**
   * Which samples have the extremes.
   *
   * @param bin samples a bin, at least 1; the last bin may have fewer
   * @return samples, ascending, two a bin, which are one twice where all of a bin are equal
   */
  public static int[] of(Series series, int bin) {
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
}
