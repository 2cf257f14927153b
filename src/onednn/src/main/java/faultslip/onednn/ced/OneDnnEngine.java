package faultslip.onednn.ced;

import faultslip.ced.CedArchitecture;
import faultslip.ced.Downsampling;
import faultslip.ced.ManyChannels;
import faultslip.ced.NetworkArchitecture;
import faultslip.ced.NetworkEngine;
import faultslip.ced.WindowImages;
import faultslip.onednn.ConvolutionalNetwork;
import faultslip.onednn.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/**
 * A {@link CedArchitecture} computed by oneDNN, called directly: outputs, gradients, and steps of Adam.
 *
 * <p>Networks with strided convolutions or batch normalisation are not computed so, nor are those trained that drop
 * skips; DL4J does that.
 */
public final class OneDnnEngine implements NetworkEngine {
  /** Images predicted at once: as many as the processor's nearer memories hold. */
  private static final int BATCH = 8;

  private final CedArchitecture architecture;
  private final int channels;
  private final ComputationGraph graph;
  private final double clip;
  private final float[] parameters;
  private final float[] gradients;
  private final List<Pass> passes = new ArrayList<>();
  private Pass prediction;
  private Pass encoding;
  private Pass training;
  private AdamStep step;

  /** A network for batches of one size, and where they come in and out. */
  private record Pass(ConvolutionalNetwork network, OneDnnLayers.Ends ends) {}

  /** @param clip largest L2 norm of a gradient; 0 for any */
  public OneDnnEngine(NetworkArchitecture architecture, ComputationGraph graph, double clip) {
    this.architecture = ced(architecture);
    this.channels = architecture.channels();
    this.graph = graph;
    this.clip = clip;
    this.parameters = new float[(int) graph.numParams()];
    this.gradients = new float[parameters.length];
  }

  /** The CED that an architecture is, of whatever number of channels; null if it is none. */
  private static CedArchitecture ced(NetworkArchitecture architecture) {
    return architecture instanceof ManyChannels many ? ced(many.network())
        : architecture instanceof CedArchitecture ced ? ced : null;
  }

  /** Whether it can compute such a network that stays as it is. */
  static boolean predicts(NetworkArchitecture architecture) {
    CedArchitecture ced = ced(architecture);
    return ced != null && ced.blocks().downsampling() == Downsampling.MAX_POOLING && !ced.blocks().batchNormalisation();
  }

  /** Whether it can train such a network, or its latent space, behind which the frozen decoder drops nothing. */
  static boolean trains(NetworkArchitecture architecture, ComputationGraph graph) {
    return predicts(architecture) && (ced(architecture).blocks().skipDropout() == 0 || isLatent(graph));
  }

  private static boolean isLatent(ComputationGraph graph) {
    return graph.getNumInputArrays() > 1;
  }

  private Pass pass(int windows, boolean trained, boolean encoderOnly) {
    ConvolutionalNetwork network = new ConvolutionalNetwork(windows);
    OneDnnLayers layers = new OneDnnLayers(architecture, graph, network, trained);
    OneDnnLayers.Ends ends = encoderOnly ? layers.encoder(channels)
        : isLatent(graph) ? layers.latentAndDecoder() : layers.whole(channels);
    if (trained) {
      network.differentiate(ends.outputs());
    }
    passes.add(new Pass(network, ends));
    return passes.get(passes.size() - 1);
  }

  @Override
  public INDArray output(INDArray... inputs) {
    prediction = prediction == null ? pass(BATCH, false, false) : prediction;
    return mapped(prediction, inputs).get(0)
        .reshape('c', inputs[0].size(0), 1, architecture.scales(), architecture.width());
  }

  @Override
  public List<INDArray> encoded(INDArray images, List<String> encoder) {
    encoding = encoding == null ? pass(BATCH, false, true) : encoding;
    return mapped(encoding, images);
  }

  /** All outputs of a pass, as they lie in memory. */
  private List<INDArray> mapped(Pass pass, INDArray... inputs) {
    load(pass);
    long windows = inputs[0].size(0);
    List<INDArray> mapped = pass.ends.outputs().stream().map(image -> Nd4j.createUninitialized(windows, image.size()))
        .toList();
    for (long from = 0; from < windows; from += BATCH) {
      long count = Math.min(BATCH, windows - from);
      give(pass, inputs, from, count);
      pass.network.forward();
      for (int i = 0; i < mapped.size(); i++) {
        Image image = pass.ends.outputs().get(i);
        copy(image.valuePointer(), floats(mapped.get(i), from * image.size()), count * image.size());
      }
    }
    return mapped;
  }

  private void load(Pass pass) {
    floats(graph.params(), 0).get(parameters);
    pass.network.load(parameters);
  }

  /** Takes so many windows from the inputs. */
  private void give(Pass pass, INDArray[] inputs, long from, long count) {
    for (int i = 0; i < inputs.length; i++) {
      Image image = pass.ends.inputs().get(i);
      FloatPointer source = floats(inputs[i], from * image.size());
      if (isLatent(graph)) {
        copy(source, image.valuePointer(), count * image.size());
      } else {
        float[] images = new float[(int) count * image.size()];
        source.get(images);
        give(image, images);
      }
    }
  }

  /** Takes images as DL4J has them, [window][channel][row][column]. */
  private static void give(Image image, float[] images) {
    float[] channelsLast = images;
    if (image.channels() > 1) {
      channelsLast = new float[images.length];
      int pixels = image.height() * image.width();
      for (int i = 0; i < images.length; i++) {
        int channel = i / pixels % image.channels();
        channelsLast[i / image.size() * image.size() + i % pixels * image.channels() + channel] = images[i];
      }
    }
    image.valuePointer().put(channelsLast);
  }

  /** Where an array's numbers lie, from one of them on. */
  static FloatPointer floats(INDArray array, long offset) {
    return new FloatPointer(array.data().pointer()).getPointer(array.offset() + offset);
  }

  private static void copy(FloatPointer from, FloatPointer to, long floats) {
    Pointer.memcpy(to, from, floats * Float.BYTES);
  }

  /** The loss, as DL4J has it: the mean over the windows. */
  public double computeGradients(WindowImages windows, int[] numbers) {
    if (training == null) {
      training = pass(numbers.length, true, false);
      load(training);
    }
    floats(graph.params(), 0).get(parameters);
    training.network.loadTrained(parameters);
    if (windows.encoding().isPresent()) {
      List<INDArray> encoded = windows.encoding().get().apply(numbers);
      giveEncoded(encoded, IntStream.range(0, numbers.length).toArray());
      encoded.forEach(INDArray::close);
    } else if (windows.encoded().isEmpty()) {
      give(training.ends.inputs().get(0), windows.images(numbers));
    } else {
      giveEncoded(windows.encoded(), numbers);
    }
    training.network.forward();
    List<Image> outputs = training.ends.outputs();
    float[][] targets = windows.targets(numbers, outputs.size());
    double loss = 0;
    for (int i = 0; i < targets.length; i++) {
      loss += loss(outputs.get(i), targets[i], weight(i));
    }
    training.network.backward(gradients);
    return loss / numbers.length;
  }

  private void giveEncoded(List<INDArray> encoded, int[] numbers) {
    for (int i = 0; i < encoded.size(); i++) {
      Image image = training.ends.inputs().get(i);
      FloatPointer source = floats(encoded.get(i), 0);
      FloatPointer target = image.valuePointer();
      for (int row = 0; row < numbers.length; row++) {
        copy(source.getPointer((long) numbers[row] * image.size()), target.getPointer((long) row * image.size()),
            image.size());
      }
    }
  }

  /** Of all parameters of the graph, summed over the windows; 0 for those that are frozen. */
  public float[] gradients() {
    return gradients;
  }

  /** What DL4J's loss layer multiplies squares with. */
  private double weight(int output) {
    var layer = (CnnLossLayer) graph.getOutputLayer(output).conf().getLayer();
    return ((LossMSE) layer.getLossFn()).getWeights().getDouble(0);
  }

  /** The sum over the windows; sets the gradient. */
  private static double loss(Image output, float[] target, double weight) {
    float[] said = new float[target.length];
    output.valuePointer().get(said);
    double squares = 0;
    for (int i = 0; i < said.length; i++) {
      double error = said[i] - target[i];
      squares += error * error;
      said[i] = (float) (2 * weight * error);
    }
    output.gradientPointer().put(said);
    return weight * squares;
  }

  @Override
  public void step(WindowImages windows, int[] numbers) {
    computeGradients(windows, numbers);
    step = step == null ? new AdamStep(graph, clip) : step;
    step.take(parameters, gradients, numbers.length);
  }

  @Override
  public void average(INDArray average, double decay) {
    step.average(average, decay);
  }

  @Override
  public void close() {
    passes.forEach(pass -> pass.network.close());
    passes.clear();
  }
}
