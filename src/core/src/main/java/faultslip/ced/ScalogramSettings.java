package faultslip.ced;

import faultslip.wavelet.ContinuousWaveletTransform;
import faultslip.wavelet.DerivativeOfGaussian;
import faultslip.wavelet.Normalisation;
import faultslip.wavelet.Padding;
import faultslip.wavelet.ScaleGrid;
import faultslip.wavelet.Wavelet;

/**
 * The image a recording becomes: its wavelet and scales, the latter in samples, so that recordings of any sampling
 * frequency give images of one kind.
 *
 * @param wavelet real and symmetric, so that the image is signed and can be inverted
 * @param smallestScale in samples, positive
 * @param largestScale in samples, above the smallest; reach beyond the recurrence interval
 * @param scales number of scales, at least 2
 * @param padding what lies beyond the segment's ends
 */
public record ScalogramSettings(Wavelet wavelet, double smallestScale, double largestScale, int scales,
    Padding padding) {

  /** @throws CedException if the wavelet is complex or antisymmetric, or a scale is outside its range */
  public ScalogramSettings {
    if (!wavelet.isReal() || wavelet.isAntisymmetric()) {
      throw new CedException("Wavelet " + wavelet
          + (wavelet.isReal() ? " is antisymmetric; its image cannot be inverted"
          : " is complex; the network learns real images") + ": choose a real, symmetric one, such as dog-2.");
    }
    if (!(smallestScale > 0) || !(largestScale > smallestScale) || Double.isInfinite(largestScale) || scales < 2) {
      throw new CedException("%d scales from %s to %s samples; give at least 2, from a positive scale to a larger one."
          .formatted(scales, smallestScale, largestScale));
    }
  }

  /**
   * Ricker wavelet, 32 scales from half a sample, zeros beyond the ends.
   *
   * @param largestScale in samples, above 0.5
   */
  public static ScalogramSettings ricker(double largestScale) {
    return new ScalogramSettings(DerivativeOfGaussian.ricker(), 0.5, largestScale, 32, Padding.ZERO);
  }

  /** The transform of a segment. */
  public ContinuousWaveletTransform transform(int length, double interval) {
    ScaleGrid grid = ScaleGrid.between(smallestScale * interval, largestScale * interval, scales);
    return new ContinuousWaveletTransform(length, interval, wavelet, grid, padding, Normalisation.AMPLITUDE);
  }
}
