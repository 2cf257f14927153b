package faultslip.ced;

import faultslip.InterruptedWorkException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * All windows of some segments as arrays in memory: the inputs of a graph, one row of each a window, and the targets.
 */
final class WindowImages {
  private static final int BATCH = 64;

  private final TrainingWindows windows;
  private final INDArray[] inputs;
  private final INDArray targets;

  private WindowImages(TrainingWindows windows, INDArray[] inputs, INDArray targets) {
    this.windows = windows;
    this.inputs = inputs;
    this.targets = targets;
  }

  /** The scalograms themselves, for the whole network. */
  static WindowImages of(TrainingWindows windows, NetworkArchitecture architecture) {
    int[] all = IntStream.range(0, windows.count()).toArray();
    return new WindowImages(windows, new INDArray[] {array(windows.inputs(all), architecture)},
        array(windows.targets(all), architecture));
  }

  /**
   * The frozen encoder's outputs of these names for these scalograms, computed once, for the latent space and the
   * decoder.
   */
  WindowImages encodedBy(ComputationGraph whole, List<String> names) {
    INDArray[] encoded = new INDArray[names.size()];
    for (int from = 0; from < windows.count(); from += BATCH) {
      int[] part = IntStream.range(from, Math.min(from + BATCH, windows.count())).toArray();
      InterruptedWorkException.check();
      INDArray images = rows(inputs[0], part);
      var outputs = whole.feedForward(new INDArray[] {images}, false);
      for (int i = 0; i < encoded.length; i++) {
        INDArray output = outputs.get(names.get(i));
        if (encoded[i] == null) {
          long[] shape = output.shape().clone();
          shape[0] = windows.count();
          encoded[i] = Nd4j.create(shape);
        }
        encoded[i].get(NDArrayIndex.interval(from, from + part.length)).assign(output);
      }
      outputs.values().forEach(WindowImages::free);
      free(images);
    }
    return new WindowImages(windows, encoded, targets);
  }

  static INDArray array(float[] images, NetworkArchitecture architecture) {
    long size = (long) architecture.scales() * architecture.width();
    return Nd4j.create(images, new long[] {images.length / size, 1, architecture.scales(), architecture.width()}, 'c');
  }

  /** The windows of these numbers, to fit on. */
  MultiDataSet batch(int[] numbers) {
    INDArray[] features = Arrays.stream(inputs).map(input -> rows(input, numbers)).toArray(INDArray[]::new);
    return new MultiDataSet(features, new INDArray[] {rows(targets, numbers)});
  }

  /** Gives memory back at once: to wait for the garbage collector, which does not see it, takes gigabytes. */
  static void free(INDArray array) {
    if (array.closeable()) {
      array.close();
    }
  }

  static void free(org.nd4j.linalg.dataset.api.MultiDataSet windows) {
    Arrays.stream(windows.getFeatures()).forEach(WindowImages::free);
    Arrays.stream(windows.getLabels()).forEach(WindowImages::free);
  }

  private static INDArray rows(INDArray array, int[] numbers) {
    long[] shape = array.shape().clone();
    shape[0] = numbers.length;
    return Nd4j.pullRows(array.reshape('c', array.size(0), array.length() / array.size(0)), 1, numbers)
        .reshape('c', shape);
  }

  /** Mean squared error over mean squared target of each segment, and the mean of that over the segments. */
  double loss(ComputationGraph graph) {
    double sum = 0;
    int segments = windows.segments().size();
    for (int segment = 0; segment < segments; segment++) {
      int[] range = windows.range(segment);
      double error = 0;
      double power = 0;
      for (int from = range[0]; from < range[1]; from += BATCH) {
        InterruptedWorkException.check();
        MultiDataSet part = batch(IntStream.range(from, Math.min(from + BATCH, range[1])).toArray());
        INDArray target = part.getLabels(0);
        INDArray output = graph.output(part.getFeatures())[0];
        error += Transforms.pow(output.subi(target), 2, false).sumNumber().doubleValue();
        power += Transforms.pow(target, 2, false).sumNumber().doubleValue();
        free(output);
        free(part);
      }
      sum += error / power;
    }
    return sum / segments;
  }
}
