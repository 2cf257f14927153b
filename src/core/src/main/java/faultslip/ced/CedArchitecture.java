package faultslip.ced;

import java.util.List;

/**
 * The shape of a convolutional encoder-decoder (Wang et al. 2021, figure 8): down blocks, a latent space, up blocks,
 * with a skip connection between the down and the up block of each level.
 *
 * <p>Input and output are images [scales][width]. A down block is two rectified 3×3 convolutions, then a halving of
 * both sides; an up block is a 2×2 transposed convolution that doubles both sides, joined by the skip connection, then
 * two rectified 3×3 convolutions; the postprocessing block is a linear 1×1 convolution.
 *
 * @param scales height of the image: scales of the scalogram, a multiple of 2^levels
 * @param width width of the image: samples of a window, a multiple of 2^levels
 * @param filters filters of each level, from the full resolution down; one entry a level, at least one
 * @param latentFilters filters inside the latent space
 * @param latentConvolutions 3×3 convolutions in the latent space, at least 1; the last has as many filters as the
 *     lowest level
 * @param downsampling how a down block halves its image
 * @param leak slope of the rectifiers below 0, 0 (ReLU) to below 1
 * @param batchNormalisation whether each convolution is followed by batch normalisation
 * @param skipDropout probability with which training drops a channel of a skip connection, 0 to below 1: it keeps the
 *     decoder listening to the latent space, which transfer needs
 */
public record CedArchitecture(int scales, int width, List<Integer> filters, int latentFilters, int latentConvolutions,
    Downsampling downsampling, double leak, boolean batchNormalisation, double skipDropout) {

  /** @throws CedException if a value is outside its range, or the image cannot be halved at every level */
  public CedArchitecture {
    filters = List.copyOf(filters);
    if (filters.isEmpty() || filters.stream().anyMatch(f -> f < 1) || latentFilters < 1 || latentConvolutions < 1) {
      throw new CedException("Filters " + filters + ", latent space of " + latentConvolutions + " convolutions with "
          + latentFilters + " filters; give at least one level, and at least 1 everywhere.");
    }
    int factor = 1 << filters.size();
    if (scales < factor || width < factor || scales % factor != 0 || width % factor != 0) {
      throw new CedException("Image of %d scales × %d samples cannot be halved %d times; give multiples of %d."
          .formatted(scales, width, filters.size(), factor));
    }
    if (!(leak >= 0 && leak < 1)) {
      throw new CedException("Leak of the rectifiers is " + leak + "; give a slope from 0 to below 1.");
    }
    if (!(skipDropout >= 0 && skipDropout < 1)) {
      throw new CedException("Skip dropout is " + skipDropout + "; give a probability from 0 to below 1.");
    }
  }

  /** By how much the sides of the image are divided at the lowest level: 2^levels. */
  public int reduction() {
    return 1 << filters.size();
  }

  /**
   * The same layers over windows of another width: convolutions do not know how long an image is.
   *
   * @throws CedException if the width is no multiple of {@link #reduction}
   */
  public CedArchitecture withWidth(int samples) {
    return new CedArchitecture(scales, samples, filters, latentFilters, latentConvolutions, downsampling, leak,
        batchNormalisation, skipDropout);
  }

  /** Number of down blocks, and of up blocks. */
  public int levels() {
    return filters.size();
  }

  /** Filters of the lowest level. */
  int deepestFilters() {
    return filters.get(filters.size() - 1);
  }
}
