package faultslip.ced;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.FrozenLayerWithBackprop;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The DL4J graphs of an architecture: the whole network, or the latent space with the frozen decoder behind it, whose
 * inputs are the outputs of the encoder. Layers of one name hold the same parameters in both, and are copied from one
 * to the other.
 */
record NetworkAssembly(NetworkArchitecture architecture) {
  private static final String INPUT = "scalogram";
  private static final String LOSS = "loss";
  private static final double NORMALISATION_EPSILON = 1e-5;

  /** The whole network, to predict with. */
  ComputationGraph whole() {
    return whole(0, new NoOp());
  }

  /**
   * The whole network, to train. With supervision, every lower output of the decoder has a linear head of its own, to
   * be compared with the target averaged to that level's resolution: outputs after the first, from the top down.
   *
   * @throws CedException if the architecture's parts do not fit each other
   */
  ComputationGraph whole(double supervision, IUpdater updater) {
    NetworkGraph graph = new NetworkGraph(updater, false);
    return network(configuration(graph, encoder(graph), supervision));
  }

  /** The latent space, to train, with the decoder behind it frozen; its inputs are named as the encoder's outputs. */
  ComputationGraph latentAndDecoder(IUpdater updater) {
    NetworkGraph whole = new NetworkGraph(new NoOp(), false);
    List<String> encoded = encoder(whole);
    Map<String, InputType> types = configuration(whole, encoded, 0).getLayerActivationTypes(image());
    NetworkGraph graph = new NetworkGraph(updater, true);
    graph.builder().addInputs(encoded).setInputTypes(encoded.stream().map(types::get).toArray(InputType[]::new));
    return network(configuration(graph, encoded, 0));
  }

  /** Names of the layers of a part. */
  Set<String> layers(Ced.Part part) {
    NetworkGraph graph = new NetworkGraph(new NoOp(), false);
    List<String> encoded = encoder(graph);
    Set<String> encoder = Set.copyOf(graph.layers());
    String latent = architecture.latentSpace(graph, encoded.get(0));
    Set<String> before = Set.copyOf(graph.layers());
    architecture.decoder(graph, latent, encoded);
    Set<String> layers = new LinkedHashSet<>(graph.layers());
    switch (part) {
      case ENCODER -> layers.retainAll(encoder);
      case LATENT_SPACE -> {
        layers.retainAll(before);
        layers.removeAll(encoder);
      }
      case DECODER -> layers.removeAll(before);
    }
    return layers;
  }

  private InputType image() {
    return InputType.convolutional(architecture.scales(), architecture.width(), architecture.channels());
  }

  /** Adds the encoder; returns the names of its outputs. */
  private List<String> encoder(NetworkGraph graph) {
    graph.builder().addInputs(INPUT).setInputTypes(image());
    List<String> encoded = List.copyOf(architecture.encoder(graph, INPUT));
    if (encoded.isEmpty()) {
      throw new CedException("The encoder of " + architecture + " has no output; give the latent space's input.");
    }
    return encoded;
  }

  /** Adds latent space, decoder, and what compares its outputs with a target. */
  private ComputationGraphConfiguration configuration(NetworkGraph graph, List<String> encoded, double supervision) {
    String latent = architecture.latentSpace(graph, encoded.get(0));
    graph.setInDecoder(true);
    List<String> outputs = List.copyOf(architecture.decoder(graph, latent, encoded));
    graph.setInDecoder(false);
    if (outputs.isEmpty()) {
      throw new CedException("The decoder of " + architecture + " has no output; give the predicted image.");
    }
    List<String> losses = new ArrayList<>();
    losses.add(loss(graph, LOSS, outputs.get(0), 0, 1));
    for (int halvings = 1; supervision > 0 && halvings < outputs.size(); halvings++) {
      String head = "head" + (halvings + 1);
      graph.layer(head, new ConvolutionLayer.Builder(1, 1).nOut(1).build(), outputs.get(halvings));
      losses.add(loss(graph, head + "-" + LOSS, head, halvings, supervision));
    }
    graph.builder().setOutputs(losses.toArray(String[]::new));
    ComputationGraphConfiguration configuration = graph.builder().build();
    if (configuration.getNetworkInputs().equals(List.of(INPUT))) {
      requireSizes(outputs, configuration.getLayerActivationTypes(image()));
    }
    return configuration;
  }

  private String loss(NetworkGraph graph, String name, String output, int halvings, double weight) {
    // DL4J sums the squares over the pixels of an image; dividing the weight makes it their mean.
    int pixels = (architecture.scales() >> halvings) * (architecture.width() >> halvings);
    INDArray perPixel = Nd4j.createFromArray((float) (weight / pixels)).reshape(1, 1);
    return graph.layer(name, new CnnLossLayer.Builder(new LossMSE(perPixel)).build(), output);
  }

  private void requireSizes(List<String> outputs, Map<String, InputType> types) {
    for (int halvings = 0; halvings < outputs.size(); halvings++) {
      InputType type = types.get(outputs.get(halvings));
      int height = architecture.scales() >> halvings;
      int width = architecture.width() >> halvings;
      boolean fits = type instanceof InputTypeConvolutional image && image.getHeight() == height
          && image.getWidth() == width && (halvings > 0 || image.getChannels() == 1);
      if (!fits) {
        throw new CedException("Output '%s' of the decoder of %s is %s; give an image of %d scales × %d samples%s."
            .formatted(outputs.get(halvings), architecture, type, height, width,
                halvings == 0 ? " and 1 channel" : ""));
      }
    }
  }

  private static ComputationGraph network(ComputationGraphConfiguration configuration) {
    ComputationGraph network = new ComputationGraph(configuration);
    network.init();
    return network;
  }

  /**
   * Gives the latent space with its decoder the decoder of the whole network, normalisations folded into convolutions,
   * and the whole network's latent space too if asked.
   */
  static void install(ComputationGraph whole, ComputationGraph latent, boolean latentToo) {
    for (Layer layer : latent.getLayers()) {
      boolean frozen = layer instanceof FrozenLayerWithBackprop;
      if (frozen || latentToo) {
        copy(whole.getLayer(name(layer)), layer);
      }
      String normalisation = NetworkGraph.normalisation(name(layer));
      if (frozen && whole.getConfiguration().getVertices().containsKey(normalisation)) {
        fold(whole.getLayer(normalisation), layer);
      }
    }
  }

  /** w' = w γ/√(σ²+ε), b' = (b − mean) γ/√(σ²+ε) + β. */
  private static void fold(Layer normalisation, Layer convolution) {
    INDArray gain = normalisation.getParam("gamma")
        .div(Transforms.sqrt(normalisation.getParam("var").add(NORMALISATION_EPSILON)));
    INDArray weights = convolution.getParam("W");
    INDArray bias = convolution.getParam("b");
    for (long filter = 0; filter < weights.size(0); filter++) {
      weights.slice(filter).muli(gain.getDouble(filter));
    }
    bias.subi(normalisation.getParam("mean")).muli(gain).addi(normalisation.getParam("beta"));
  }

  /** Gives a network another's layers, those that are frozen excepted; everything else stays as it is. */
  static void takeOver(ComputationGraph from, ComputationGraph whole) {
    for (Layer layer : from.getLayers()) {
      if (!(layer instanceof FrozenLayerWithBackprop)) {
        copy(layer, whole.getLayer(name(layer)));
      }
    }
  }

  /** The whole network, with the parameters of a graph that has all its layers, and perhaps more. */
  ComputationGraph copyOf(ComputationGraph source) {
    ComputationGraph whole = whole();
    for (Layer layer : whole.getLayers()) {
      copy(source.getLayer(name(layer)), layer);
    }
    return whole;
  }

  private static String name(Layer layer) {
    return layer.conf().getLayer().getLayerName();
  }

  /** Gives a graph another's layers of some names. */
  static void copy(Set<String> layers, ComputationGraph from, ComputationGraph to) {
    layers.forEach(layer -> copy(from.getLayer(layer), to.getLayer(layer)));
  }

  private static void copy(Layer from, Layer to) {
    from.paramTable().forEach((name, values) -> to.getParam(name).assign(values));
  }
}
