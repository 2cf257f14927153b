package faultslip.figure;

import faultslip.series.Clock;
import faultslip.wavelet.ContinuousWaveletTransform;
import faultslip.wavelet.Normalisation;
import faultslip.wavelet.Padding;
import faultslip.wavelet.ScaleGrid;
import faultslip.wavelet.Scalogram;
import faultslip.wavelet.Wavelet;
import java.util.Arrays;

/**
 * A mother wavelet over time as the transform applies it: its answer to a single pulse.
 */
final class WaveletShape {
  private static final int SAMPLES_PER_SCALE = 50;
  /** So many scales on either side are computed, that the ends of the series are far away, and so many shown. */
  private static final int COMPUTED = 40;
  private static final int SHOWN = 5;

  private final double[] times;
  private final double[] real;
  private final double[] imaginary;

  private WaveletShape(double[] times, double[] real, double[] imaginary) {
    this.times = times;
    this.real = real;
    this.imaginary = imaginary;
  }

  static WaveletShape of(Wavelet wavelet) {
    int pulse = COMPUTED * SAMPLES_PER_SCALE;
    double interval = 1.0 / SAMPLES_PER_SCALE;
    double[] series = new double[2 * pulse + 1];
    series[pulse] = 1;
    Scalogram answer = new ContinuousWaveletTransform(series.length, interval, wavelet, new ScaleGrid(1, 1, 2),
        Padding.NONE, Normalisation.ENERGY).forward(series, new Clock(0, interval));
    double[] times = new double[2 * SHOWN * SAMPLES_PER_SCALE + 1];
    double[] real = new double[times.length];
    double[] imaginary = new double[times.length];
    // The answer at n to a pulse at m is √(δt/s) ψ0*((m − n) δt/s), equation 2.
    double norm = StrictMath.sqrt(SAMPLES_PER_SCALE);
    Arrays.setAll(times, i -> (i - SHOWN * SAMPLES_PER_SCALE) * interval);
    Arrays.setAll(real, i -> norm * answer.real(0, pulse - (i - SHOWN * SAMPLES_PER_SCALE)));
    Arrays.setAll(imaginary, i -> -norm * answer.imaginary(0, pulse - (i - SHOWN * SAMPLES_PER_SCALE)));
    return new WaveletShape(times, real, imaginary);
  }

  /** Times from the wavelet's middle, in units of its scale. */
  double[] times() {
    return times.clone();
  }

  /** The real part of ψ0 at these times. */
  double[] real() {
    return real.clone();
  }

  /** The imaginary part; zeros for a real wavelet. */
  double[] imaginary() {
    return imaginary.clone();
  }
}
