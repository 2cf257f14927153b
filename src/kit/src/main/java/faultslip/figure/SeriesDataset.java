package faultslip.figure;

import faultslip.series.Series;
import java.util.Arrays;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * Series as lines and bands on paper. A long series is reduced to the smallest and the largest value of each of
 * {@value #BINS} bins, which looks the same at any print size and keeps every burst.
 */
final class SeriesDataset {
  private static final int BINS = 2000;

  private SeriesDataset() {
  }

  static XYDataset line(Series series) {
    int bin = binSize(series.length());
    double[][] points = bin == 1 ? allPoints(series) : extremes(BinExtremes.of(series, bin));
    DefaultXYDataset dataset = new DefaultXYDataset();
    dataset.addSeries(series.name(), points);
    return dataset;
  }

  /** The band {@code centre ± half}; each bin as wide as its widest sample. */
  static YIntervalSeriesCollection band(Series centre, Series half) {
    int bin = binSize(centre.length());
    YIntervalSeries band = new YIntervalSeries("band");
    for (int from = 0; from < centre.length(); from += bin) {
      int to = Math.min(from + bin, centre.length());
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int i = from; i < to; i++) {
        low = Math.min(low, centre.value(i) - half.value(i));
        high = Math.max(high, centre.value(i) + half.value(i));
      }
      double middle = (centre.clock().timeOf(from) + centre.clock().timeOf(to - 1)) / 2;
      band.add(middle, (low + high) / 2, low, high);
    }
    YIntervalSeriesCollection dataset = new YIntervalSeriesCollection();
    dataset.addSeries(band);
    return dataset;
  }

  private static int binSize(int length) {
    return length <= 2 * BINS ? 1 : (length + BINS - 1) / BINS;
  }

  private static double[][] allPoints(Series series) {
    double[] times = new double[series.length()];
    Arrays.setAll(times, series.clock()::timeOf);
    return new double[][] {times, series.values()};
  }

  private static double[][] extremes(BinExtremes extremes) {
    return new double[][] {extremes.times(), extremes.values()};
  }
}
