package faultslip.series;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

/**
 * A regularly sampled quantity. Immutable; equal to itself alone.
 *
 * @param name what was measured, for axis labels: "friction coefficient"
 * @param unit its unit, "" for a pure number
 * @param clock when the samples were taken
 * @param values at least one value, all finite; copied in and out
 */
@SuppressWarnings("ArrayRecordComponent") // Copied in and out; nobody compares two of them.
public record Series(String name, String unit, Clock clock, double[] values) {

  /** @throws SeriesException if there is no value, or one is NaN or infinite (named by index and time) */
  public Series {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(clock, "clock");
    values = values.clone();
    if (values.length == 0) {
      throw new SeriesException("Series '" + name + "' has no samples; give at least one.");
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new SeriesException(("Series '%s' is %s at sample %d (%.6g s); repair or cut out that part of the "
            + "recording.").formatted(name, values[i], i, clock.timeOf(i)));
      }
    }
  }

  /** Number of samples. */
  public int length() {
    return values.length;
  }

  /** One sample, in the series' unit. */
  public double value(int sample) {
    return values[sample];
  }

  /** A copy of the values. */
  @Override
  public double[] values() {
    return values.clone();
  }

  /** The name with its unit, as on an axis: "shear stress (MPa)". */
  public String label() {
    return unit.isEmpty() ? name : name + " (" + unit + ")";
  }

  /** Samples {@code from} to {@code to}, exclusive, on their own clock; a {@link SeriesException} if not inside. */
  public Series slice(int from, int to) {
    if (from < 0 || to > values.length || from >= to) {
      throw new SeriesException("Samples %d to %d of series '%s' asked for; it has %d: choose a range inside."
          .formatted(from, to, name, values.length));
    }
    return new Series(name, unit, clock.from(from), Arrays.copyOfRange(values, from, to));
  }

  /** Other values of the same quantity at the same times. */
  public Series with(double[] others) {
    return new Series(name, unit, clock, others);
  }

  /** Puts every sample through a function, and gives the result another name and unit. */
  public Series map(String newName, String newUnit, DoubleUnaryOperator function) {
    return new Series(newName, newUnit, clock, Arrays.stream(values).map(function).toArray());
  }

  /**
   * Means over consecutive blocks, as a recorder of lower frequency would give; an incomplete last block is dropped.
   * The clock then starts at the middle of the first block.
   *
   * @param block samples a block, at least 1 and at most the length
   * @throws SeriesException if the block is not in that range
   */
  public Series blockMeans(int block) {
    if (block < 1 || block > values.length) {
      throw new SeriesException("Blocks of %d samples asked for; series '%s' has %d samples: choose 1 to %d."
          .formatted(block, name, values.length, values.length));
    }
    double[] means = new double[values.length / block];
    Arrays.setAll(means, i -> Arrays.stream(values, i * block, (i + 1) * block).sum() / block);
    Clock slower = new Clock(clock.start() + 0.5 * (block - 1) * clock.interval(), clock.interval() * block);
    return new Series(name, unit, slower, means);
  }

  /**
   * Stretches the course in time and samples it at its own interval again: linear interpolation between the samples.
   *
   * @param factor how much longer everything takes, positive: 2 gives about twice as many samples
   * @throws SeriesException if the factor is not positive, or fewer than two samples would be left
   */
  public Series stretched(double factor) {
    double last = (values.length - 1) * factor;
    if (!(factor > 0) || !(last >= 1) || last >= Integer.MAX_VALUE) {
      throw new SeriesException(("Series '%s' of %d samples cannot be stretched by %s; give a positive factor that "
          + "leaves two samples or more.").formatted(name, values.length, factor));
    }
    double[] stretched = new double[(int) last + 1];
    for (int i = 0; i < stretched.length; i++) {
      double position = Math.min(i / factor, values.length - 1);
      int below = (int) position;
      int above = Math.min(below + 1, values.length - 1);
      stretched[i] = values[below] + (position - below) * (values[above] - values[below]);
    }
    return new Series(name, unit, clock, stretched);
  }

  /**
   * The slope: central differences, one-sided at the two ends.
   *
   * @return of the same length and clock, in the unit per second
   * @throws SeriesException if there are fewer than two samples
   */
  public Series derivative() {
    if (values.length < 2) {
      throw new SeriesException("Series '" + name + "' has one sample, and so no slope; give at least two.");
    }
    double[] slopes = new double[values.length];
    for (int i = 0; i < slopes.length; i++) {
      int before = Math.max(0, i - 1);
      int after = Math.min(values.length - 1, i + 1);
      slopes[i] = (values[after] - values[before]) / ((after - before) * clock.interval());
    }
    return new Series("slope of " + name, unit.isEmpty() ? "/s" : unit + "/s", clock, slopes);
  }

  /**
   * Interpolates linearly between the samples, which stay as they are. That adds samples, not information.
   *
   * @param factor new samples for each old one, at least 1
   * @return of {@code (length - 1) · factor + 1} samples; every {@code factor}-th is one of this series
   * @throws SeriesException if the factor is below 1, or the samples too many
   */
  public Series refined(int factor) {
    long length = (values.length - 1L) * factor + 1;
    if (factor < 1 || length > Integer.MAX_VALUE - 8) {
      throw new SeriesException(("%d samples for each of the %d of series '%s' asked for; "
          + "give at least 1, and fewer than 2^31 in all.").formatted(factor, values.length, name));
    }
    double[] refined = new double[(int) length];
    for (int i = 0; i < refined.length; i++) {
      int below = i / factor;
      int above = Math.min(below + 1, values.length - 1);
      refined[i] = values[below] + (i % factor) / (double) factor * (values[above] - values[below]);
    }
    return new Series(name, unit, new Clock(clock.start(), clock.interval() / factor), refined);
  }

  /**
   * Every n-th sample, the first among them, without averaging: what {@link #refined} started from.
   *
   * @param n at least 1
   * @throws SeriesException if it is below 1
   */
  public Series everyNth(int n) {
    if (n < 1) {
      throw new SeriesException("Every %d-th sample of series '%s' asked for; give at least 1.".formatted(n, name));
    }
    double[] kept = new double[(values.length - 1) / n + 1];
    Arrays.setAll(kept, i -> values[i * n]);
    return new Series(name, unit, new Clock(clock.start(), clock.interval() * n), kept);
  }

  @Override
  public String toString() {
    return "%s: %d samples from %.6g s at %.6g Hz".formatted(label(), values.length, clock.start(), clock.frequency());
  }
}
