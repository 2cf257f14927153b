package faultslip.ced;

import faultslip.InterruptedWorkException;
import faultslip.split.Windows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Images of windows over one or several segments, from which a training draws its batches and a
 * validation computes its loss. No window crosses from one segment into another; they are numbered segment by segment.
 *
 * @param windows all of them
 * @param firsts numbers of the segments' first windows, and last how many windows there are in all
 * @param encoded what a frozen encoder makes of all windows, one row each; empty for the whole network
 * @param encoding makes it of windows of some numbers, where that of all would take too much memory; else empty
 */
public record WindowImages(NetworkArchitecture architecture, List<Window> windows, List<Integer> firsts,
    List<INDArray> encoded, Optional<Function<int[], List<INDArray>>> encoding) {

  /** A window of a segment, from a sample on. */
  public record Window(TrainingSegment segment, int start) {}

  /** @throws CedException if the windows do not fit the architecture */
  static WindowImages of(List<TrainingSegment> segments, Windows windows, NetworkArchitecture architecture) {
    Ced.requireFit(architecture, segments.get(0).channels(), segments.get(0).scales(), windows);
    List<Window> all = new ArrayList<>();
    List<Integer> firsts = new ArrayList<>(List.of(0));
    for (TrainingSegment segment : segments) {
      Arrays.stream(windows.starts(segment.length())).forEach(start -> all.add(new Window(segment, start)));
      firsts.add(all.size());
    }
    return new WindowImages(architecture, all, firsts, List.of(), Optional.empty());
  }

  /**
   * For the latent space and the decoder: what comes of the frozen encoder's outputs of these names, computed once; or,
   * where that would take more than so many bytes, whenever it is asked for, as long as the engine is open.
   */
  WindowImages encodedBy(NetworkEngine whole, List<String> names, long most) {
    Function<int[], List<INDArray>> now = numbers -> {
      INDArray images = array(images(numbers), architecture);
      List<INDArray> made = whole.encoded(images, names);
      free(images);
      return made;
    };
    List<INDArray> outputs = new ArrayList<>();
    for (int from = 0; from < windows.size(); from += Ced.BATCH) {
      InterruptedWorkException.check();
      int to = Math.min(from + Ced.BATCH, windows.size());
      List<INDArray> part = now.apply(IntStream.range(from, to).toArray());
      long floats = part.stream().mapToLong(INDArray::length).sum() / (to - from) * windows.size();
      if (Float.BYTES * floats > most) {
        part.forEach(WindowImages::free);
        return new WindowImages(architecture, windows, firsts, List.of(), Optional.of(now));
      }
      for (int i = 0; i < part.size(); i++) {
        if (from == 0) {
          outputs.add(Nd4j.create(shape(part.get(i), windows.size())));
        }
        outputs.get(i).get(NDArrayIndex.interval(from, to)).assign(part.get(i));
      }
      part.forEach(WindowImages::free);
    }
    return new WindowImages(architecture, windows, firsts, outputs, Optional.empty());
  }

  /**
   * Window numbers for one step: each from a segment drawn at random, so that long segments do not outweigh short ones.
   * A function of seed and step alone, so that a resumed training continues as if it had never stopped.
   */
  int[] draw(long seed, int step, int size) {
    SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + step);
    int[] drawn = new int[size];
    for (int i = 0; i < size; i++) {
      int segment = random.nextInt(firsts.size() - 1);
      drawn[i] = firsts.get(segment) + random.nextInt(firsts.get(segment + 1) - firsts.get(segment));
    }
    return drawn;
  }

  /** Inputs of windows, and their targets at so many resolutions, each half of that before it. */
  MultiDataSet batch(int[] numbers, int resolutions) {
    INDArray[] inputs = encoding.map(now -> now.apply(numbers).toArray(INDArray[]::new)).orElseGet(() ->
        encoded.isEmpty() ? new INDArray[] {array(images(numbers), architecture)}
        : encoded.stream().map(output -> rows(output, numbers)).toArray(INDArray[]::new));
    float[][] targets = targets(numbers, resolutions);
    INDArray[] labels = new INDArray[resolutions];
    Arrays.setAll(labels, i -> Nd4j.create(targets[i],
        new long[] {numbers.length, 1, architecture.scales() >> i, architecture.width() >> i}, 'c'));
    return new MultiDataSet(inputs, labels);
  }

  /** The images of windows, [window][channel][scale][time]. */
  public float[] images(int[] numbers) {
    int size = architecture.channels() * architecture.scales() * architecture.width();
    float[] images = new float[numbers.length * size];
    for (int i = 0; i < numbers.length; i++) {
      Window window = windows.get(numbers[i]);
      window.segment.copyInput(window.start, architecture.width(), images, i * size);
    }
    return images;
  }

  /** Targets of windows, [resolution][window][scale][time], the latter three in one; each half of that before it. */
  public float[][] targets(int[] numbers, int resolutions) {
    int size = architecture.scales() * architecture.width();
    float[] images = new float[numbers.length * size];
    for (int i = 0; i < numbers.length; i++) {
      Window window = windows.get(numbers[i]);
      window.segment.copyTarget(window.start, architecture.width(), images, i * size);
    }
    float[][] targets = new float[resolutions][];
    Arrays.setAll(targets, i -> i == 0 ? images : averaged(images, i));
    return targets;
  }

  /** Means over squares whose sides are halved so often. */
  private float[] averaged(float[] images, int halvings) {
    int width = architecture.width() >> halvings;
    int pixels = 1 << (2 * halvings);
    float[] means = new float[images.length / pixels];
    // What divides the height of an image divides rows counted through all of them, too.
    for (int row = 0; row < images.length / architecture.width(); row++) {
      int first = (row >> halvings) * width;
      for (int column = 0; column < architecture.width(); column++) {
        means[first + (column >> halvings)] += images[row * architecture.width() + column] / pixels;
      }
    }
    return means;
  }

  /** Images as the network sees them. */
  static INDArray array(float[] images, NetworkArchitecture architecture) {
    long[] shape = {0, architecture.channels(), architecture.scales(), architecture.width()};
    shape[0] = images.length / (shape[1] * shape[2] * shape[3]);
    return Nd4j.create(images, shape, 'c');
  }

  private static INDArray rows(INDArray array, int[] numbers) {
    return Nd4j.pullRows(array.reshape('c', array.size(0), array.length() / array.size(0)), 1, numbers)
        .reshape('c', shape(array, numbers.length));
  }

  /** The shape of an array with so many rows. */
  private static long[] shape(INDArray array, int rows) {
    long[] shape = array.shape().clone();
    shape[0] = rows;
    return shape;
  }

  /** Gives memory back at once: to wait for the garbage collector, which does not see it, takes gigabytes. */
  static void free(INDArray array) {
    if (array.closeable()) {
      array.close();
    }
  }

  static void free(MultiDataSet windows) {
    Arrays.stream(windows.getFeatures()).forEach(WindowImages::free);
    Arrays.stream(windows.getLabels()).forEach(WindowImages::free);
  }

  /** Mean squared error over mean squared target of each segment, and the mean of that over the segments. */
  double loss(NetworkEngine engine) {
    double sum = 0;
    for (int segment = 0; segment + 1 < firsts.size(); segment++) {
      double error = 0;
      double power = 0;
      int end = firsts.get(segment + 1);
      for (int from = firsts.get(segment); from < end; from += Ced.BATCH) {
        InterruptedWorkException.check();
        MultiDataSet part = batch(IntStream.range(from, Math.min(from + Ced.BATCH, end)).toArray(), 1);
        INDArray target = part.getLabels(0);
        INDArray output = engine.output(part.getFeatures());
        error += Transforms.pow(output.subi(target), 2, false).sumNumber().doubleValue();
        power += Transforms.pow(target, 2, false).sumNumber().doubleValue();
        free(output);
        free(part);
      }
      sum += error / power;
    }
    return sum / (firsts.size() - 1);
  }
}
