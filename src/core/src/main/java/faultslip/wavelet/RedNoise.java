package faultslip.wavelet;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * A background of red noise, x_n = α x_(n−1) + z_n with Gaussian white noise z: Torrence &amp; Compo (1998), section 4.
 * Wavelet power above its levels of significance is taken for signal.
 *
 * @param lag1 α, the correlation of neighbouring samples, above −1 and below 1; 0 for white noise
 * @param variance σ² of the noise, in the square of the series' unit, positive and finite
 */
public record RedNoise(double lag1, double variance) {

  /** @throws WaveletException if a value is outside its range */
  public RedNoise {
    if (!(Math.abs(lag1) < 1)) {
      throw new WaveletException("Red noise with a correlation of " + lag1
          + " between neighbours is not stationary; give a number above -1 and below 1.");
    }
    if (!(variance > 0) || Double.isInfinite(variance)) {
      throw new WaveletException("Red noise of variance " + variance + "; give a positive, finite variance.");
    }
  }

  /**
   * The expected power at a frequency: σ² (1 − α²) / (1 + α² − 2α cos 2πf), equation 16 with f = k/N.
   *
   * @param frequency f, in cycles a sample
   */
  public double spectrum(double frequency) {
    return variance * (1 - lag1 * lag1) / (1 + lag1 * lag1 - 2 * lag1 * StrictMath.cos(2 * Math.PI * frequency));
  }

  /**
   * The wavelet power this noise exceeds by chance with probability {@code 1 − confidence}, at any one time: equation
   * 18 with 2 degrees of freedom for a complex wavelet, 1 for a real one.
   *
   * @param scalogram whose wavelet, scales, sampling and normalisation to use; its coefficients are not
   * @param confidence above 0 and below 1; 0.95 for significance at the 5 % level
   * @return [scale], to compare with {@link Scalogram#power}, a new array
   * @throws WaveletException if the confidence is outside its range
   */
  public double[] significance(Scalogram scalogram, double confidence) {
    return levels(scalogram, confidence, j -> independent(scalogram.wavelet()));
  }

  /**
   * The power averaged over the length of a scalogram that this noise exceeds by chance with probability
   * {@code 1 − confidence}: equation 18 with the degrees of freedom of equation 23. As the paper has it, half of
   * the samples within the cone of influence are not counted among those averaged.
   *
   * @param scalogram whose wavelet, scales, length, sampling and normalisation to use; its coefficients are not
   * @param confidence above 0 and below 1
   * @return [scale], to compare with {@link Scalogram#globalSpectrum}, a new array
   * @throws WaveletException if the confidence is outside its range, or the wavelet has no published decorrelation
   *     factor
   */
  public double[] globalSignificance(Scalogram scalogram, double confidence) {
    double half = scalogram.length() / 2.0;
    double cone = scalogram.wavelet().eFoldingTime() / scalogram.clock().interval();
    double[] averaged = Arrays.stream(scalogram.grid().scales())
        .map(scale -> 2 * half - Math.min(half, cone * scale)).toArray();
    return averagedSignificance(scalogram, averaged, confidence);
  }

  /**
   * The averaged power that this noise exceeds by chance, as {@link #globalSignificance}, for an average over a number
   * of samples that may differ from scale to scale.
   *
   * @param scalogram whose wavelet, scales, sampling and normalisation to use; its coefficients are not
   * @param averaged n_a, [scale], each at least 0
   * @param confidence above 0 and below 1
   * @return [scale], a new array
   * @throws WaveletException if the confidence or a number of samples is outside its range, there is not one number a
   *     scale, or the wavelet has no published decorrelation factor
   */
  public double[] averagedSignificance(Scalogram scalogram, double[] averaged, double confidence) {
    if (averaged.length != scalogram.height()) {
      throw new WaveletException("%d numbers of averaged samples for %d scales; give one a scale."
          .formatted(averaged.length, scalogram.height()));
    }
    return levels(scalogram, confidence, j -> averagedDegreesOfFreedom(scalogram, j, averaged[j]));
  }

  /** ν of equation 23, with the single degree of a real wavelet in place of 2. */
  private static double averagedDegreesOfFreedom(Scalogram scalogram, int j, double averaged) {
    if (!(averaged >= 0) || Double.isInfinite(averaged)) {
      throw new WaveletException("An average over %s samples at scale %d; give 0 or more.".formatted(averaged, j));
    }
    Wavelet wavelet = scalogram.wavelet();
    double decorrelation = wavelet.decorrelationFactor() * scalogram.grid().scale(j);
    return independent(wavelet) * Math.hypot(1, averaged * scalogram.clock().interval() / decorrelation);
  }

  private static int independent(Wavelet wavelet) {
    return wavelet.isReal() ? 1 : 2;
  }

  private double[] levels(Scalogram scalogram, double confidence, IntToDoubleFunction degreesOfFreedom) {
    Objects.requireNonNull(scalogram, "scalogram");
    if (!(confidence > 0 && confidence < 1)) {
      throw new WaveletException("Confidence " + confidence + "; give a number above 0 and below 1, such as 0.95.");
    }
    double interval = scalogram.clock().interval();
    double[] levels = new double[scalogram.height()];
    for (int j = 0; j < levels.length; j++) {
      double scale = scalogram.grid().scale(j);
      double background = spectrum(interval / (scale * scalogram.wavelet().fourierFactor()));
      double degrees = degreesOfFreedom.applyAsDouble(j);
      double quantile = new ChiSquaredDistribution(null, degrees).inverseCumulativeProbability(confidence);
      double factor = scalogram.normalisation().factor(scale, interval);
      levels[j] = background * quantile / degrees * factor * factor;
    }
    return levels;
  }
}
