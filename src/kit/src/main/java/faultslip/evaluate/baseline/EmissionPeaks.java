package faultslip.evaluate.baseline;

import faultslip.evaluate.EvaluationException;
import faultslip.series.Recording;
import faultslip.series.Series;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Tells the time to the next failure by bursts of emission: from one to the next it counts down a recurrence time, and
 * where the next burst is in sight it counts down to that. It has three numbers, taken from a training segment; a
 * network that looks as far ahead should do better.
 *
 * @param level a burst begins where the emission comes to it, in the emission's unit
 * @param lead by how much a burst comes before its failure (after it, if negative), in seconds
 * @param recurrence mean time from failure to failure, in seconds, positive; bursts are half of it apart or more
 */
public record EmissionPeaks(double level, double lead, double recurrence) {
  private static final int LEVELS = 50;

  /** @throws EvaluationException if the recurrence time is not positive */
  public EmissionPeaks {
    if (!(recurrence > 0)) {
      throw new EvaluationException("Recurrence time of " + recurrence + " s; give a positive one.");
    }
  }

  /**
   * The level, of {@value #LEVELS} quantiles of the emission in its upper half, whose predictions of a training segment
   * are best (MAE), and the median lead of its bursts.
   *
   * @param training its fault state is the time to failure, in seconds
   * @param ahead samples that it will look ahead, 0 or more
   */
  public static EmissionPeaks fitted(Recording training, double recurrence, int ahead) {
    double[] sorted = training.emission().values();
    Arrays.sort(sorted);
    double[] left = training.fault().values();
    return IntStream.range(0, LEVELS)
        .mapToObj(i -> new EmissionPeaks(sorted[(sorted.length - 1) * (LEVELS + i) / (2 * LEVELS)], 0, recurrence))
        .map(peaks -> new EmissionPeaks(peaks.level, StatUtils.percentile(IntStream.of(peaks.bursts(
            training.emission())).mapToDouble(n -> nearest(left[n], recurrence)).toArray(), 50), recurrence))
        .min(Comparator.comparingDouble(peaks -> peaks.error(training, ahead))).orElseThrow();
  }

  // A burst soon after a failure belongs to that one, not to the next.
  private static double nearest(double left, double recurrence) {
    return left > recurrence / 2 ? left - recurrence : left;
  }

  private double error(Recording training, int ahead) {
    double[] predicted = predict(training, ahead).values();
    return IntStream.range(0, predicted.length)
        .mapToDouble(n -> Math.abs(predicted[n] - training.fault().value(n))).average().orElseThrow();
  }

  /** Samples at which bursts begin: whether one does is known at that sample. */
  int[] bursts(Series emission) {
    double apart = recurrence / 2 * emission.clock().frequency();
    IntStream.Builder bursts = IntStream.builder();
    double free = 0;
    for (int n = 0; n < emission.length(); n++) {
      if (emission.value(n) >= level && n >= free) {
        bursts.add(n);
        free = n + apart;
      }
    }
    return bursts.build().toArray();
  }

  /**
   * The time to failure at each sample of a recording, of which the emission alone is heard.
   *
   * @param ahead samples that are heard beyond each, 0 or more
   * @return in seconds, 0 or above
   */
  public Series predict(Recording recording, int ahead) {
    int[] bursts = bursts(recording.emission());
    double interval = recording.clock().interval();
    return recording.fault().with(IntStream.range(0, recording.length()).mapToDouble(n -> {
      // When they fail that bursts tell of, in seconds from now; a failure that is now is not the next one.
      double[] failures = IntStream.of(bursts).filter(burst -> burst <= n + ahead)
          .mapToDouble(burst -> (burst - n) * interval + lead).toArray();
      double next = Arrays.stream(failures).filter(failure -> failure > 1e-6 * interval).min().orElseGet(() ->
          Arrays.stream(failures).max().orElse(-recurrence / 2) + recurrence);
      return Math.max(0, next);
    }).toArray());
  }
}
