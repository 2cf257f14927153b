package faultslip.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The figures' font, Liberation Sans (of the widths of Arial and Helvetica), from the class path and never from the
 * machine.
 */
final class Typeface {
  /** The family for an SVG: the same font or one of the same widths, else what there is. */
  static final String CSS_FAMILY = "Liberation Sans, Arial, Helvetica, sans-serif";

  private static final String FONTCONFIG = "sun.awt.fontconfig";
  static {
    // Before anything else of AWT: a figure needs no display, and a desktop shall see no window's icon.
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
  }

  private static Font regular;
  private static Font bold;

  private Typeface() {
  }

  /** Not in a static initialiser: what goes wrong there never reaches the user as the one clear line it is. */
  static synchronized Font regular(float points) {
    if (regular == null) {
      regular = load("LiberationSans-Regular.ttf");
    }
    return regular.deriveFont(points);
  }

  static synchronized Font bold(float points) {
    if (bold == null) {
      bold = load("LiberationSans-Bold.ttf");
    }
    return bold.deriveFont(Font.BOLD, points);
  }

  private static Font load(String file) {
    try {
      return read(file);
    } catch (IOException | FontFormatException | Error | RuntimeException first) {
      // A machine without fontconfig: Java then knows no font of its own and refuses all others, until it is given
      // a configuration, be it an empty one. A configuration that the user has set stays.
      if (System.getProperty(FONTCONFIG) == null) {
        return loadWithoutFontconfig(file, first);
      }
      throw noFont(file, first);
    }
  }

  private static Font loadWithoutFontconfig(String file, Throwable first) {
    try {
      Path configuration = Files.createTempFile("fontconfig", ".properties");
      try {
        Files.writeString(configuration, "version=1\nsequence.allfonts=default\n");
        System.setProperty(FONTCONFIG, configuration.toString());
        return read(file);
      } finally {
        System.clearProperty(FONTCONFIG);
        Files.deleteIfExists(configuration);
      }
    } catch (IOException | FontFormatException | Error | RuntimeException second) {
      second.addSuppressed(first);
      throw noFont(file, second);
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

  private static FigureException noFont(String file, Throwable cause) {
    return new FigureException("Java cannot load the figures' font %s (%s); install the packages fontconfig and "
        .formatted(file, cause) + "libfreetype6, or give the class path that Maven wrote.", cause);
  }
}
