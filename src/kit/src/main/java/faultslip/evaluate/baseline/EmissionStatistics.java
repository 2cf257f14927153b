package faultslip.evaluate.baseline;

import faultslip.evaluate.EvaluationException;
import faultslip.series.BurstClock;
import faultslip.series.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Statistics of the emission in windows that trail each sample, as in Rouet-Leduc et al. (2017), and in windows ahead
 * of it: mean, variance, excess kurtosis and five quantiles for each window.
 *
 * @param windows lengths in samples, each at least 2; the sample itself is the last of its window
 * @param ahead lengths of windows of which the sample is the first; none for what knows nothing after it
 * @param bursts what sets a clock that is told as well, in the emission's unit; empty for none
 */
public record EmissionStatistics(List<Integer> windows, List<Integer> ahead, Optional<BurstClock> bursts) {
  private static final double[] QUANTILES = {0.05, 0.25, 0.5, 0.75, 0.95};
  private static final List<String> NAMES = List.of("mean", "variance", "kurtosis", "q05", "q25", "q50", "q75", "q95");

  /** @throws EvaluationException if there is no trailing window, or one shorter than two samples */
  public EmissionStatistics {
    windows = List.copyOf(windows);
    ahead = List.copyOf(ahead);
    if (windows.isEmpty() || Stream.concat(windows.stream(), ahead.stream()).anyMatch(window -> window < 2)) {
      throw new EvaluationException("Windows of " + windows + " samples, and ahead of " + ahead
          + ", for statistics; give at least one that trails, and all of 2 or more.");
    }
  }

  /** In trailing windows alone. */
  public EmissionStatistics(List<Integer> windows) {
    this(windows, List.of(), Optional.empty());
  }

  /** What the columns of {@link #of} are: "mean 64", "mean 64 ahead", and so on, window by window. */
  public List<String> names() {
    Stream<String> all =
        Stream.concat(windows.stream().map(String::valueOf), ahead.stream().map(window -> window + " ahead"))
            .flatMap(window -> NAMES.stream().map(name -> name + " " + window));
    return Stream.concat(all, bursts.stream().map(clock -> "burst clock")).toList();
  }

  /**
   * The statistics at every sample of a segment. A window never reaches outside the segment: near its ends windows are
   * shorter, down to a single sample.
   *
   * @return [sample][statistic], in the unit of the emission, its square for a variance, a pure number for a kurtosis
   *     and for the clock
   */
  public double[][] of(Series emission) {
    double[] values = emission.values();
    Optional<double[]> phases = bursts.map(clock -> clock.phases(values));
    return IntStream.range(0, values.length).mapToObj(n -> Stream.of(
        windows.stream().flatMapToDouble(window -> describe(values, n + 1 - window, n + 1)),
        ahead.stream().flatMapToDouble(window -> describe(values, n, n + window)),
        phases.stream().mapToDouble(phase -> phase[n])).flatMapToDouble(part -> part).toArray())
        .toArray(double[][]::new);
  }

  private static DoubleStream describe(double[] values, int from, int to) {
    return describe(Arrays.copyOfRange(values, Math.max(0, from), Math.min(values.length, to)));
  }

  private static DoubleStream describe(double[] window) {
    double mean = Arrays.stream(window).sum() / window.length;
    double second = 0;
    double fourth = 0;
    for (double value : window) {
      double square = (value - mean) * (value - mean);
      second += square / window.length;
      fourth += square * square / window.length;
    }
    // A constant window has no shape.
    double kurtosis = second > 1e-24 * mean * mean ? fourth / (second * second) - 3 : 0;
    Arrays.sort(window);
    return DoubleStream.concat(DoubleStream.of(mean, second, kurtosis),
        DoubleStream.of(QUANTILES).map(quantile -> quantile(window, quantile)));
  }

  /** Linear between order statistics; the smallest and the largest are the quantiles 0 and 1. */
  private static double quantile(double[] sorted, double quantile) {
    double position = quantile * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
