package faultslip.ced;

import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.series.Standardisation;
import faultslip.split.Windows;
import faultslip.wavelet.ContinuousWaveletTransform;
import faultslip.wavelet.Scalogram;
import java.util.Arrays;
import java.util.Collections;
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

  /**
   * Predicts one segment. The fault state of the segment goes into {@link Prediction#target} alone.
   *
   * @param standardisation of the recording the segment is from, fitted on its training segment
   * @throws CedException if the windows or scales do not fit the network
   * @throws faultslip.split.SplitException if the segment is shorter than a window
   */
  public Prediction of(Ced network, Recording segment, RecordingStandardisation standardisation) {
    Overlap overlap = overlap(network, segment, standardisation);
    return prediction(segment, standardisation, overlap.series(), overlap::meanCoefficients);
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
    Supplier<Overlap> overlap = () -> overlap(network.get(), segment, standardisation);
    double[][] series = store.get(key("prediction", model, segment, standardisation),
        Collections.nCopies(2, segment.length()), () -> overlap.get().series());
    return prediction(segment, standardisation, series,
        () -> store.get(key("scalogram", model, segment, standardisation),
            Collections.nCopies(settings.scales(), segment.length()), () -> overlap.get().meanCoefficients()));
  }

  private ModelKey key(String kind, ModelKey model, Recording segment, RecordingStandardisation standardisation) {
    return ModelKey.of(kind).with("revision", REVISION).with("model", model).with("by", this)
        .with("segment", segment).with("standardisation", standardisation).build();
  }

  private Overlap overlap(Ced network, Recording segment, RecordingStandardisation standardisation) {
    Ced.requireFit(network.architecture(), 1, settings.scales(), windows);
    return network.mapping(mapping -> overlap(mapping, segment, standardisation));
  }

  private Overlap overlap(UnaryOperator<float[]> network, Recording segment, RecordingStandardisation standardisation) {
    int[] starts = windows.starts(segment.length());
    ScalogramPair pair = ScalogramPair.of(segment, standardisation, settings);
    int size = settings.scales() * windows.width();
    ContinuousWaveletTransform transform = settings.transform(segment.length(), segment.clock().interval());
    Overlap overlap = new Overlap(transform.reconstructionWeights(), segment.length());
    // As many at once as the network takes: all windows of a long recording would fill a heap.
    for (int first = 0; first < starts.length; first += Ced.BATCH) {
      int[] batch = Arrays.copyOfRange(starts, first, Math.min(first + Ced.BATCH, starts.length));
      float[] images = new float[batch.length * size];
      for (int i = 0; i < batch.length; i++) {
        pair.input().copyWindow(batch[i], windows.width(), images, i * size);
      }
      float[] mapped = network.apply(images);
      for (int i = 0; i < batch.length; i++) {
        overlap.add(mapped, i * size, batch[i], windows.width());
      }
    }
    return overlap;
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

    Overlap(double[] weights, int length) {
      this(weights, new double[weights.length][length], new double[length], new double[length], new int[length]);
    }

    void add(float[] images, int offset, int start, int width) {
      for (int n = 0; n < width; n++) {
        double value = 0;
        for (int j = 0; j < weights.length; j++) {
          double coefficient = images[offset + j * width + n];
          coefficients[j][start + n] += coefficient;
          value += weights[j] * coefficient;
        }
        sums[start + n] += value;
        squares[start + n] += value * value;
        windows[start + n]++;
      }
    }

    double[][] series() {
      double[] mean = mean(sums);
      double[] deviation = new double[mean.length];
      Arrays.setAll(deviation, n -> Math.sqrt(Math.max(0, squares[n] / windows[n] - mean[n] * mean[n])));
      return new double[][] {mean, deviation};
    }

    double[][] meanCoefficients() {
      return Arrays.stream(coefficients).map(this::mean).toArray(double[][]::new);
    }

    private double[] mean(double[] sums) {
      double[] mean = new double[sums.length];
      Arrays.setAll(mean, n -> sums[n] / windows[n]);
      return mean;
    }
  }
}
