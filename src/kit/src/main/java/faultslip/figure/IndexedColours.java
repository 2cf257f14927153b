package faultslip.figure;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A picture reduced to a palette: a third of the bytes, and no difference to the eye. */
final class IndexedColours {
  /** Squared distance of the first colours chosen, times the size of the palette: nearer ones are hardly told apart. */
  private static final int FAR = 1 << 14;

  private IndexedColours() {
  }

  /**
   * The picture in its most frequent colours, at first of those far from each other, then of ever nearer ones: neither
   * gradients nor the edges of thin lines suffer. The same picture gives the same palette.
   *
   * @param size of the palette, 1 to 256
   */
  static BufferedImage reduce(BufferedImage image, int size) {
    int width = image.getWidth();
    int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    Map<Integer, Integer> counts = new HashMap<>();
    Arrays.stream(pixels).forEach(pixel -> counts.merge(pixel, -1, Integer::sum));
    List<Integer> colours = counts.keySet().stream()
        .sorted(Comparator.<Integer>comparingInt(counts::get).thenComparing(Comparator.naturalOrder())).toList();
    List<Integer> palette = new ArrayList<>();
    for (int step = FAR / size; palette.size() < Math.min(size, colours.size()); step /= 2) {
      int near = step;
      for (int colour : colours) {
        if (palette.size() < size && palette.stream().allMatch(chosen -> distance(chosen, colour) > near)) {
          palette.add(colour);
        }
      }
    }
    Map<Integer, Integer> places = new HashMap<>();
    colours.forEach(colour -> places.put(colour, palette.indexOf(
        palette.stream().min(Comparator.comparingInt(chosen -> distance(chosen, colour))).orElseThrow())));
    int bits = Integer.toBinaryString(palette.size() - 1).length();
    IndexColorModel model = new IndexColorModel(bits, palette.size(),
        palette.stream().mapToInt(Integer::intValue).toArray(), 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage reduced = new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    reduced.getRaster().setPixels(0, 0, width, image.getHeight(), Arrays.stream(pixels).map(places::get).toArray());
    return reduced;
  }

  /** Squared distance; weights roughly those of the eye. */
  private static int distance(int a, int b) {
    int red = (a >> 16 & 255) - (b >> 16 & 255);
    int green = (a >> 8 & 255) - (b >> 8 & 255);
    int blue = (a & 255) - (b & 255);
    return 2 * red * red + 4 * green * green + 3 * blue * blue;
  }
}
