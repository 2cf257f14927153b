package faultslip.ced;

import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.wavelet.Scalogram;
import java.util.function.Supplier;

/**
 * What a model says of a segment of a recording, beside the truth. Its images, which are many times as large as its
 * series, are made, or fetched from where they are kept, each time they are asked for.
 *
 * @param segment the recording's segment: emission and true fault state
 * @param images gives scalograms of the standardised emission and true fault state
 * @param predicted gives the predicted scalogram
 * @param fault predicted fault state: the output inverted and de-standardised, in the fault's unit
 * @param deviation standard deviation of the fault state over the overlapping windows (±1 σ), in the fault's unit
 */
public record Prediction(Recording segment, Supplier<ScalogramPair> images, Supplier<Scalogram> predicted,
    Series fault, Series deviation) {

  /** Scalogram of the standardised emission. */
  public Scalogram input() {
    return images.get().input();
  }

  /** Scalogram of the standardised true fault state. */
  public Scalogram target() {
    return images.get().target();
  }

  /** Predicted scalogram, the average over overlapping windows. */
  public Scalogram output() {
    return predicted.get();
  }

  /** The end of this prediction, from a sample on; a {@link faultslip.series.SeriesException} if there is none such. */
  public Prediction from(int sample) {
    int to = segment.length();
    return new Prediction(segment.slice(sample, to),
        () -> images.get().slice(sample, to), () -> output().slice(sample, to), fault.slice(sample, to),
        deviation.slice(sample, to));
  }
}
