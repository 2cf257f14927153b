package faultslip.experiment;

import faultslip.series.Series;
import faultslip.series.Standardisation;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Whether a prediction is taken as it comes, or its amplitude restored: its own mean and standard deviation replaced by
 * those of the fault state that it was de-standardised by. A network that is not sure says too little of a slip;
 * nothing more has to be known to give that its size.
 */
public enum Amplitude {
  /** As the network says it. */
  RAW,
  /** With the known mean and standard deviation. */
  RESTORED;

  /** As in results files: "restored". */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A prediction with this amplitude, of which all is known, by the known mean and deviation of the fault state. */
  public Series of(Series predicted, Standardisation known) {
    double[] values = predicted.values();
    double mean = StatUtils.mean(values);
    double deviation = Math.sqrt(StatUtils.populationVariance(values, mean));
    return this == RAW ? predicted
        : predicted.with(Arrays.stream(values).map(value -> restored(value, mean, deviation, known)).toArray());
  }

  /**
   * A prediction with this amplitude, of which at each sample only what was said up to it is known: mean and deviation
   * of that run along with it.
   */
  public Series asItComes(Series predicted, Standardisation known) {
    double[] values = predicted.values();
    double mean = 0;
    double squares = 0;
    for (int n = 0; n < values.length; n++) { // Welford 1962
      double above = values[n] - mean;
      mean += above / (n + 1);
      squares += above * (values[n] - mean);
      values[n] = restored(values[n], mean, Math.sqrt(squares / (n + 1)), known);
    }
    return this == RAW ? predicted : predicted.with(values);
  }

  /**
   * A value whose amplitude is restored: by mean and deviation of what was predicted, and the known ones. Where nothing
   * has moved yet, there is nothing to give a size to.
   */
  public static double restored(double value, double mean, double deviation, Standardisation known) {
    return known.mean() + (deviation > 0 ? (value - mean) / deviation * known.deviation() : 0);
  }
}
