package faultslip.ced;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/**
 * The DL4J graphs of an architecture: the whole network, or the latent space with the frozen decoder behind it, whose
 * inputs are the outputs of the encoder. Layers of one name hold the same parameters in both.
 */
record NetworkAssembly(NetworkArchitecture architecture) {
  private static final String INPUT = "scalogram";
  private static final String LOSS = "loss";

  /** A graph with all its layers but those that compare its outputs with a target. */
  private record Parts(NetworkGraph graph, List<String> encoded, List<String> outputs) {}

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
    Parts parts = wholeParts(updater);
    return network(configuration(parts, supervision));
  }

  /** The latent space, to train, with the decoder behind it frozen; its inputs are those of {@link #encoded}. */
  ComputationGraph latentAndDecoder(IUpdater updater) {
    Parts whole = wholeParts(new NoOp());
    Map<String, InputType> types = types(configuration(whole, 0));
    NetworkGraph graph = new NetworkGraph(updater, true);
    graph.builder().addInputs(whole.encoded)
        .setInputTypes(whole.encoded.stream().map(types::get).toArray(InputType[]::new));
    return network(configuration(latentAndDecoder(graph, whole.encoded), 0));
  }

  /** Names of the encoder's outputs: the input of the latent space, then what the decoder listens to besides. */
  List<String> encoded() {
    return wholeParts(new NoOp()).encoded;
  }

  /** Names of the layers of the latent space. */
  Set<String> latentLayers() {
    return Set.copyOf(wholeParts(new NoOp()).graph.latentLayers());
  }

  /** Outputs of the decoder, the first counted. */
  int levels() {
    return wholeParts(new NoOp()).outputs.size();
  }

  private Parts wholeParts(IUpdater updater) {
    NetworkGraph graph = new NetworkGraph(updater, false);
    graph.builder().addInputs(INPUT).setInputTypes(image());
    List<String> encoded = List.copyOf(architecture.encoder(graph, INPUT));
    if (encoded.isEmpty()) {
      throw new CedException("The encoder of " + architecture + " has no output; give the latent space's input.");
    }
    return latentAndDecoder(graph, encoded);
  }

  private Parts latentAndDecoder(NetworkGraph graph, List<String> encoded) {
    graph.begin(NetworkGraph.Part.LATENT_SPACE);
    String latent = architecture.latentSpace(graph, encoded.get(0));
    graph.begin(NetworkGraph.Part.DECODER);
    List<String> outputs = List.copyOf(architecture.decoder(graph, latent, encoded));
    graph.begin(NetworkGraph.Part.HEADS);
    if (outputs.isEmpty()) {
      throw new CedException("The decoder of " + architecture + " has no output; give the predicted image.");
    }
    return new Parts(graph, encoded, outputs);
  }

  private InputType image() {
    return InputType.convolutional(architecture.scales(), architecture.width(), 1);
  }

  private Map<String, InputType> types(ComputationGraphConfiguration whole) {
    return whole.getLayerActivationTypes(image());
  }

  private ComputationGraphConfiguration configuration(Parts parts, double supervision) {
    List<String> losses = new ArrayList<>();
    losses.add(loss(parts.graph, LOSS, parts.outputs.get(0), 0, 1));
    for (int halvings = 1; supervision > 0 && halvings < parts.outputs.size(); halvings++) {
      String head = "head" + (halvings + 1);
      parts.graph.layer(head, new ConvolutionLayer.Builder(1, 1).nOut(1).build(), parts.outputs.get(halvings));
      losses.add(loss(parts.graph, head + "-" + LOSS, head, halvings, supervision));
    }
    parts.graph.builder().setOutputs(losses.toArray(String[]::new));
    ComputationGraphConfiguration configuration = parts.graph.builder().build();
    if (configuration.getNetworkInputs().equals(List.of(INPUT))) {
      requireSizes(parts.outputs, types(configuration));
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
}
