package faultslip.ced;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/**
 * Writes an architecture down as a DL4J graph: the whole network, or the latent space with the frozen decoder behind
 * it, whose inputs are the outputs of the encoder.
 *
 * <p>Layers of one name hold the same parameters in both.
 */
final class CedGraph {
  static final String INPUT = "scalogram";
  static final String OUTPUT = "output";
  static final String LOSS = "loss";
  private static final String LATENT = "latent";

  private final CedArchitecture architecture;
  private final boolean transfer;
  private final double supervision;
  private final GraphBuilder graph;

  private CedGraph(CedArchitecture architecture, boolean transfer, double supervision, IUpdater updater) {
    this.architecture = architecture;
    this.transfer = transfer;
    this.supervision = supervision;
    var configuration = new NeuralNetConfiguration.Builder()
        .updater(updater)
        .activation(Activation.IDENTITY)
        .convolutionMode(ConvolutionMode.Same)
        .trainingWorkspaceMode(WorkspaceMode.ENABLED)
        .inferenceWorkspaceMode(WorkspaceMode.ENABLED);
    this.graph = configuration.graphBuilder();
  }

  /** The whole network, to predict with. */
  static ComputationGraph whole(CedArchitecture architecture) {
    return new CedGraph(architecture, false, 0, new NoOp()).whole();
  }

  /**
   * The whole network, to train. With supervision, every decoder level below the top has a linear head of its own, to be
   * compared with the target averaged to that level's resolution: outputs after the first, from the top down.
   */
  static ComputationGraph whole(CedArchitecture architecture, double supervision, IUpdater updater) {
    return new CedGraph(architecture, false, supervision, updater).whole();
  }

  /** The latent space, to train, with the decoder behind it frozen; its inputs are those of {@link #encoded}. */
  static ComputationGraph latentAndDecoder(CedArchitecture architecture, IUpdater updater) {
    return new CedGraph(architecture, true, 0, updater).latentAndDecoder();
  }

  /** Names of the encoder's outputs: the input of the latent space, then the skip connections from the top level down. */
  static List<String> encoded(CedArchitecture architecture) {
    List<String> names = new ArrayList<>();
    names.add(halved(architecture, architecture.levels()));
    for (int level = 1; level <= architecture.levels(); level++) {
      names.add(skip(architecture, level));
    }
    return names;
  }

  private static String halved(CedArchitecture architecture, int level) {
    return architecture.blocks().downsampling() == Downsampling.MAX_POOLING
        ? "down" + level + "-pooled"
        : activated(architecture, "down" + level + "-strided");
  }

  private static String skip(CedArchitecture architecture, int level) {
    return activated(architecture, "down" + level + "-convolution2");
  }

  private static String activated(CedArchitecture architecture, String convolution) {
    return architecture.blocks().batchNormalisation() ? convolution + "-activated" : convolution;
  }

  /** Name of the batch normalisation behind a convolution. */
  static String normalisation(String convolution) {
    return convolution + "-normalised";
  }

  /** Whether a layer of this name belongs to the latent space. */
  static boolean isLatent(String layer) {
    return layer.startsWith(LATENT);
  }

  private ComputationGraph whole() {
    graph.addInputs(INPUT).setInputTypes(image(0, 1));
    String image = INPUT;
    for (int level = 1; level <= architecture.levels(); level++) {
      image = down(level, image);
    }
    return finish(decoder(latent(image)));
  }

  private ComputationGraph latentAndDecoder() {
    List<String> inputs = encoded(architecture);
    List<InputType> types = new ArrayList<>();
    types.add(image(architecture.levels(), architecture.deepestFilters()));
    for (int level = 1; level <= architecture.levels(); level++) {
      types.add(image(level - 1, architecture.filters().get(level - 1)));
    }
    graph.addInputs(inputs).setInputTypes(types.toArray(InputType[]::new));
    return finish(decoder(latent(inputs.get(0))));
  }

  private InputType image(int halvings, int channels) {
    return InputType.convolutional(architecture.scales() >> halvings, architecture.width() >> halvings, channels);
  }

  private String down(int level, String input) {
    int filters = architecture.filters().get(level - 1);
    String first = convolution("down" + level + "-convolution1", input, filters, 1, false);
    String second = convolution("down" + level + "-convolution2", first, filters, 1, false);
    if (architecture.blocks().downsampling() == Downsampling.STRIDED_CONVOLUTION) {
      return convolution("down" + level + "-strided", second, filters, 2, false);
    }
    String pooled = halved(architecture, level);
    graph.addLayer(pooled, new SubsamplingLayer.Builder(PoolingType.MAX).kernelSize(2, 2).stride(2, 2).build(), second);
    return pooled;
  }

  private String latent(String input) {
    String image = input;
    for (int i = 1; i <= architecture.latent().convolutions(); i++) {
      int filters = i == architecture.latent().convolutions() ? architecture.deepestFilters() : architecture.latent().filters();
      image = convolution(LATENT + "-convolution" + i, image, filters, 1, false);
    }
    return image;
  }

  private String decoder(String latent) {
    String image = latent;
    for (int level = architecture.levels(); level >= 1; level--) {
      image = up(level, image);
    }
    add(OUTPUT, new ConvolutionLayer.Builder(1, 1).nOut(1).build(), image, transfer);
    return OUTPUT;
  }

  private String up(int level, String input) {
    int filters = architecture.filters().get(level - 1);
    String up = "up" + level;
    add(up + "-transposed", new Deconvolution2D.Builder(2, 2).stride(2, 2).nOut(filters).build(), input, transfer);
    graph.addVertex(up + "-joined", new MergeVertex(), up + "-transposed", joinedSkip(level));
    String first = convolution(up + "-convolution1", up + "-joined", filters, 1, transfer);
    return convolution(up + "-convolution2", first, filters, 1, transfer);
  }

  private String joinedSkip(int level) {
    String skip = skip(architecture, level);
    if (transfer || architecture.blocks().skipDropout() == 0) {
      return skip;
    }
    // DL4J takes the probability of keeping.
    graph.addLayer("up" + level + "-skip", new DropoutLayer.Builder(new SpatialDropout(1 - architecture.blocks().skipDropout())).build(), skip);
    return "up" + level + "-skip";
  }

  /** A rectified 3×3 convolution, normalised in between where the architecture says so and it is not folded away. */
  private String convolution(String name, String input, int filters, int stride, boolean frozen) {
    boolean normalised = architecture.blocks().batchNormalisation() && !frozen;
    var layer = new ConvolutionLayer.Builder(3, 3).stride(stride, stride).nOut(filters)
        .activation(normalised ? Activation.IDENTITY.getActivationFunction() : rectifier()).build();
    add(name, layer, input, frozen);
    if (!normalised) {
      return name;
    }
    graph.addLayer(normalisation(name), new BatchNormalization.Builder().useLogStd(false).build(), name);
    graph.addLayer(activated(architecture, name), new ActivationLayer(rectifier()), normalisation(name));
    return activated(architecture, name);
  }

  private IActivation rectifier() {
    return architecture.blocks().leak() == 0 ? new ActivationReLU() : new ActivationLReLU(architecture.blocks().leak());
  }

  private void add(String name, Layer layer, String input, boolean frozen) {
    graph.addLayer(name, frozen ? new FrozenLayerWithBackprop(layer) : layer, input);
  }

  private ComputationGraph finish(String output) {
    List<String> losses = new ArrayList<>();
    losses.add(loss(LOSS, output, 0, 1));
    for (int level = 2; supervision > 0 && level <= architecture.levels(); level++) {
      String head = "head" + level;
      graph.addLayer(head, new ConvolutionLayer.Builder(1, 1).nOut(1).build(),
          activated(architecture, "up" + level + "-convolution2"));
      losses.add(loss(head + "-" + LOSS, head, level - 1, supervision));
    }
    graph.setOutputs(losses.toArray(String[]::new));
    ComputationGraph network = new ComputationGraph(graph.build());
    network.init();
    return network;
  }

  private String loss(String name, String output, int halvings, double weight) {
    // DL4J sums the squares over the pixels of an image; dividing the weight makes it their mean.
    int pixels = (architecture.scales() >> halvings) * (architecture.width() >> halvings);
    INDArray perPixel = Nd4j.createFromArray((float) (weight / pixels)).reshape(1, 1);
    graph.addLayer(name, new CnnLossLayer.Builder(new LossMSE(perPixel)).build(), output);
    return name;
  }

  /**
   * Draws all weights anew. The draws come from {@link Random}, whose bits are the same everywhere.
   */
  static void initialise(ComputationGraph network, Initialisation initialisation, long seed) {
    Random random = new Random(seed);
    for (var layer : network.getLayers()) {
      // Layers without parameters throw when asked for one by name.
      INDArray weights = layer.numParams() == 0 ? null : layer.getParam("W");
      if (weights != null) {
        draw(weights, layer.getParam("b"), initialisation, random);
      }
    }
  }

  private static void draw(INDArray weights, INDArray biases, Initialisation initialisation, Random random) {
    // Shapes: convolution [out, in, height, width], transposed convolution [in, out, height, width].
    boolean transposed = weights.size(2) == 2;
    boolean linear = weights.size(2) == 1;
    long second = weights.size(1) * weights.size(2) * weights.size(3);
    float[] drawn = new float[(int) weights.length()];
    if (initialisation == Initialisation.HE) {
      // The stride of a transposed convolution is its width: each output pixel sees one input pixel.
      long inputs = transposed ? weights.size(0) : second;
      double deviation = StrictMath.sqrt((linear ? 1.0 : 2.0) / inputs);
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = (float) (deviation * random.nextGaussian());
      }
      biases.assign(0);
    } else {
      double bound = 1 / StrictMath.sqrt(second);
      uniform(drawn, bound, random);
      float[] drawnBiases = new float[(int) biases.length()];
      uniform(drawnBiases, bound, random);
      biases.assign(Nd4j.create(drawnBiases, biases.shape(), 'c'));
    }
    weights.assign(Nd4j.create(drawn, weights.shape(), 'c'));
  }

  private static void uniform(float[] values, double bound, Random random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (bound * (2 * random.nextDouble() - 1));
    }
  }
}
