package faultslip.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The figures' font, Liberation Sans (of the widths of Arial and Helvetica), from the class path and never from the
 * machine.
 */
final class Typeface {
  /** The family for an SVG: the same font or one of the same widths, else what there is. */
  static final String CSS_FAMILY = "Liberation Sans, Arial, Helvetica, sans-serif";

  private static final String FONTCONFIG = "sun.awt.fontconfig";
  private static final Map<String, Font> FONTS = new ConcurrentHashMap<>();

  static {
    // Before anything else of AWT: a figure needs no display, and a desktop shall see no window's icon.
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
  }

  private Typeface() {
  }

  static Font regular(float points) {
    return FONTS.computeIfAbsent("LiberationSans-Regular.ttf", Typeface::load).deriveFont(points);
  }

  static Font bold(float points) {
    return FONTS.computeIfAbsent("LiberationSans-Bold.ttf", Typeface::load).deriveFont(Font.BOLD, points);
  }

  private static Font load(String file) {
    try {
      return read(file);
    } catch (IOException | FontFormatException | Error | RuntimeException first) {
      try {
        return readWithoutFontconfig(file);
      } catch (IOException | FontFormatException | Error | RuntimeException second) {
        second.addSuppressed(first);
        throw new FigureException("Java cannot load the figures' font %s (%s); install the packages fontconfig and "
            .formatted(file, first) + "libfreetype6, or give the class path that Maven wrote.", second);
      }
    }
  }

  /**
   * On a machine without fontconfig Java knows no font of its own and refuses all others, until it is given a
   * configuration, be it an empty one. A configuration that the user has set stays.
   */
  private static Font readWithoutFontconfig(String file) throws IOException, FontFormatException {
    if (System.getProperty(FONTCONFIG) != null) {
      return read(file);
    }
    Path configuration = Files.createTempFile("fontconfig", ".properties");
    try {
      Files.writeString(configuration, "version=1\nsequence.allfonts=default\n");
      System.setProperty(FONTCONFIG, configuration.toString());
      return read(file);
    } finally {
      System.clearProperty(FONTCONFIG);
      Files.deleteIfExists(configuration);
    }
  }

  private static Font read(String file) throws IOException, FontFormatException {
    try (InputStream bytes = Typeface.class.getResourceAsStream("/liberation/" + file)) {
      if (bytes == null) {
        throw new IOException("/liberation/" + file + " is not on the class path");
      }
      return Font.createFont(Font.TRUETYPE_FONT, bytes);
    }
  }
}
