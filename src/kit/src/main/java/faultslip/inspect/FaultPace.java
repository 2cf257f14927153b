package faultslip.inspect;

import faultslip.data.RecordedSamples;
import faultslip.series.Clock;
import faultslip.series.Series;
import java.util.Arrays;
import java.util.Optional;

/**
 * How often a fault recurs, as far as that can be told.
 *
 * @param seconds from failure to failure, in the mean
 * @param of what it was found in: "fault state" or "emission"
 */
public record FaultPace(double seconds, String of) {
  /** So many values are enough to see cycles in. */
  private static final int MOST = 1 << 18;

  /**
   * Of a recording's fault state by its failures, or, where it is not known, by what its emission repeats.
   *
   * @param samples emission, then the fault state where it is known
   * @param logarithm whether emission is looked at as its logarithm
   * @return empty if nothing repeats itself
   */
  public static Optional<FaultPace> of(RecordedSamples samples, boolean hasFault, boolean logarithm) {
    Series series = reduced(samples, hasFault ? 1 : 0, logarithm && !hasFault);
    return Periodicity.of(series).map(found -> hasFault
        ? new FaultPace(failing(series, failing(series, found.period())), "fault state")
        : new FaultPace(found.period(), "emission"));
  }

  // By the failures of a series, looked at so often that a cycle is seen; as it was taken to be, if they are few.
  private static double failing(Series series, double period) {
    return CriterionSearch.atPace(series, period).map(search -> search.failures().meanRecurrence()).orElse(period);
  }

  private static Series reduced(RecordedSamples samples, int column, boolean logarithm) {
    int block = (samples.length() + MOST - 1) / MOST;
    double[] sums = new double[samples.length() / block];
    int[] at = new int[1];
    samples.forEach(values -> {
      if (at[0] / block < sums.length) {
        // Where there is no logarithm, whoever needs it says so.
        sums[at[0] / block] += logarithm ? StrictMath.log(Math.max(Double.MIN_NORMAL, values[column]))
            : values[column];
      }
      at[0]++;
    });
    return new Series("", "", new Clock(samples.clock().start(), block * samples.clock().interval()),
        Arrays.stream(sums).map(sum -> sum / block).toArray());
  }
}
