package faultslip.figure;

import faultslip.ced.CedArchitecture;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Where the blocks of an encoder-decoder stand on paper: their feature maps as bars, higher for more scales. */
final class CedBlocks {

  /** What a block belongs to. */
  enum Part { IMAGE, ENCODER, LATENT, DECODER }

  /**
   * A block: an image, or the feature maps of a level.
   *
   * @param part what it belongs to
   * @param level 1 at full resolution; one more than the levels for the latent space, 0 for the images
   * @param scales height of its feature maps
   * @param samples width of its feature maps
   * @param filters number of them
   * @param place on paper
   */
  record Block(Part part, int level, int scales, int samples, int filters, Rectangle2D place) {
  }

  /** Of the place of a block, how much is the gap behind it. */
  private static final double GAP = 0.45;
  private static final double LOWEST = 0.16;
  private static final double THINNEST = 0.3;

  private CedBlocks() {
  }

  /** Input, down blocks, latent space, up blocks, output, from left to right within an area. */
  static List<Block> of(CedArchitecture architecture, Rectangle2D area) {
    int levels = architecture.levels();
    int count = 2 * levels + 3;
    double pitch = area.getWidth() / (count - GAP);
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int level = Math.min(i, count - 1 - i);
      int halvings = Math.max(0, level - 1);
      Part part = level == 0 ? Part.IMAGE : level > levels ? Part.LATENT : i <= levels ? Part.ENCODER : Part.DECODER;
      int filters = level == 0 ? 1 : level > levels
          ? architecture.latent().filters() : architecture.filters().get(level - 1);
      double height = area.getHeight() * (LOWEST + (1 - LOWEST) * (1 - halvings / (double) levels));
      double width = pitch * (1 - GAP) * thickness(filters, architecture);
      double centre = area.getX() + i * pitch + pitch * (1 - GAP) / 2;
      blocks.add(new Block(part, level, architecture.scales() >> halvings, architecture.width() >> halvings, filters,
          new Rectangle2D.Double(centre - width / 2, area.getCenterY() - height / 2, width, height)));
    }
    return blocks;
  }

  /** From {@link #THINNEST} to 1 for the largest number of filters there is. */
  private static double thickness(int filters, CedArchitecture architecture) {
    int most =
        Math.max(architecture.latent().filters(), architecture.filters().stream().mapToInt(f -> f).max().orElseThrow());
    return THINNEST + (1 - THINNEST) * filters / most;
  }
}
