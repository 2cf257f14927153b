package faultslip.inspect;

import faultslip.data.RecordedSamples;
import faultslip.series.Clock;
import faultslip.series.FailureCriterion;
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
   * Of a recording's fault state, or, where that is not known, of its emission.
   *
   * @param samples emission, then the fault state where it is known
   * @param logarithm whether emission is looked at as its logarithm
   * @return empty if nothing repeats itself
   */
  public static Optional<FaultPace> of(RecordedSamples samples, boolean hasFault, boolean logarithm) {
    return Periodicity.of(reduced(samples, hasFault ? 1 : 0, logarithm && !hasFault))
        .map(found -> new FaultPace(found.period(), hasFault ? "fault state" : "emission"));
  }

  /** What a failure is, by a search at the fault state's own sampling; empty if there is none. */
  public static Optional<FailureCriterion> criterion(Series fault, double recurrence) {
    return CriterionSearch.of(fault, recurrence).map(CriterionSearch::criterion);
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
