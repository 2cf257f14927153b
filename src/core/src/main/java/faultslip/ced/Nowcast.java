package faultslip.ced;

import faultslip.InterruptedWorkException;
import faultslip.series.BurstClock;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.split.Split;
import faultslip.split.Windows;
import faultslip.wavelet.ContinuousWaveletTransform;
import faultslip.wavelet.Scalogram;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Predicts a fault as it is heard: what is said of a time knows nothing after it. The image of a window is made of the
 * samples up to its end and no others, and of what the network makes of it the last column alone is inverted and
 * de-standardised.
 *
 * <p>In a {@link SlidingPrediction}, by contrast, a time lies in windows that end after it, and wavelets reach on.
 *
 * @param settings the image
 * @param width samples a window, as wide as the network
 * @param memory samples behind an image, its window's the last of them; at least the width. Where a recording has not
 *     begun yet, it counts as being at its mean
 * @param bursts of standardised emission: their clock is a second image; empty for networks that see the emission alone
 */
public record Nowcast(ScalogramSettings settings, int width, int memory, Optional<BurstClock> bursts) {
  /** Raised when the same network and recording give other numbers than before. */
  private static final int REVISION = 1;
  /** Of what rises evenly from 0 to 1: the clock of bursts that come at equal intervals. */
  private static final double MEAN_PHASE = 0.5;
  private static final double PHASE_DEVIATION = Math.sqrt(1 / 12.0);

  /** @throws CedException if the memory is shorter than a window, or that has no sample */
  public Nowcast {
    if (width < 1 || memory < width) {
      throw new CedException("Windows of %d samples with a memory of %d; give at least 1, and a memory as long as that."
          .formatted(width, memory));
    }
  }

  /** Of networks that see the emission alone. */
  public Nowcast(ScalogramSettings settings, int width, int memory) {
    this(settings, width, memory, Optional.empty());
  }

  private int channels() {
    return bursts.isPresent() ? 2 : 1;
  }

  /**
   * What a network learns to nowcast from: windows of training and validation segments, each image as it will be when
   * it is predicted from. What the network should say of them is cut from the scalogram of the segment.
   *
   * @param splits of one recording each, which is standardised by its own training segment
   * @param augmentation variations of the training segments to learn from; validation segments stay as they are
   * @param step samples from one window to the next over training segments
   * @param validationStep the same over validation segments
   * @throws faultslip.FaultslipException if a series is constant or a segment shorter than a window
   */
  public TrainingData trainingData(List<Split> splits, Augmentation augmentation, int step, int validationStep) {
    return TrainingData.of(splits, settings, augmentation, new Windows(width, step),
        new Windows(width, validationStep), (segment, standardisation) -> new Heard(new Past(segment, standardisation),
            ScalogramPair.target(segment, standardisation, settings)));
  }

  /**
   * Predicts the end of a recording, sample by sample. The fault state goes into {@link Prediction#target} alone.
   *
   * @param from first sample predicted; those before it are only heard
   * @param standardisation of the recording, fitted on its training segment
   * @return of the samples from there on; its scalograms hold for each time the last column of the window that ends
   *     there, and its deviation is 0, for there is one window a time
   * @throws CedException if windows or scales do not fit the network
   * @throws faultslip.series.SeriesException if the recording has no such sample
   */
  public Prediction of(Ced network, Recording recording, int from, RecordingStandardisation standardisation) {
    return prediction(recording, from, standardisation, columns(network, recording, from, standardisation));
  }

  /**
   * Predicts the end of a recording, or takes its prediction from a store where it is kept.
   *
   * @param model key of the network
   * @param network gives the network if it is needed
   */
  public Prediction of(ModelKey model, Supplier<Ced> network, ResultStore store, Recording recording, int from,
      RecordingStandardisation standardisation) {
    ModelKey key = ModelKey.of("nowcast").with("revision", REVISION).with("model", model).with("by", this)
        .with("recording", recording).with("from", from).with("standardisation", standardisation).build();
    return prediction(recording, from, standardisation,
        store.get(key, Collections.nCopies(settings.scales(), recording.length() - from),
            () -> columns(network.get(), recording, from, standardisation)));
  }

  /** The predicted scalogram, [scale][time]. */
  private double[][] columns(Ced network, Recording recording, int from, RecordingStandardisation standardisation) {
    Ced.requireFit(network.architecture(), channels(), settings.scales(), new Windows(width, 1));
    Past past = new Past(recording, standardisation);
    return network.mapping(mapping -> columns(mapping, past, from));
  }

  private double[][] columns(UnaryOperator<float[]> network, Past past, int from) {
    int length = past.recording.length();
    int size = settings.scales() * width;
    double[][] columns = new double[settings.scales()][length - from];
    for (int first = from; first < length; first += Ced.BATCH) {
      InterruptedWorkException.check();
      int count = Math.min(Ced.BATCH, length - first);
      float[] images = new float[count * channels() * size];
      for (int i = 0; i < count; i++) {
        past.copyImages(first + i + 1, images, i * channels() * size);
      }
      float[] mapped = network.apply(images);
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < columns.length; j++) {
          columns[j][first - from + i] = mapped[i * size + (j + 1) * width - 1];
        }
      }
    }
    return columns;
  }

  private Prediction prediction(Recording recording, int from, RecordingStandardisation standardisation,
      double[][] columns) {
    Recording segment = recording.slice(from, recording.length());
    Series truth = segment.fault();
    double[] weights = settings.transform(memory, segment.clock().interval()).reconstructionWeights();
    double[] standardised = new double[segment.length()];
    Arrays.setAll(standardised, n -> {
      double value = 0;
      for (int j = 0; j < weights.length; j++) {
        value += weights[j] * columns[j][n];
      }
      return value;
    });
    Supplier<ScalogramPair> images = () -> {
      ScalogramPair whole = ScalogramPair.of(segment, standardisation, settings);
      return new ScalogramPair(whole.input().withReal(heard(recording, from, standardisation)), whole.target());
    };
    return new Prediction(segment, images, () -> ScalogramPair.target(segment, standardisation, settings)
        .withReal(columns), truth.with(standardisation.fault().invert(standardised)),
        new Series("±1 σ of " + truth.name(), truth.unit(), truth.clock(), new double[segment.length()]));
  }

  /** The last column of every image, [scale][time]. */
  private double[][] heard(Recording recording, int from, RecordingStandardisation standardisation) {
    Past past = new Past(recording, standardisation);
    double[][] columns = new double[settings.scales()][recording.length() - from];
    for (int n = 0; n < columns[0].length; n++) {
      Scalogram image = past.emission(from + n + 1);
      for (int j = 0; j < columns.length; j++) {
        columns[j][n] = image.real(j, memory - 1);
      }
    }
    return columns;
  }

  /** What is heard of a recording, of which only the past is looked at. */
  private final class Past {
    private final Recording recording;
    private final double[] emission;
    private final Optional<double[]> phases;
    private final ContinuousWaveletTransform transform;

    Past(Recording recording, RecordingStandardisation standardisation) {
      this.recording = recording;
      this.emission = standardisation.emission().apply(recording.emission().values());
      this.phases = bursts.map(clock -> Arrays.stream(clock.phases(emission))
          .map(phase -> (phase - MEAN_PHASE) / PHASE_DEVIATION).toArray());
      this.transform = settings.transform(memory, recording.clock().interval());
    }

    /** The scalogram of the emission's last samples before one, as many as are remembered. */
    Scalogram emission(int end) {
      return until(end, emission);
    }

    private Scalogram until(int end, double[] series) {
      double[] remembered = new double[memory];
      int heard = Math.min(end, memory);
      System.arraycopy(series, end - heard, remembered, memory - heard, heard);
      return transform.forward(remembered, recording.clock());
    }

    /** The images of the window that ends before a sample, [channel][scale][time]. */
    void copyImages(int end, float[] images, int offset) {
      emission(end).copyWindow(memory - width, width, images, offset);
      phases.ifPresent(series ->
          until(end, series).copyWindow(memory - width, width, images, offset + settings.scales() * width));
    }
  }

  /** A segment to learn from; images are made when a window is drawn, for all of them would take gigabytes. */
  private record Heard(Past past, Scalogram target) implements TrainingSegment {

    @Override
    public int length() {
      return target.length();
    }

    @Override
    public int scales() {
      return target.height();
    }

    @Override
    public int channels() {
      return past.phases.isPresent() ? 2 : 1;
    }

    @Override
    public void copyInput(int start, int width, float[] images, int offset) {
      past.copyImages(start + width, images, offset);
    }

    @Override
    public void copyTarget(int start, int width, float[] images, int offset) {
      target.copyWindow(start, width, images, offset);
    }
  }
}
