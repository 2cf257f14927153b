package faultslip.wavelet;

import faultslip.series.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Wavelet coefficients over scale and time. For a real wavelet they are real, and the scalogram is a signed image.
 *
 * <p>Rows are scales, ascending; columns are samples. Coefficients are those of a series as given to the transform
 * (here, of standard scores), in its unit. Immutable: arrays are copied in and out, except where a method says so.
 */
public final class Scalogram {
  private final Wavelet wavelet;
  private final ScaleGrid grid;
  private final Normalisation normalisation;
  private final Clock clock;
  private final double[][] real;
  private final double[][] imaginary;

  /**
   * Real and imaginary coefficients, [scale][time], a row a scale of the grid, all of one length, not copied: give them
   * away; for a real wavelet the imaginary ones are null. A {@link WaveletException} if the shapes do not agree.
   */
  public Scalogram(Wavelet wavelet, ScaleGrid grid, Normalisation normalisation, Clock clock,
      double[][] real, double[][] imaginary) {
    this.wavelet = Objects.requireNonNull(wavelet, "wavelet");
    this.grid = Objects.requireNonNull(grid, "grid");
    this.normalisation = Objects.requireNonNull(normalisation, "normalisation");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.real = real;
    this.imaginary = imaginary;
    check(real);
    WaveletException.require(wavelet.isReal() == (imaginary == null),
        "Wavelet %s %s imaginary coefficients; give them for complex wavelets only.", wavelet,
        wavelet.isReal() ? "has no" : "needs");
    if (imaginary != null) {
      check(imaginary);
    }
  }

  private void check(double[][] rows) {
    WaveletException.require(rows.length == grid.count(),
        "%d rows of coefficients for a grid of %d scales; give one row a scale.", rows.length, grid.count());
    for (double[] row : rows) {
      WaveletException.require(row.length == real[0].length && row.length > 0,
          "Rows of %d and %d coefficients; give rows of one length, at least 1.", real[0].length, row.length);
    }
  }

  public Wavelet wavelet() {
    return wavelet;
  }

  public ScaleGrid grid() {
    return grid;
  }

  public Normalisation normalisation() {
    return normalisation;
  }

  public Clock clock() {
    return clock;
  }

  /** Number of samples in time. */
  public int length() {
    return real[0].length;
  }

  /** Number of scales. */
  public int height() {
    return real.length;
  }

  /** Real part of a coefficient. */
  public double real(int scale, int time) {
    return real[scale][time];
  }

  /** Imaginary part of a coefficient; 0 for a real wavelet. */
  public double imaginary(int scale, int time) {
    return imaginary == null ? 0 : imaginary[scale][time];
  }

  /** |W|², in the square of the series' unit. */
  public double power(int scale, int time) {
    double re = real[scale][time];
    double im = imaginary(scale, time);
    return re * re + im * im;
  }

  /**
   * Copies real parts of columns {@code from} to {@code from + width}, row after row, into a flat array that is at
   * least {@code offset + height · width} long.
   */
  public void copyWindow(int from, int width, float[] target, int offset) {
    for (double[] row : real) {
      for (int n = from; n < from + width; n++) {
        target[offset++] = (float) row[n];
      }
    }
  }

  /** Sums of the real parts of all scales, weighted, [time]: added in their order, four in one pass over memory. */
  double[] weighted(double[] weights) {
    double[] padded = Arrays.copyOf(weights, weights.length + 3);
    double[] sums = new double[length()];
    for (int j = 0; j < real.length; j += 4) {
      double[][] rows = IntStream.range(j, j + 4).mapToObj(i -> real[Math.min(i, real.length - 1)])
          .toArray(double[][]::new); // behind the last that one again, times 0
      add(sums, rows, padded[j], padded[j + 1], padded[j + 2], padded[j + 3]);
    }
    return sums;
  }

  private static void add(double[] sums, double[][] rows, double first, double second, double third, double fourth) {
    double[] a = rows[0];
    double[] b = rows[1];
    double[] c = rows[2];
    double[] d = rows[3];
    for (int n = 0; n < sums.length; n++) {
      sums[n] = sums[n] + first * a[n] + second * b[n] + third * c[n] + fourth * d[n];
    }
  }

  /** Columns {@code from} to {@code to}, exclusive, on their own clock; a {@link WaveletException} if not inside. */
  public Scalogram slice(int from, int to) {
    WaveletException.require(from >= 0 && to <= length() && from < to,
        "Columns %d to %d of a scalogram of %d asked for; choose a range inside.", from, to, length());
    return new Scalogram(wavelet, grid, normalisation, clock.from(from), columns(real, from, to),
        imaginary == null ? null : columns(imaginary, from, to));
  }

  private static double[][] columns(double[][] rows, int from, int to) {
    return Arrays.stream(rows).map(row -> Arrays.copyOfRange(row, from, to)).toArray(double[][]::new);
  }

  /** This wavelet, grid and clock with other real coefficients, [scale][time], not copied; for real wavelets. */
  public Scalogram withReal(double[][] coefficients) {
    return new Scalogram(wavelet, grid, normalisation, clock, coefficients, null);
  }

  /**
   * The largest scale free of edge effects at each time, in seconds: time to the nearer edge over the e-folding time
   * per scale (Torrence &amp; Compo 1998, section 3g). Larger ones lie in the cone of influence. Zero at both ends.
   */
  public double[] coneOfInfluence() {
    double[] largest = new double[length()];
    Arrays.setAll(largest, n -> Math.min(n, largest.length - 1 - n) * clock.interval() / wavelet.eFoldingTime());
    return largest;
  }
}
