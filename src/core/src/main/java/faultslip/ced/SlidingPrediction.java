package faultslip.ced;

import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.series.Standardisation;
import faultslip.split.Windows;
import faultslip.wavelet.ContinuousWaveletTransform;
import faultslip.wavelet.Padding;
import faultslip.wavelet.Scalogram;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Predicts a segment: windows slide over the scalogram of its emission, overlapping predictions are averaged into one
 * scalogram, inverted and de-standardised (Wang et al. 2021, methods). The spread over the overlaps is kept.
 *
 * @param settings the image a segment becomes
 * @param windows of the network's width; a step below the width makes them overlap
 */
public record SlidingPrediction(ScalogramSettings settings, Windows windows) {
  /**
   * Raised when the same network and segment give other numbers than before: those that a store keeps are stale then.
   */
  private static final int REVISION = 2;
  /** Samples transformed at once; longer segments are in overlapping parts, and their numbers of another revision. */
  private static final int PART = 1 << 17;
  /** E-folding times from its middle to where nothing is left of a wavelet: e^(−36) of a Gaussian one. */
  private static final int REACH = 6;

  /**
   * Predicts one segment. The fault state of the segment goes into {@link Prediction#target} alone.
   *
   * @param standardisation of the recording the segment is from, fitted on its training segment
   * @throws CedException if the windows or scales do not fit the network
   * @throws faultslip.split.SplitException if the segment is shorter than a window
   */
  public Prediction of(Ced network, Recording segment, RecordingStandardisation standardisation) {
    return prediction(segment, standardisation, overlap(network, segment, standardisation, 0).series(),
        () -> overlap(network, segment, standardisation, settings.scales()).meanCoefficients());
  }

  /**
   * Predicts one segment, or takes its prediction from a store where it is kept. The predicted scalogram is put there
   * when it is first asked for, at the cost of predicting once more.
   *
   * @param model key of the network
   * @param network gives the network if it is needed
   */
  public Prediction of(ModelKey model, Supplier<Ced> network, ResultStore store, Recording segment,
      RecordingStandardisation standardisation) {
    IntFunction<Overlap> overlap = rows -> overlap(network.get(), segment, standardisation, rows);
    double[][] series = store.get(key("prediction", model, segment, standardisation),
        Collections.nCopies(2, segment.length()), () -> overlap.apply(0).series());
    return prediction(segment, standardisation, series,
        () -> store.get(key("scalogram", model, segment, standardisation),
            Collections.nCopies(settings.scales(), segment.length()),
            () -> overlap.apply(settings.scales()).meanCoefficients()));
  }

  private ModelKey key(String kind, ModelKey model, Recording segment, RecordingStandardisation standardisation) {
    return ModelKey.of(kind).with("revision", segment.length() > PART ? REVISION + 1 : REVISION).with("model", model)
        .with("by", this).with("segment", segment).with("standardisation", standardisation).build();
  }

  /** @param rows of the image that are summed: all of them, or none where the series alone is asked for */
  private Overlap overlap(Ced network, Recording segment, RecordingStandardisation standardisation, int rows) {
    Ced.requireFit(network.architecture(), 1, settings.scales(), windows);
    int length = segment.length();
    int[] starts = windows.starts(length);
    int reach = (int) Math.min(length, Math.ceil(REACH * settings.wavelet().eFoldingTime() * settings.largestScale()));
    int part = settings.padding() == Padding.NONE ? length
        : Math.min(length, Math.max(PART, 4 * reach + windows.width()));
    ContinuousWaveletTransform transform = settings.transform(part, segment.clock().interval());
    return network.mapping(images -> {
      Overlap overlap = new Overlap(transform.reconstructionWeights(), rows, length);
      for (int first = 0, end = 0; first < starts.length; first = end) {
        int from = Math.max(0, Math.min(starts[first] - reach, length - part));
        int inside = from + part < length ? from + part - reach : length;
        while (end < starts.length && starts[end] + windows.width() <= inside) {
          end++;
        }
        Series emission = segment.emission().slice(from, from + part);
        overlap.add(transform.forward(standardisation.emission().apply(emission.values()), emission.clock()), from,
            Arrays.copyOfRange(starts, first, end), windows.width(), images);
      }
      return overlap;
    });
  }

  /** @param series mean and deviation of the standardised fault state */
  private Prediction prediction(Recording segment, RecordingStandardisation standardisation, double[][] series,
      Supplier<double[][]> coefficients) {
    Supplier<ScalogramPair> images = () -> ScalogramPair.of(segment, standardisation, settings);
    Supplier<Scalogram> output = () -> images.get().target().withReal(coefficients.get());
    Standardisation fault = standardisation.fault();
    Series truth = segment.fault();
    Series predicted = truth.with(fault.invert(series[0]));
    Series deviation = new Series("±1 σ of " + truth.name(), truth.unit(), truth.clock(),
        Arrays.stream(series[1]).map(sigma -> sigma * fault.deviation()).toArray());
    return new Prediction(segment, images, output, predicted, deviation);
  }

  /** Sums over overlapping windows. The inverse transform takes each time by itself, so every window has its series. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
  private record Overlap(double[] weights, double[][] coefficients, double[] sums, double[] squares, int[] windows) {

    Overlap(double[] weights, int rows, int length) {
      this(weights, new double[rows][length], new double[length], new double[length], new int[length]);
    }

    /** As many windows at once as the network takes: all of a long recording would fill a heap. */
    void add(Scalogram image, int from, int[] starts, int width, UnaryOperator<float[]> network) {
      int size = weights.length * width;
      for (int first = 0; first < starts.length; first += Ced.BATCH) {
        float[] images = new float[Math.min(Ced.BATCH, starts.length - first) * size];
        for (int i = 0; i * size < images.length; i++) {
          image.copyWindow(starts[first + i] - from, width, images, i * size);
        }
        float[] mapped = network.apply(images);
        for (int i = 0; i * size < mapped.length; i++) {
          add(mapped, i * size, starts[first + i], width);
        }
      }
    }

    private void add(float[] images, int offset, int start, int width) {
      for (int n = 0; n < width; n++) {
        double value = 0;
        for (int j = 0; j < weights.length; j++) {
          value += weights[j] * images[offset + j * width + n];
        }
        for (int j = 0; j < coefficients.length; j++) {
          coefficients[j][start + n] += images[offset + j * width + n];
        }
        sums[start + n] += value;
        squares[start + n] += value * value;
        windows[start + n]++;
      }
    }

    /** Mean and deviation, in the place of the sums. */
    double[][] series() {
      Arrays.setAll(sums, n -> sums[n] / windows[n]);
      Arrays.setAll(squares, n -> Math.sqrt(Math.max(0, squares[n] / windows[n] - sums[n] * sums[n])));
      return new double[][] {sums, squares};
    }

    double[][] meanCoefficients() {
      for (double[] row : coefficients) {
        Arrays.setAll(row, n -> row[n] / windows[n]);
      }
      return coefficients;
    }
  }
}
