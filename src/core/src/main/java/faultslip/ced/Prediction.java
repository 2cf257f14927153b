package faultslip.ced;

import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.wavelet.Scalogram;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What a model says of a segment of a recording, beside the truth. Its images, which are many times as large as its
 * series, are made, or fetched from where they are kept, each time they are asked for.
 */
public final class Prediction {
  private final Recording segment;
  private final Supplier<ScalogramPair> images;
  private final Supplier<Scalogram> output;
  private final Series fault;
  private final Series deviation;

  /** A prediction whose images are there already; arguments as the methods of their names give them. */
  public Prediction(Recording segment, Scalogram input, Scalogram target, Scalogram output, Series fault,
      Series deviation) {
    this(segment, () -> new ScalogramPair(input, target), () -> output, fault, deviation);
  }

  Prediction(Recording segment, Supplier<ScalogramPair> images, Supplier<Scalogram> output, Series fault,
      Series deviation) {
    this.segment = Objects.requireNonNull(segment, "segment");
    this.images = images;
    this.output = output;
    this.fault = Objects.requireNonNull(fault, "fault");
    this.deviation = Objects.requireNonNull(deviation, "deviation");
  }

  /** The recording's segment: emission and true fault state. */
  public Recording segment() {
    return segment;
  }

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
    return output.get();
  }

  /** Predicted fault state: the output inverted and de-standardised, in the fault's unit. */
  public Series fault() {
    return fault;
  }

  /** Standard deviation of the fault state over the overlapping windows (±1 σ), in the fault's unit. */
  public Series deviation() {
    return deviation;
  }
}
