package faultslip.figure;

import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.stream.IntStream;

/**
 * A diverging colour map from blue over white to red-brown, for signed images.
 *
 * <p>Its lightness (CIE L*, D65) falls linearly from 98 at 0 to the same 28 at both ends, so equal steps of a value
 * look equally large, and signs are told apart by hue alone, blue (268°) against red (38°), with every common
 * colour-vision deficiency. Chroma is as large as a screen can show, up to 62.
 */
public final class ColourMap {
  /** Colours equally far apart from −1 to 1, between which all others lie. */
  private static final int[] KNOTS = {0x014570, 0x015A91, 0x0371B3, 0x3687CB, 0x659CD7, 0x8CB2E3, 0xB0C9ED, 0xD3E1F6,
      0xF9F9F9, 0xF8DAD3, 0xEEBCB1, 0xE19F90, 0xD28372, 0xC26A57, 0xB04E3C, 0x9D3121, 0x880907};
  /** Colours on each side of zero; with zero they fill the palette of an image of one byte a pixel. */
  private static final int STEPS = 127;
  private static final int[] COLOURS = IntStream.rangeClosed(0, 2 * STEPS).map(ColourMap::colour).toArray();

  private ColourMap() {}

  /** The colour of a value from −1 to 1 as 0xRRGGBB; beyond, that of the nearer end. */
  public static int rgb(double value) {
    return COLOURS[index(value)];
  }

  /** Index of the colour of a value in the {@link #palette}. */
  static int index(double value) {
    return STEPS + (int) Math.rint(Math.max(-1, Math.min(1, value)) * STEPS);
  }

  /** All colours, from −1 to 1. */
  static IndexColorModel palette() {
    return new IndexColorModel(8, COLOURS.length, COLOURS, 0, false, -1, DataBuffer.TYPE_BYTE);
  }

  private static int colour(int index) {
    double position = (KNOTS.length - 1.0) * index / (2 * STEPS);
    int below = Math.min((int) position, KNOTS.length - 2);
    return IntStream.of(16, 8, 0).map(shift -> {
      int from = KNOTS[below] >> shift & 255;
      int to = KNOTS[below + 1] >> shift & 255;
      return (int) Math.rint(from + (position - below) * (to - from)) << shift;
    }).sum();
  }
}
