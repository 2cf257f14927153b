package faultslip.ced;

import faultslip.split.Windows;
import faultslip.wavelet.Scalogram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Windows over the scalograms of one or several segments, from which a training draws its batches and a validation
 * computes its loss. No window crosses from one segment into another.
 *
 * <p>Windows are numbered segment by segment. A batch is a function of seed and step alone, so that a resumed training
 * continues as if it had never stopped.
 */
final class TrainingWindows {
  private final List<ScalogramPair> segments;
  private final int width;
  private final int[][] starts;

  TrainingWindows(List<ScalogramPair> segments, Windows windows) {
    this.segments = List.copyOf(segments);
    this.width = windows.width();
    this.starts = segments.stream().map(segment -> windows.starts(segment.length())).toArray(int[][]::new);
  }

  int count() {
    return Arrays.stream(starts).mapToInt(segment -> segment.length).sum();
  }

  List<ScalogramPair> segments() {
    return segments;
  }

  /** Numbers of the windows of one segment: from the first to below the second. */
  int[] range(int segment) {
    int from = Arrays.stream(starts, 0, segment).mapToInt(before -> before.length).sum();
    return new int[] {from, from + starts[segment].length};
  }

  /**
   * Window numbers for one step: each from a segment drawn at random, so that long segments do not outweigh short ones.
   */
  int[] draw(long seed, int step, int size) {
    SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + step);
    int[] drawn = new int[size];
    for (int i = 0; i < size; i++) {
      int segment = random.nextInt(starts.length);
      drawn[i] = range(segment)[0] + random.nextInt(starts[segment].length);
    }
    return drawn;
  }

  /** Input images of windows, [window][scale][time] in one flat array. */
  float[] inputs(int[] windows) {
    return images(windows, ScalogramPair::input);
  }

  /** Target images of windows, [window][scale][time] in one flat array. */
  float[] targets(int[] windows) {
    return images(windows, ScalogramPair::target);
  }

  /**
   * Inputs of windows, and targets at so many resolutions, each half of that before it, to fit the whole network on.
   */
  MultiDataSet batch(int[] windows, NetworkArchitecture architecture, int resolutions) {
    float[] targets = targets(windows);
    List<INDArray> labels = new ArrayList<>();
    labels.add(WindowImages.array(targets, architecture));
    for (int level = 2; level <= resolutions; level++) {
      labels.add(averaged(targets, windows.length, architecture, 1 << (level - 1)));
    }
    return new MultiDataSet(new INDArray[] {WindowImages.array(inputs(windows), architecture)},
        labels.toArray(INDArray[]::new));
  }

  /** Means over squares of so many pixels a side. */
  private static INDArray averaged(float[] images, int count, NetworkArchitecture architecture, int side) {
    int height = architecture.scales() / side;
    int width = architecture.width() / side;
    float[] means = new float[count * height * width];
    for (int pixel = 0; pixel < images.length; pixel++) {
      int column = pixel % architecture.width();
      int row = pixel / architecture.width();
      means[row / side * width + column / side] += images[pixel] / (side * side);
    }
    return Nd4j.create(means, new long[] {count, 1, height, width}, 'c');
  }

  private float[] images(int[] windows, Function<ScalogramPair, Scalogram> image) {
    int size = segments.get(0).input().height() * width;
    float[] images = new float[windows.length * size];
    for (int i = 0; i < windows.length; i++) {
      int segment = 0;
      int within = windows[i];
      while (within >= starts[segment].length) {
        within -= starts[segment++].length;
      }
      image.apply(segments.get(segment)).copyWindow(starts[segment][within], width, images, i * size);
    }
    return images;
  }
}
