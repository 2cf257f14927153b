package faultslip.series;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What counts as a failure: the fault state falls faster than a threshold (Wang et al. 2021: dμ/dt below -10 /s).
 *
 * <p>The threshold belongs to a sampling. Averaged over windows of a second, a drop of friction by 0.1 that takes a few
 * milliseconds has a slope of -0.1 /s, whatever it was; give a number that lies between the slopes of failures and
 * those of everything else at the recording's own sampling.
 *
 * @param slope threshold, in the fault state's unit per second, negative and finite
 * @param shortestInterval shortest time between the beginnings of two failures, in seconds, 0 or above: a drop that
 *     begins sooner after a failure belongs to it
 */
public record FailureCriterion(double slope, double shortestInterval) {

  /** @throws SeriesException if the slope is not negative, or the interval is */
  public FailureCriterion {
    if (!(slope < 0) || Double.isInfinite(slope)) {
      throw new SeriesException("Failures at a slope of " + slope + " per second asked for; give a negative number.");
    }
    if (!(shortestInterval >= 0) || Double.isInfinite(shortestInterval)) {
      throw new SeriesException("Shortest time between failures is " + shortestInterval
          + " s; give 0 or more seconds.");
    }
  }

  /**
   * The failures of a fault state, in order. The slope is {@link Series#derivative}. A drop that is under way at the
   * first sample is not counted, since its beginning is not known.
   *
   * @throws SeriesException if the series has fewer than two samples
   */
  public FailureCatalogue find(Series fault) {
    Series derivative = fault.derivative();
    List<Failure> failures = new ArrayList<>();
    for (int i = 1; i < derivative.length(); i++) {
      boolean begins = derivative.value(i) < slope && derivative.value(i - 1) >= slope;
      if (begins && isFarEnough(failures, fault.clock().timeOf(i))) {
        failures.add(new Failure(i, fault.clock().timeOf(i), steepest(derivative, i)));
      }
    }
    return new FailureCatalogue(failures);
  }

  private boolean isFarEnough(List<Failure> failures, double time) {
    return failures.isEmpty() || time - failures.get(failures.size() - 1).time() >= shortestInterval;
  }

  private double steepest(Series derivative, int from) {
    return IntStream.range(from, derivative.length()).mapToDouble(derivative::value).takeWhile(value -> value < slope)
        .min().orElseThrow();
  }
}
