package faultslip.raw;

import faultslip.data.DataException;

/**
 * Windows that end at regular times, and may overlap.
 *
 * @param rate windows a second, in hertz, above 0, at most 250: the LANL recorder pauses every millisecond
 * @param steps length of a window in intervals of that rate, at least 1
 */
public record FeatureWindows(double rate, int steps) {
  private static final double HIGHEST = 250;

  /** @throws DataException if a number is outside its range */
  public FeatureWindows {
    DataException.require(rate > 0 && rate <= HIGHEST, "A rate of %s Hz; give one above 0, up to %s Hz.", rate,
        HIGHEST);
    DataException.require(steps >= 1, "Windows of %s intervals; give 1 or more.", steps);
  }

  /**
   * Windows of a length in seconds.
   *
   * @throws DataException if it is not a whole number of intervals, to a millionth
   */
  public static FeatureWindows of(double rate, double seconds) {
    double steps = rate * seconds;
    DataException.require(Math.rint(steps) >= 1 && Math.abs(steps - Math.rint(steps)) < 1e-6 * steps, "Windows of %s s "
        + "at %s Hz, %s intervals; give a whole number of them.", seconds, rate, steps);
    return new FeatureWindows(rate, (int) Math.rint(steps));
  }
}
