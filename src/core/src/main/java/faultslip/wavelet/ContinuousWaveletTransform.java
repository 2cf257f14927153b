package faultslip.wavelet;

import faultslip.series.Clock;
import faultslip.series.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * The continuous wavelet transform of Torrence &amp; Compo (1998) for series of one length and sampling interval: a
 * plan that holds the wavelets of all scales in Fourier space and may be used any number of times. Immutable, and safe
 * to use from several threads. Scales run in parallel; the bits of a result do not depend on the number of threads.
 *
 * <p>The mean is left as it is: with {@link Padding#ZERO}, remove it first or give standard scores, or the edges are
 * steps; other paddings need neither. No scale holds the mean of the padded series, nor does the inverse.
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
   * A plan for series of a length, at least 2, and an interval, δt, in seconds, positive. For {@link #inverse} the
   * wavelet is not antisymmetric, and scales, in seconds, are from well below δt to well above the slowest change. A
   * {@link WaveletException} if the length or the interval is out of range.
   */
  public ContinuousWaveletTransform(int length, double interval, Wavelet wavelet, ScaleGrid grid,
      Padding padding, Normalisation normalisation) {
    WaveletException.require(length >= 2 && length <= Padding.LONGEST,
        "Series of %d samples cannot be transformed; give 2 to %d.", length, Padding.LONGEST);
    WaveletException.require(interval > 0 && !Double.isInfinite(interval),
        "Sampling interval is %s s; give a positive number of seconds.", interval);
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

  /** The scalogram, [scale][time], of a series as planned, in its unit, equation 4, or a {@link WaveletException}. */
  public Scalogram forward(Series series) {
    return forward(series.values(), series.clock());
  }

  /**
   * The scalogram of finite values, [time], which are not changed: [scale][time], in their unit, equation 4. A
   * {@link WaveletException} if there are more or fewer than planned, one is not finite, the interval is another, or a
   * coefficient would not be finite.
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
    // Of threads that have done a scale: fresh ones would cost as much as the transform.
    Queue<double[]> products = new ConcurrentLinkedQueue<>();
    // Each scale is computed by one thread and written to its own row.
    IntStream.range(0, grid.count()).parallel().forEach(j -> {
      double[] product = Objects.requireNonNullElseGet(products.poll(), () -> new double[spectrum.length]);
      multiply(spectrum, bands.get(j), product);
      if (imaginary == null) {
        real[j] = finite(fourier.inverse(product, length));
      } else {
        double[] coefficients = finite(fourier.analyticInverse(product));
        real[j] = everySecond(coefficients, 0);
        imaginary[j] = everySecond(coefficients, 1);
      }
      products.add(product);
    });
    return new Scalogram(wavelet, grid, normalisation, clock, real, imaginary);
  }

  private static double[] finite(double[] coefficients) {
    for (double coefficient : coefficients) {
      if (!Double.isFinite(coefficient)) {
        throw new WaveletException("A coefficient of the series to transform is %s; scale the series, or its interval "
            .formatted(coefficient) + "and scales.");
      }
    }
    return coefficients;
  }

  /** Half spectrum of the series times the complex conjugate of the wavelet's. */
  private void multiply(double[] spectrum, Band band, double[] product) {
    Arrays.fill(product, 0);
    boolean antisymmetric = wavelet.isAntisymmetric();
    for (int i = 0; i < band.values.length; i++) {
      int k = 2 * (band.from + i);
      product[k] = band.values[i] * (antisymmetric ? spectrum[k + 1] : spectrum[k]);
      product[k + 1] = band.values[i] * (antisymmetric ? -spectrum[k] : spectrum[k + 1]);
    }
  }

  private double[] everySecond(double[] interleaved, int first) {
    return IntStream.range(0, length).mapToDouble(n -> interleaved[2 * n + first]).toArray();
  }

  /**
   * The series behind a scalogram, in whichever normalisation: [time], in the unit of the series transformed, a new
   * array. Equation 11, with C_δ in the limit of many scales: δj √δt / (C_δ ψ0(0)) times the sum of the real parts over
   * √s. What lies outside the scales of the grid is missing, and always the mean. A {@link WaveletException} if the
   * scalogram is of another length, interval, wavelet or grid, or the wavelet is antisymmetric.
   */
  public double[] inverse(Scalogram scalogram) {
    check(scalogram.length(), scalogram.clock());
    WaveletException.require(scalogram.wavelet().equals(wavelet),
        "Scalogram of wavelet %s given to a transform with %s; invert it with its own.", scalogram.wavelet(), wavelet);
    WaveletException.require(scalogram.grid().equals(grid),
        "Scalogram on %s given to a transform on %s; invert it on its own grid.", scalogram.grid(), grid);
    return scalogram.weighted(reconstructionWeights(scalogram.normalisation()));
  }

  /**
   * What the real part of each row counts in the inverse, equation 11, in this plan's normalisation, [scale], a new
   * array: the inverse at a time is the weighted sum of that column. A {@link WaveletException} if antisymmetric.
   */
  public double[] reconstructionWeights() {
    return reconstructionWeights(normalisation);
  }

  private double[] reconstructionWeights(Normalisation of) {
    double gain = grid.spacing() * Math.sqrt(interval) / (wavelet.reconstructionConstant() * wavelet.valueAtZero());
    return Arrays.stream(grid.scales()).map(scale -> gain / (Math.sqrt(scale) * of.factor(scale, interval))).toArray();
  }

  private void check(int samples, Clock clock) {
    WaveletException.require(samples == length, "%d samples given to a transform of %d; make one for %d samples.",
        samples, length, samples);
    WaveletException.require(!(Math.abs(clock.interval() - interval) > 1e-9 * interval),
        "Samples %s s apart given to a transform for %s s; make one for that interval.", clock.interval(), interval);
  }
}
