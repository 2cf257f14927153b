package faultslip.study;

import faultslip.series.FailureCatalogue;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.series.SeriesException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * The seismic cycles of a recording, summed up.
 *
 * @param failures number of failures
 * @param recurrence mean time from one failure to the next, in seconds
 * @param variation coefficient of variation of that time: its standard deviation over its mean, 0 for a clock
 * @param drop median fall of the fault state at a failure, from the largest value of the cycle before to the smallest
 *     of the cycle after, as a share of the former
 * @param emissionRange median range of the emission over a cycle, in its unit
 */
public record CycleStatistics(int failures, double recurrence, double variation, double drop, double emissionRange) {

  /**
   * Of the whole cycles of a recording, from the first failure to the last.
   *
   * @throws faultslip.series.SeriesException if there are fewer than three failures
   */
  public static CycleStatistics of(Recording recording, FailureCatalogue failures) {
    int cycles = failures.size() - 1;
    if (cycles < 2) {
      throw new SeriesException(("%d failures in '%s'; statistics of cycles need three or more: give a longer "
          + "recording or a threshold nearer to 0.").formatted(failures.size(), recording.name()));
    }
    double[] times = failures.times();
    double[] recurrence = IntStream.range(0, cycles).mapToDouble(i -> times[i + 1] - times[i]).toArray();
    double mean = StatUtils.mean(recurrence);
    double[] drops = IntStream.range(0, cycles - 1).mapToDouble(i -> {
      double before = StatUtils.max(cycle(recording.fault(), failures, i));
      return (before - StatUtils.min(cycle(recording.fault(), failures, i + 1))) / before;
    }).toArray();
    double[] ranges = IntStream.range(0, cycles).mapToObj(i -> cycle(recording.emission(), failures, i))
        .mapToDouble(values -> StatUtils.max(values) - StatUtils.min(values)).toArray();
    return new CycleStatistics(failures.size(), mean, Math.sqrt(StatUtils.variance(recurrence)) / mean,
        new Median().evaluate(drops), new Median().evaluate(ranges));
  }

  private static double[] cycle(Series series, FailureCatalogue failures, int i) {
    return Arrays.copyOfRange(series.values(), failures.failures().get(i).sample(),
        failures.failures().get(i + 1).sample());
  }
}
