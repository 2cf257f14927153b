package faultslip.figure;

import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;

/**
 * A diverging colour map from blue over white to red-brown, for signed images.
 *
 * <p>It is drawn in CIE L*a*b* (D65): lightness falls linearly from white at 0 to the same dark at both ends, so equal
 * steps of a value look equally large, and signs are told apart by hue alone, blue against red, with every common
 * colour-vision deficiency. Chroma is reduced where a screen could not show it.
 */
public final class ColourMap {
  /** Lightness L* at zero and at the ends, of 100. */
  private static final double WHITE = 98;
  private static final double DARK = 28;
  private static final double CHROMA = 62;
  private static final double BLUE_HUE = Math.toRadians(268);
  private static final double RED_HUE = Math.toRadians(38);
  /** Colours on each side of zero; with zero they fill the palette of an image of one byte a pixel. */
  private static final int STEPS = 127;
  private static final int[] COLOURS = table();

  private ColourMap() {
  }

  /**
   * The colour of a value as 0xRRGGBB.
   *
   * @param value −1 to 1; beyond, the colour of the nearer end
   */
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

  private static int[] table() {
    int[] colours = new int[2 * STEPS + 1];
    for (int i = -STEPS; i <= STEPS; i++) {
      colours[STEPS + i] = colour((double) i / STEPS);
    }
    return colours;
  }

  private static int colour(double value) {
    double magnitude = Math.abs(value);
    double lightness = WHITE + (DARK - WHITE) * magnitude;
    double hue = value < 0 ? BLUE_HUE : RED_HUE;
    double chroma = CHROMA * StrictMath.pow(magnitude, 0.8);
    while (chroma > 0 && !showable(linear(lightness, chroma, hue))) {
      chroma -= 0.25;
    }
    double[] light = linear(lightness, Math.max(chroma, 0), hue);
    return channel(light[0]) << 16 | channel(light[1]) << 8 | channel(light[2]);
  }

  /** Linear sRGB of a colour in L*C*h. */
  private static double[] linear(double lightness, double chroma, double hue) {
    double fy = (lightness + 16) / 116;
    double x = 0.95047 * cube(fy + chroma * StrictMath.cos(hue) / 500);
    double y = cube(fy);
    double z = 1.08883 * cube(fy - chroma * StrictMath.sin(hue) / 200);
    return new double[] {
      3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
      -0.9692660 * x + 1.8760108 * y + 0.0415560 * z,
      0.0556434 * x - 0.2040259 * y + 1.0572252 * z};
  }

  private static double cube(double f) {
    return f > 6.0 / 29 ? f * f * f : 3 * (6.0 / 29) * (6.0 / 29) * (f - 4.0 / 29);
  }

  private static boolean showable(double[] light) {
    for (double c : light) {
      if (c < 0 || c > 1) {
        return false;
      }
    }
    return true;
  }

  private static int channel(double light) {
    double c = Math.max(0, Math.min(1, light));
    double encoded = c <= 0.0031308 ? 12.92 * c : 1.055 * StrictMath.pow(c, 1 / 2.4) - 0.055;
    return (int) Math.rint(255 * encoded);
  }
}
