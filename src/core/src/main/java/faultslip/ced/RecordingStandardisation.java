package faultslip.ced;

import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.series.Standardisation;
import faultslip.wavelet.ContinuousWaveletTransform;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * The standardisations of a recording's emission and fault state, fitted on its training segment.
 *
 * <p>Mean and standard deviation are all that is ever taken from a new recording before it is predicted.
 */
public record RecordingStandardisation(Standardisation emission, Standardisation fault) {

  /**
   * Fits both on a training segment. The deviation is that of the part of the series that the scales can represent:
   * a slow drift beyond the largest scale is invisible in a scalogram and must not shrink what is visible.
   *
   * @throws faultslip.series.SeriesException if a series is constant
   */
  public static RecordingStandardisation of(Recording training, ScalogramSettings settings) {
    ContinuousWaveletTransform transform = settings.transform(training.length(), training.clock().interval());
    return new RecordingStandardisation(visible(training.emission(), transform), visible(training.fault(), transform));
  }

  private static Standardisation visible(Series series, ContinuousWaveletTransform transform) {
    Standardisation whole = Standardisation.of(series);
    double[] represented = transform.inverse(transform.forward(whole.apply(series.values()), series.clock()));
    double share = new StandardDeviation(false).evaluate(represented);
    return new Standardisation(whole.mean(), whole.deviation() * share);
  }
}
