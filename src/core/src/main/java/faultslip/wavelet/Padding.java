package faultslip.wavelet;

import java.util.Arrays;

/**
 * What a transform assumes before and after a series. The Fourier transform is circular: the end of what it is given
 * runs into its beginning; padding keeps the two apart. In the cone of influence coefficients depend on it.
 */
public enum Padding {
  /** None: the series is taken as periodic. For series that are, and for exact shift equivariance. */
  NONE,
  /**
   * Zeros up to a power of two, at least twice the length: the padding of Torrence &amp; Compo (1998), section 3g, who
   * remove the mean first, for otherwise the edges are steps. Power near the edges comes out low.
   */
  ZERO,
  /**
   * The mirror image, end value repeated (half-sample symmetry): a b c is followed by c b a and so on for ever, so the
   * Fourier length is exactly twice the length and there is no step anywhere. A trend appears as a kink at the edges.
   */
  REFLECTION,
  /**
   * The last value repeated after the end and the first before the beginning, up to a power of two at least twice the
   * length; where the two meet, half the padding away from the series, there is a step.
   */
  EDGE;

  /** The longest series whose padded length is still an array's. */
  static final int LONGEST = 1 << 28;

  /** Length of the padded series, for lengths up to {@link #LONGEST}. */
  int fourierLength(int length) {
    return switch (this) {
      case NONE -> length;
      case REFLECTION -> 2 * length;
      case ZERO, EDGE -> Integer.highestOneBit(2 * length - 1) << 1;
    };
  }

  /** The series first, then what follows it, and last, in a circle, what precedes it; a new array. */
  double[] pad(double[] values) {
    int n = values.length;
    double[] padded = Arrays.copyOf(values, fourierLength(n));
    if (this == REFLECTION) {
      for (int i = 0; i < n; i++) {
        padded[2 * n - 1 - i] = values[i];
      }
    } else if (this == EDGE) {
      int middle = n + (padded.length - n) / 2;
      Arrays.fill(padded, n, middle, values[n - 1]);
      Arrays.fill(padded, middle, padded.length, values[0]);
    }
    return padded;
  }
}
