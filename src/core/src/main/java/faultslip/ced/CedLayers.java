package faultslip.ced;

import faultslip.ced.CedArchitecture.Blocks;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.dropout.SpatialDropout;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;

/** Adds the layers of a {@link CedArchitecture} to a graph. */
record CedLayers(CedArchitecture architecture, NetworkGraph graph) {

  /** The lowest level's halved image, then the skip connections from the top level down. */
  List<String> encoder(String input) {
    List<String> outputs = new ArrayList<>();
    String image = input;
    for (int level = 1; level <= architecture.levels(); level++) {
      String down = "down" + level;
      String first = convolution(down + "-convolution1", image, filters(level), 1);
      String second = convolution(down + "-convolution2", first, filters(level), 1);
      outputs.add(second);
      image = halved(down, second, filters(level));
    }
    outputs.add(0, image);
    return outputs;
  }

  private String halved(String block, String input, int filters) {
    return switch (blocks().downsampling()) {
      case STRIDED_CONVOLUTION -> convolution(block + "-strided", input, filters, 2);
      case MAX_POOLING -> graph.layer(block + "-pooled",
          new SubsamplingLayer.Builder(PoolingType.MAX).kernelSize(2, 2).stride(2, 2).build(), input);
    };
  }

  String latentSpace(String input) {
    String image = input;
    int convolutions = architecture.latent().convolutions();
    for (int i = 1; i <= convolutions; i++) {
      int filters = i == convolutions ? filters(architecture.levels()) : architecture.latent().filters();
      image = convolution("latent-convolution" + i, image, filters, 1);
    }
    return image;
  }

  /** The output, then the levels below the top from the top down. */
  List<String> decoder(String latent, List<String> encoded) {
    List<String> outputs = new ArrayList<>();
    String image = latent;
    for (int level = architecture.levels(); level >= 1; level--) {
      image = up(level, image, encoded.get(level));
      outputs.add(0, image);
    }
    outputs.set(0, graph.layer("output", new ConvolutionLayer.Builder(1, 1).nOut(1).build(), image));
    return outputs;
  }

  private String up(int level, String input, String skip) {
    String up = "up" + level;
    String transposed = graph.layer(up + "-transposed",
        new Deconvolution2D.Builder(2, 2).stride(2, 2).nOut(filters(level)).build(), input);
    String joined = graph.vertex(up + "-joined", new MergeVertex(), transposed, dropped(up + "-skip", skip));
    String first = convolution(up + "-convolution1", joined, filters(level), 1);
    return convolution(up + "-convolution2", first, filters(level), 1);
  }

  private String dropped(String name, String skip) {
    // DL4J takes the probability of keeping.
    return blocks().skipDropout() == 0 ? skip
        : graph.inTraining(name, new DropoutLayer.Builder(new SpatialDropout(1 - blocks().skipDropout())).build(),
            skip);
  }

  /** A rectified 3×3 convolution, normalised in between where the architecture says so. */
  private String convolution(String name, String input, int filters, int stride) {
    ConvolutionLayer layer = new ConvolutionLayer.Builder(3, 3).stride(stride, stride).nOut(filters)
        .activation(rectifier()).build();
    return blocks().batchNormalisation()
        ? graph.normalised(name, layer, rectifier(), input) : graph.layer(name, layer, input);
  }

  private IActivation rectifier() {
    return blocks().leak() == 0 ? new ActivationReLU() : new ActivationLReLU(blocks().leak());
  }

  private Blocks blocks() {
    return architecture.blocks();
  }

  private int filters(int level) {
    return architecture.filters().get(level - 1);
  }
}
