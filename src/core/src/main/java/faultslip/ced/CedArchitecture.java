package faultslip.ced;

import java.util.List;
import java.util.Objects;

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

  @Override
  public List<String> encoder(NetworkGraph graph, String image) {
    return new CedLayers(this, graph).encoder(image);
  }

  @Override
  public String latentSpace(NetworkGraph graph, String encoded) {
    return new CedLayers(this, graph).latentSpace(encoded);
  }

  @Override
  public List<String> decoder(NetworkGraph graph, String latentOutput, List<String> encoded) {
    return new CedLayers(this, graph).decoder(latentOutput, encoded);
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
