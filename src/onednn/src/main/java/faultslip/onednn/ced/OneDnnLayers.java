package faultslip.onednn.ced;

import faultslip.ced.CedArchitecture;
import faultslip.onednn.ConvolutionalNetwork;
import faultslip.onednn.Filter;
import faultslip.onednn.Image;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.FrozenLayerWithBackprop;

/**
 * Adds the layers of a {@link CedArchitecture} to a network that oneDNN computes, with the parameters of its DL4J
 * graph. A convolution of joined images is the sum of one of each: what a frozen decoder makes of a skip connection
 * alone needs to be computed only once.
 *
 * @param trained whether gradients are asked for, of what is not frozen
 */
record OneDnnLayers(CedArchitecture architecture, ComputationGraph graph, ConvolutionalNetwork network,
    boolean trained) {

  /** Images that are given, and those that are computed from them. */
  record Ends(List<Image> inputs, List<Image> outputs) {}

  /** The whole network: the image, and as many outputs as the graph has. */
  Ends whole(int channels) {
    Image image = network.input(channels, architecture.scales(), architecture.width());
    List<Image> encoded = encoder(image);
    return new Ends(List.of(image), decoder(encoded));
  }

  /** The encoder and what hangs on it alone: the image, and the inputs of {@link #latentAndDecoder}. */
  Ends encoder(int channels) {
    Image image = network.input(channels, architecture.scales(), architecture.width());
    return new Ends(List.of(image), encoder(image));
  }

  /** The latent space and the decoder: what comes from the encoder, and as many outputs as the graph has. */
  Ends latentAndDecoder() {
    int levels = architecture.levels();
    List<Image> encoded = new ArrayList<>();
    encoded.add(network.input(filters(levels), architecture.scales() >> levels, architecture.width() >> levels));
    for (int level = 1; level <= levels; level++) {
      encoded.add(network.inputBetween(ofSkip(level), architecture.scales() >> (level - 1),
          architecture.width() >> (level - 1)));
    }
    return new Ends(encoded, decoder(encoded));
  }

  private int filters(int level) {
    return architecture.filters().get(level - 1);
  }

  /** The lowest level's halved image, then from the top level down what the decoder makes of its skip connection. */
  private List<Image> encoder(Image image) {
    List<Image> encoded = new ArrayList<>();
    Image halved = image;
    for (int level = 1; level <= architecture.levels(); level++) {
      Image first = network.convolutionBetween(halved,
          filter("down" + level + "-convolution1", filters(level), halved.channels(), 3), leak());
      Image second = convolution("down" + level + "-convolution2", first, filters(level));
      encoded.add(network.convolutionBetween(second, ofSkip(level), ConvolutionalNetwork.LINEAR));
      halved = network.maxPooling(second);
    }
    encoded.add(0, halved);
    return encoded;
  }

  /** That of the convolution of an up block's two images, of which the skip connection is the second. */
  private Filter joined(int level) {
    return filter("up" + level + "-convolution1", filters(level), 2 * filters(level), 3);
  }

  private Filter ofSkip(int level) {
    return joined(level).part(filters(level), filters(level), true);
  }

  private List<Image> decoder(List<Image> encoded) {
    List<Image> outputs = new ArrayList<>();
    Image image = encoded.get(0);
    int convolutions = architecture.latent().convolutions();
    for (int i = 1; i <= convolutions; i++) {
      int channels = i == convolutions ? filters(architecture.levels()) : architecture.latent().filters();
      image = convolution("latent-convolution" + i, image, channels);
    }
    for (int level = architecture.levels(); level >= 1; level--) {
      image = up(level, image, encoded.get(level));
      if (level == 1) {
        outputs.add(0, head("output", image));
      } else if (level <= graph.getNumOutputArrays()) {
        outputs.add(0, head("head" + level, image));
      }
    }
    return outputs;
  }

  private Image up(int level, Image image, Image ofSkip) {
    String up = "up" + level;
    Image transposed = network.transposedConvolution(image, Filter.transposed(place(up + "-transposed", "W"),
        place(up + "-transposed", "b"), filters(level), image.channels(), isTrained(up + "-transposed")));
    Image first = network.convolutionOnto(ofSkip, transposed, joined(level).part(0, filters(level), false), leak());
    return convolution(up + "-convolution2", first, filters(level));
  }

  private Image convolution(String name, Image input, int outputs) {
    return network.convolution(input, filter(name, outputs, input.channels(), 3), leak());
  }

  private Image head(String name, Image input) {
    return network.convolution(input, filter(name, 1, input.channels(), 1), ConvolutionalNetwork.LINEAR);
  }

  private double leak() {
    return architecture.blocks().leak();
  }

  private Filter filter(String name, int outputs, int inputs, int side) {
    return Filter.of(place(name, "W"), place(name, "b"), outputs, inputs, side, isTrained(name));
  }

  /** Where a layer's parameters begin among all of the graph. */
  private int place(String layer, String parameter) {
    return (int) graph.getLayer(layer).getParam(parameter).offset();
  }

  private boolean isTrained(String layer) {
    return trained && !(graph.getLayer(layer) instanceof FrozenLayerWithBackprop);
  }
}
