package faultslip.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.io.IOUtils;

/** Text measured the same way for every output, wrapped where it must be; "10^−6" has its exponent raised. */
public final class Lettering {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  /** A space inside parentheses: a unit stays in one line. */
  private static final Pattern UNIT_SPACE = Pattern.compile(" (?=[^()]*\\))");
  private static final Pattern POWER = Pattern.compile("\\^([−0-9]+)");
  private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

  private Lettering() {}

  /** Width of a text of common size, in points. */
  static double width(String text) {
    return width(Typeface.regular(FigureStyle.TEXT_SIZE), text);
  }

  static double width(Font font, String text) {
    return runs(font, text).stream().mapToDouble(Run::width).sum();
  }

  /** Writes a text of common size in the colour that is set. */
  static void draw(Graphics2D g, String text, double x, double baseline) {
    draw(g, Typeface.regular(FigureStyle.TEXT_SIZE), text, x, baseline);
  }

  private static void draw(Graphics2D g, Font font, String text, double x, double baseline) {
    double from = x;
    for (Run run : runs(font, text)) {
      g.setFont(run.font());
      g.drawString(run.text(), (float) from, (float) (baseline - run.rise()));
      from += run.width();
    }
  }

  /** Writes a text of common size beside a sign; returns where it ends, in points. */
  static double drawBeside(Graphics2D g, String text, double x, double middle) {
    g.setPaint(FigureStyle.INK);
    draw(g, text, x, middle + 0.35 * FigureStyle.TEXT_SIZE);
    return x + width(text);
  }

  /** Writes a text of common size to both sides of a place. */
  static void drawCentred(Graphics2D g, String text, double middle, double baseline) {
    g.setPaint(FigureStyle.INK);
    draw(g, text, middle - width(text) / 2, baseline);
  }

  /** Writes a tag, bold, and a heading after it; one without a tag is indented. */
  static void drawHeading(Graphics2D g, String tag, String heading, double x, double indent, double baseline) {
    Font bold = Typeface.bold(FigureStyle.HEADING_SIZE);
    g.setPaint(FigureStyle.INK);
    draw(g, bold, tag, x + 1, baseline);
    draw(g, Typeface.regular(FigureStyle.HEADING_SIZE), heading, x + (tag.isEmpty() ? indent : 5 + width(bold, tag)),
        baseline);
  }

  /** Letters of one size. */
  private record Run(Font font, String text, double rise) {
    double width() {
      return font.getStringBounds(text, MEASURE).getWidth();
    }
  }

  private static List<Run> runs(Font font, String text) {
    List<Run> runs = new ArrayList<>();
    int start = 0;
    Matcher power = POWER.matcher(text);
    while (power.find()) {
      runs.add(new Run(font, text.substring(start, power.start()), 0));
      runs.add(new Run(font.deriveFont(0.7f * font.getSize2D()), power.group(1), 0.35 * font.getSize2D()));
      start = power.end();
    }
    runs.add(new Run(font, text.substring(start), 0));
    runs.removeIf(run -> run.text().isEmpty());
    return runs;
  }

  /** A text of common size in lines of at most a width, broken at spaces only; of a blank one there are none. */
  static List<String> wrap(String text, double width) {
    List<String> lines = new ArrayList<>();
    for (String word : SPACE.splitAsStream(UNIT_SPACE.matcher(text.strip()).replaceAll("\u00A0")).toList()) {
      String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1) + " " + word;
      if (width(last) > width || lines.isEmpty()) {
        lines.add(word);
      } else {
        lines.set(lines.size() - 1, last);
      }
    }
    lines.removeIf(String::isEmpty);
    return lines;
  }

  /** An axis label read from below, wrapped to about a length, centred, its last line ending right; in points. */
  static void drawUpward(Graphics2D g, String text, double right, double middle, double length) {
    List<String> lines = wrap(text, length + 2);
    AffineTransform upright = g.getTransform();
    for (int i = 0; i < lines.size(); i++) {
      g.translate(right - ((lines.size() - 1 - i) * 1.1 + 0.2) * FigureStyle.TEXT_SIZE, middle);
      g.rotate(-Math.PI / 2);
      drawCentred(g, lines.get(i), 0, 0);
      g.setTransform(upright);
    }
  }

  /** The tag of a panel: "(a)" for 0, "(b)" for 1; from 26 on "(aa)". */
  static String tag(int index) {
    return "(" + (index < 26 ? "" : (char) ('a' + index / 26 - 1)) + (char) ('a' + index % 26) + ")";
  }

  /** A label starts with a capital, but for a symbol of one or two letters: "Friction coefficient", "ln(E)". */
  public static String capitalised(String label) {
    boolean word = label.length() > 2 && label.chars().limit(3).allMatch(Character::isLetter);
    return word ? label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1) : label;
  }

  /** The figures' font, Liberation Sans (as wide as Arial and Helvetica), of the class path, never of the machine. */
  static final class Typeface {
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
      return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(
          IOUtils.resourceToByteArray("liberation/" + file, Typeface.class.getClassLoader())));
    }
  }
}
