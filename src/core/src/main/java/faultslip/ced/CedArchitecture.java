package faultslip.ced;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

/**
 * The convolutional encoder-decoder of Wang et al. (2021, figure 8): down blocks, a latent space, up blocks, with a
 * skip connection between the down and the up block of each level.
 *
 * <p>Input and output are images [scales][width]. A down block is two rectified 3×3 convolutions, then a halving of
 * both sides; an up block is a 2×2 transposed convolution that doubles both sides, joined by the skip connection, then
 * two rectified 3×3 convolutions; the postprocessing block is a linear 1×1 convolution.
 *
 * @param scales height of the image: scales of the scalogram, a multiple of 2^levels
 * @param width width of the image: samples of a window, a multiple of 2^levels
 * @param filters filters of each level, from the full resolution down; one entry a level, at least one
 * @param latent the latent space
 * @param blocks what down and up blocks are made of
 */
public record CedArchitecture(int scales, int width, List<Integer> filters, Latent latent, Blocks blocks)
    implements NetworkArchitecture {

  /**
   * The latent space: 3×3 convolutions, of which the last has as many filters as the lowest level.
   *
   * @param filters of the other convolutions, at least 1
   * @param convolutions how many there are, at least 1
   */
  public record Latent(int filters, int convolutions) {

    /** @throws CedException if there is no filter or no convolution */
    public Latent {
      if (filters < 1 || convolutions < 1) {
        throw new CedException("Latent space of %d convolutions with %d filters; give at least 1 of both."
            .formatted(convolutions, filters));
      }
    }
  }

  /**
   * What down and up blocks are made of.
   *
   * @param downsampling how a down block halves its image
   * @param leak slope of all rectifiers below 0, 0 (ReLU) to below 1
   * @param batchNormalisation whether each convolution is followed by batch normalisation
   * @param skipDropout probability with which training drops a channel of a skip connection, 0 to below 1: it keeps the
   *     decoder listening to the latent space, which transfer needs
   */
  public record Blocks(Downsampling downsampling, double leak, boolean batchNormalisation, double skipDropout) {
    /** Max pooling, a leak of 0.1, nothing normalised or dropped. */
    public static final Blocks STANDARD = new Blocks(Downsampling.MAX_POOLING, 0.1, false, 0);

    /** @throws CedException if a value is outside its range */
    public Blocks {
      Objects.requireNonNull(downsampling, "downsampling");
      if (!(leak >= 0 && leak < 1)) {
        throw new CedException("Leak of the rectifiers is " + leak + "; give a slope from 0 to below 1.");
      }
      if (!(skipDropout >= 0 && skipDropout < 1)) {
        throw new CedException("Skip dropout is " + skipDropout + "; give a probability from 0 to below 1.");
      }
    }
  }

  /** @throws CedException if there is no level or filter, or the image cannot be halved at every level */
  public CedArchitecture {
    filters = List.copyOf(filters);
    Objects.requireNonNull(latent, "latent");
    Objects.requireNonNull(blocks, "blocks");
    if (filters.isEmpty() || filters.stream().anyMatch(f -> f < 1)) {
      throw new CedException("Filters " + filters + "; give at least one level, and at least 1 filter a level.");
    }
    int factor = 1 << filters.size();
    if (scales < factor || width < factor || scales % factor != 0 || width % factor != 0) {
      throw new CedException("Image of %d scales × %d samples cannot be halved %d times; give multiples of %d."
          .formatted(scales, width, filters.size(), factor));
    }
  }

  /**
   * With standard blocks, and two convolutions in the latent space, of the lowest level's filters.
   *
   * @throws CedException if there is no level or filter, or the image cannot be halved at every level
   */
  public static CedArchitecture of(int scales, int width, List<Integer> filters) {
    int deepest = filters.isEmpty() ? 1 : Math.max(1, filters.get(filters.size() - 1)); // refused below
    return new CedArchitecture(scales, width, filters, new Latent(deepest, 2), Blocks.STANDARD);
  }

  /** With another latent space. */
  public CedArchitecture withLatent(int latentFilters, int convolutions) {
    return new CedArchitecture(scales, width, filters, new Latent(latentFilters, convolutions), blocks);
  }

  /** With other blocks. */
  public CedArchitecture withBlocks(Blocks other) {
    return new CedArchitecture(scales, width, filters, latent, other);
  }

  /** The lowest level's halved image, then the skip connections from the top level down. */
  @Override
  public List<String> encoder(NetworkGraph graph, String input) {
    List<String> outputs = new ArrayList<>();
    String image = input;
    for (int level = 0; level < levels(); level++) {
      String down = "down" + (level + 1);
      String first = convolution(graph, down + "-convolution1", image, filters.get(level), 1);
      String second = convolution(graph, down + "-convolution2", first, filters.get(level), 1);
      outputs.add(second);
      image = switch (blocks.downsampling) {
        case STRIDED_CONVOLUTION -> convolution(graph, down + "-strided", second, filters.get(level), 2);
        case MAX_POOLING -> graph.layer(down + "-pooled",
            new SubsamplingLayer.Builder(PoolingType.MAX).kernelSize(2, 2).stride(2, 2).build(), second);
      };
    }
    outputs.add(0, image);
    return outputs;
  }

  @Override
  public String latentSpace(NetworkGraph graph, String encoded) {
    String image = encoded;
    for (int i = 1; i <= latent.convolutions; i++) {
      int outputs = i == latent.convolutions ? filters.get(levels() - 1) : latent.filters;
      image = convolution(graph, "latent-convolution" + i, image, outputs, 1);
    }
    return image;
  }

  /** The output, then the levels below the top from the top down. */
  @Override
  public List<String> decoder(NetworkGraph graph, String latentOutput, List<String> encoded) {
    List<String> outputs = new ArrayList<>();
    String image = latentOutput;
    for (int level = levels(); level >= 1; level--) {
      int channels = filters.get(level - 1);
      String up = "up" + level;
      String transposed =
          graph.layer(up + "-transposed", new Deconvolution2D.Builder(2, 2).stride(2, 2).nOut(channels).build(), image);
      String skip = dropped(graph, up + "-skip", encoded.get(level));
      String joined = graph.vertex(up + "-joined", new MergeVertex(), transposed, skip);
      String first = convolution(graph, up + "-convolution1", joined, channels, 1);
      image = convolution(graph, up + "-convolution2", first, channels, 1);
      outputs.add(0, image);
    }
    outputs.set(0, graph.layer("output", new ConvolutionLayer.Builder(1, 1).nOut(1).build(), image));
    return outputs;
  }

  private String dropped(NetworkGraph graph, String name, String skip) {
    // DL4J takes the probability of keeping.
    return blocks.skipDropout == 0 ? skip
        : graph.inTraining(name, new DropoutLayer.Builder(new SpatialDropout(1 - blocks.skipDropout)).build(), skip);
  }

  /** A rectified 3×3 convolution, normalised in between where the blocks say so. */
  private String convolution(NetworkGraph graph, String name, String input, int outputs, int stride) {
    IActivation rectifier = blocks.leak == 0 ? new ActivationReLU() : new ActivationLReLU(blocks.leak);
    ConvolutionLayer layer =
        new ConvolutionLayer.Builder(3, 3).stride(stride, stride).nOut(outputs).activation(rectifier).build();
    return blocks.batchNormalisation
        ? graph.normalised(name, layer, rectifier, input) : graph.layer(name, layer, input);
  }

  /** By how much the sides of the image are divided at the lowest level: 2^levels. */
  @Override
  public int reduction() {
    return 1 << filters.size();
  }

  @Override
  public CedArchitecture withWidth(int samples) {
    return new CedArchitecture(scales, samples, filters, latent, blocks);
  }

  /** Number of down blocks, and of up blocks. */
  public int levels() {
    return filters.size();
  }
}
