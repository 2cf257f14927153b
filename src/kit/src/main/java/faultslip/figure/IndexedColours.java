package faultslip.figure;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * A picture reduced to 256 colours: a third of the bytes, and no difference to the eye.
 *
 * <p>The palette is made of the picture's most frequent colours, then of those farthest from all chosen so far, so
 * that neither the gradients of an image nor the edges of a thin line suffer. The same picture gives the same palette.
 */
final class IndexedColours {
  private static final int SIZE = 256;
  /** Share of the palette for frequent colours. */
  private static final double FREQUENT = 208.0 / SIZE;
  /** Frequent colours nearer to each other than this are told apart by nobody. */
  private static final int NEAR = 60;

  private IndexedColours() {
  }

  static BufferedImage reduce(BufferedImage image) {
    return reduce(image, SIZE);
  }

  /** @param size of the palette, 1 to 256 */
  static BufferedImage reduce(BufferedImage image, int size) {
    int width = image.getWidth();
    int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    int[] colours = byFrequency(pixels);
    int[] nearest = new int[colours.length];
    int[] palette = palette(colours, nearest, size);
    Map<Integer, Integer> index = new HashMap<>(2 * colours.length);
    for (int i = 0; i < colours.length; i++) {
      index.put(colours[i], nearest[i]);
    }
    IndexColorModel model =
        new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage reduced = new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    int[] indices = new int[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      indices[i] = index.get(pixels[i]);
    }
    reduced.getRaster().setPixels(0, 0, width, image.getHeight(), indices);
    return reduced;
  }

  /** The colours of a picture, the most frequent first. */
  private static int[] byFrequency(int[] pixels) {
    Map<Integer, int[]> counts = new HashMap<>();
    for (int pixel : pixels) {
      counts.computeIfAbsent(pixel, p -> new int[1])[0]++;
    }
    return counts.entrySet().stream()
        .sorted(Comparator.comparingInt((Map.Entry<Integer, int[]> e) -> -e.getValue()[0])
            .thenComparingInt(Map.Entry::getKey))
        .mapToInt(Map.Entry::getKey).toArray();
  }

  /** Chooses the palette, and sets for each colour the index of the nearest one in it. */
  private static int[] palette(int[] colours, int[] nearest, int size) {
    int[] palette = new int[Math.min(size, colours.length)];
    int[] distance = new int[colours.length];
    Arrays.fill(distance, Integer.MAX_VALUE);
    boolean all = colours.length <= size;
    int chosen = 0;
    for (int i = 0; i < colours.length && (all || chosen < FREQUENT * size); i++) {
      if (all || distance[i] >= NEAR) {
        add(palette, chosen++, colours[i], colours, distance, nearest);
      }
    }
    while (chosen < palette.length) {
      int farthest = 0;
      for (int i = 1; i < colours.length; i++) {
        farthest = distance[i] > distance[farthest] ? i : farthest;
      }
      add(palette, chosen++, colours[farthest], colours, distance, nearest);
    }
    return palette;
  }

  private static void add(int[] palette, int index, int colour, int[] colours, int[] distance, int[] nearest) {
    palette[index] = colour;
    for (int i = 0; i < colours.length; i++) {
      int d = distance(colour, colours[i]);
      if (d < distance[i]) {
        distance[i] = d;
        nearest[i] = index;
      }
    }
  }

  /** Squared distance; weights roughly those of the eye. */
  private static int distance(int a, int b) {
    int red = (a >> 16 & 255) - (b >> 16 & 255);
    int green = (a >> 8 & 255) - (b >> 8 & 255);
    int blue = (a & 255) - (b & 255);
    return 2 * red * red + 4 * green * green + 3 * blue * blue;
  }
}
