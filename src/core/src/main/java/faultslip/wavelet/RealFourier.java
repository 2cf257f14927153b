package faultslip.wavelet;

import java.util.Arrays;
import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.utils.CommonUtils;

/**
 * Discrete Fourier transforms of real series of one length. A half spectrum here is interleaved, real and imaginary
 * part of frequency k = 0 .. length/2 at 2k and 2k + 1. Immutable, and safe to use from several threads.
 */
record RealFourier(int length, DoubleFFT_1D fft) {
  static {
    // JTransforms would split long transforms over threads of its own, as many as there are processors for each scale,
    // while the scales already run in parallel. A setting for the whole process, of speed alone: the bits are the same.
    CommonUtils.setThreadsBeginN_1D_FFT_2Threads(Integer.MAX_VALUE);
    CommonUtils.setThreadsBeginN_1D_FFT_4Threads(Integer.MAX_VALUE);
  }

  RealFourier(int length) {
    this(length, new DoubleFFT_1D(length));
  }

  int frequencies() {
    return length / 2 + 1;
  }

  /** The half spectrum of a real series, Σ x_n exp(−2πikn/N); a new array. */
  double[] forward(double[] values) {
    double[] packed = values.clone();
    fft.realForward(packed);
    double[] half = new double[2 * frequencies()];
    System.arraycopy(packed, 0, half, 0, length);
    // In place of the imaginary part of frequency zero, JTransforms has the last number of the half spectrum that can
    // differ from zero: the real part of the highest frequency for an even length, the imaginary part for an odd one.
    half[1] = 0;
    half[length] = packed[1];
    return half;
  }

  /**
   * The first values of the real series with this half spectrum, which is used up, with the factor 1/N; a new array.
   * Imaginary parts that a real series cannot have, of frequency zero and of the highest of an even length, are passed
   * over.
   */
  double[] inverse(double[] half, int values) {
    half[1] = half[length];
    fft.realInverse(half, true);
    return Arrays.copyOf(half, values);
  }

  /** The complex series of this half spectrum, 0 at negative frequencies, with the factor 1/N; interleaved, new. */
  double[] analyticInverse(double[] half) {
    double[] values = new double[2 * length];
    System.arraycopy(half, 0, values, 0, half.length);
    fft.complexInverse(values, true);
    return values;
  }
}
