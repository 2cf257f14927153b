package faultslip.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text measured the same way for every output, wrapped where it must be. */
final class Lettering {
  private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

  private Lettering() {
  }

  /** Width of a text, in points. */
  static double width(Font font, String text) {
    return font.getStringBounds(text, MEASURE).getWidth();
  }

  static void draw(Graphics2D g, Font font, String text, double x, double baseline) {
    if (!text.isEmpty()) {
      g.setFont(font);
      g.drawString(text, (float) x, (float) baseline);
    }
  }

  /** The text in lines of at most a width, broken at spaces only. */
  static List<String> wrap(Font font, String text, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.strip().split("\\s+")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(font, longer) > width) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(line);
    return lines;
  }

  /**
   * An axis label read from below, wrapped and centred.
   *
   * @param right where its last line ends, in points
   * @param middle its centre, in points
   * @param length of the axis, in points; lines may be a little longer
   */
  static void drawUpward(Graphics2D g, Font font, String text, double right, double middle, double length) {
    List<String> lines = wrap(font, text, length + 2);
    double pitch = font.getSize2D() * 1.1;
    AffineTransform upright = g.getTransform();
    for (int i = 0; i < lines.size(); i++) {
      double baseline = right - (lines.size() - 1 - i) * pitch - 0.2 * font.getSize2D();
      g.translate(baseline, middle);
      g.rotate(-Math.PI / 2);
      draw(g, font, lines.get(i), -width(font, lines.get(i)) / 2, 0);
      g.setTransform(upright);
    }
  }

  /** A label starts with a capital, but for a symbol of one or two letters: "Friction coefficient", "ln E". */
  static String capitalised(String label) {
    return label.split("\\s", 2)[0].length() < 3 ? label : label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
  }
}
