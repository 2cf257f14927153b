package faultslip.wavelet;

import faultslip.series.Clock;
import faultslip.series.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The continuous wavelet transform of Torrence &amp; Compo (1998) for series of one length and sampling interval: a
 * plan that holds the wavelets of all scales in Fourier space and may be used any number of times. Immutable, and safe
 * to use from several threads. Scales run in parallel; the bits of a result do not depend on the number of threads.
 *
 * <p>The mean is left as it is: with {@link Padding#ZERO}, remove it first (or give standard scores), or the edges are
 * steps. With the other paddings it makes no difference. No scale holds the mean of the padded series; the inverse
 * lacks it.
 */
public final class ContinuousWaveletTransform {
  private final int length;
  private final double interval;
  private final Wavelet wavelet;
  private final ScaleGrid grid;
  private final Padding padding;
  private final Normalisation normalisation;
  private final RealFourier fourier;
  private final List<Band> bands;

  /** A wavelet in Fourier space, without the zeros around it: its values from one frequency on. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
  private record Band(int from, double[] values) {}

  /**
   * @param length samples a series, at least 2
   * @param interval δt, in seconds, positive
   * @param wavelet any wavelet; for {@link #inverse} not an antisymmetric one
   * @param grid scales in seconds; for a faithful inverse they begin well below δt and end well above the slowest
   *     change
   * @param padding what to assume outside the series
   * @param normalisation how to scale the coefficients
   * @throws WaveletException if the length or the interval is out of range
   */
  public ContinuousWaveletTransform(int length, double interval, Wavelet wavelet, ScaleGrid grid,
      Padding padding, Normalisation normalisation) {
    if (length < 2 || length > Padding.LONGEST) {
      throw new WaveletException("Series of %d samples cannot be transformed; give 2 to %d."
          .formatted(length, Padding.LONGEST));
    }
    if (!(interval > 0) || Double.isInfinite(interval)) {
      throw new WaveletException("Sampling interval is " + interval + " s; give a positive number of seconds.");
    }
    this.length = length;
    this.interval = interval;
    this.wavelet = Objects.requireNonNull(wavelet, "wavelet");
    this.grid = Objects.requireNonNull(grid, "grid");
    this.padding = Objects.requireNonNull(padding, "padding");
    this.normalisation = Objects.requireNonNull(normalisation, "normalisation");
    this.fourier = new RealFourier(padding.fourierLength(length));
    // ω_k for k = 0 .. N/2, equation 5, in radians per second.
    double first = 2 * Math.PI / (fourier.length() * interval);
    double[] frequencies = IntStream.range(0, fourier.frequencies()).mapToDouble(k -> k * first).toArray();
    this.bands = IntStream.range(0, grid.count()).parallel().mapToObj(j -> band(j, frequencies)).toList();
  }

  private Band band(int j, double[] frequencies) {
    double[] daughter = wavelet.daughter(grid.scale(j), interval, frequencies);
    double factor = normalisation.factor(grid.scale(j), interval);
    int from = 0;
    int to = daughter.length;
    while (from < to && daughter[from] == 0) {
      from++;
    }
    while (to > from && daughter[to - 1] == 0) {
      to--;
    }
    return new Band(from, Arrays.stream(daughter, from, to).map(value -> value * factor).toArray());
  }

  /**
   * The scalogram of a series, equation 4.
   *
   * @return [scale][time], in the unit of the series
   * @throws WaveletException if the series has another length or sampling interval than the plan
   */
  public Scalogram forward(Series series) {
    return forward(series.values(), series.clock());
  }

  /**
   * The scalogram of a series, equation 4.
   *
   * @param values [time], finite; not changed
   * @param clock when they were sampled
   * @return [scale][time], in the unit of the values
   * @throws WaveletException if there are more or fewer values than the plan was made for, one is not finite, or the
   *     clock has another interval
   */
  public Scalogram forward(double[] values, Clock clock) {
    check(values.length, clock);
    for (int n = 0; n < length; n++) {
      if (!Double.isFinite(values[n])) {
        throw new WaveletException("Value %d of the series to transform is %s; repair or cut out that part."
            .formatted(n, values[n]));
      }
    }
    double[] spectrum = fourier.forward(padding.pad(values));
    double[][] real = new double[grid.count()][];
    double[][] imaginary = wavelet.isReal() ? null : new double[grid.count()][];
    // Each scale is computed by one thread and written to its own row.
    IntStream.range(0, grid.count()).parallel().forEach(j -> {
      double[] product = product(spectrum, bands.get(j));
      if (imaginary == null) {
        real[j] = Arrays.copyOf(fourier.inverse(product), length);
      } else {
        double[] coefficients = fourier.analyticInverse(product);
        real[j] = everySecond(coefficients, 0);
        imaginary[j] = everySecond(coefficients, 1);
      }
    });
    return new Scalogram(wavelet, grid, normalisation, clock, real, imaginary);
  }

  /** Half spectrum of the series times the complex conjugate of the wavelet's. */
  private double[] product(double[] spectrum, Band band) {
    double[] product = new double[spectrum.length];
    boolean antisymmetric = wavelet.isAntisymmetric();
    for (int i = 0; i < band.values.length; i++) {
      int k = 2 * (band.from + i);
      product[k] = band.values[i] * (antisymmetric ? spectrum[k + 1] : spectrum[k]);
      product[k + 1] = band.values[i] * (antisymmetric ? -spectrum[k] : spectrum[k + 1]);
    }
    return product;
  }

  private double[] everySecond(double[] interleaved, int first) {
    return IntStream.range(0, length).mapToDouble(n -> interleaved[2 * n + first]).toArray();
  }

  /**
   * The series behind a scalogram, equation 11, with C_δ in the limit of many scales: δj √δt / (C_δ ψ0(0)) times the
   * sum of the real parts over √s. What lies outside the scales of the grid is missing, and always the mean.
   *
   * @param scalogram of this plan's length, interval, wavelet and grid; in either normalisation, whatever the plan's
   * @return [time], in the unit of the series transformed; a new array
   * @throws WaveletException if the scalogram is of another length, interval, wavelet or grid, or the wavelet is
   *     antisymmetric
   */
  public double[] inverse(Scalogram scalogram) {
    check(scalogram.length(), scalogram.clock());
    if (!scalogram.wavelet().equals(wavelet)) {
      throw new WaveletException("Scalogram of wavelet %s given to a transform with %s; invert it with its own."
          .formatted(scalogram.wavelet(), wavelet));
    }
    if (!scalogram.grid().equals(grid)) {
      throw new WaveletException("Scalogram on %s given to a transform on %s; invert it on its own grid."
          .formatted(scalogram.grid(), grid));
    }
    double[] weights = reconstructionWeights(scalogram.normalisation());
    double[] series = new double[length];
    for (int j = 0; j < grid.count(); j++) {
      for (int n = 0; n < length; n++) {
        series[n] += weights[j] * scalogram.real(j, n);
      }
    }
    return series;
  }

  /**
   * What the real part of each row counts in the inverse, equation 11, for this plan's normalisation: the inverse at a
   * time is the weighted sum of the column at that time alone.
   *
   * @return [scale]; a new array
   * @throws WaveletException if the wavelet is antisymmetric
   */
  public double[] reconstructionWeights() {
    return reconstructionWeights(normalisation);
  }

  private double[] reconstructionWeights(Normalisation of) {
    double gain = grid.spacing() * Math.sqrt(interval) / (wavelet.reconstructionConstant() * wavelet.valueAtZero());
    return Arrays.stream(grid.scales()).map(scale -> gain / (Math.sqrt(scale) * of.factor(scale, interval))).toArray();
  }

  private void check(int samples, Clock clock) {
    if (samples != length) {
      throw new WaveletException("%d samples given to a transform of %d; make one for %d samples."
          .formatted(samples, length, samples));
    }
    if (Math.abs(clock.interval() - interval) > 1e-9 * interval) {
      throw new WaveletException("Samples %s s apart given to a transform for %s s; make one for that interval."
          .formatted(clock.interval(), interval));
    }
  }
}
