package faultslip.ced;

import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.series.Standardisation;
import faultslip.wavelet.ContinuousWaveletTransform;
import faultslip.wavelet.Scalogram;

/**
 * The two images of a segment: what the network sees and what it should say.
 *
 * @param input scalogram of the standardised emission
 * @param target scalogram of the standardised fault state, of the same shape
 */
public record ScalogramPair(Scalogram input, Scalogram target) implements TrainingSegment {

  /**
   * Transforms one segment on its own: no sample outside it has any influence.
   *
   * @throws faultslip.FaultslipException if the segment cannot be transformed
   */
  public static ScalogramPair of(Recording segment, RecordingStandardisation standardisation,
      ScalogramSettings settings) {
    ContinuousWaveletTransform transform = settings.transform(segment.length(), segment.clock().interval());
    return new ScalogramPair(image(segment.emission(), standardisation.emission(), transform),
        image(segment.fault(), standardisation.fault(), transform));
  }

  /** What the network should say of a segment, alone. */
  static Scalogram target(Recording segment, RecordingStandardisation standardisation, ScalogramSettings settings) {
    return image(segment.fault(), standardisation.fault(),
        settings.transform(segment.length(), segment.clock().interval()));
  }

  private static Scalogram image(Series series, Standardisation standardisation, ContinuousWaveletTransform transform) {
    return transform.forward(standardisation.apply(series.values()), series.clock());
  }

  /**
   * The columns {@code from} (inclusive) to {@code to} (exclusive) of both images. Their coefficients still depend on
   * samples outside, as far as their wavelets reach.
   */
  public ScalogramPair slice(int from, int to) {
    return new ScalogramPair(input.slice(from, to), target.slice(from, to));
  }

  @Override
  public int length() {
    return input.length();
  }

  @Override
  public int scales() {
    return input.height();
  }

  @Override
  public void copyInput(int start, int width, float[] images, int offset) {
    input.copyWindow(start, width, images, offset);
  }

  @Override
  public void copyTarget(int start, int width, float[] images, int offset) {
    target.copyWindow(start, width, images, offset);
  }
}
