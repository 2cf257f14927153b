package faultslip.series;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * Mean and standard deviation of a training segment; turns values into standard scores and back.
 *
 * @param mean in the series' unit, finite
 * @param deviation population standard deviation, in the series' unit, positive
 */
public record Standardisation(double mean, double deviation) {

  /** @throws SeriesException if the mean is not finite or the deviation not positive and finite */
  public Standardisation {
    if (!Double.isFinite(mean) || !(deviation > 0) || Double.isInfinite(deviation)) {
      throw new SeriesException("Mean " + mean + " with standard deviation " + deviation
          + " cannot standardise a series; a constant series carries no information: choose another recording or "
          + "segment.");
    }
  }

  /** Statistics of a series: give the training segment, never more; a {@link SeriesException} if it is constant. */
  public static Standardisation of(Series training) {
    double[] values = training.values();
    double mean = new Mean().evaluate(values);
    double deviation = new StandardDeviation(false).evaluate(values, mean);
    // Rounding alone can leave a constant series a deviation of some 1e-17 of its mean.
    if (!(deviation > 1e-12 * Math.abs(mean))) {
      throw new SeriesException(("Series '%s' is constant (%s) over its %d samples from %.6g s; it cannot be "
          + "standardised: choose another recording or segment.")
          .formatted(training.name(), values[0], values.length, training.clock().start()));
    }
    return new Standardisation(mean, deviation);
  }

  /** Standard scores of values; a new array. */
  public double[] apply(double[] values) {
    return Arrays.stream(values).map(value -> (value - mean) / deviation).toArray();
  }

  /** Values from standard scores; a new array. */
  public double[] invert(double[] scores) {
    return Arrays.stream(scores).map(score -> score * deviation + mean).toArray();
  }
}
