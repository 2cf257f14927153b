package faultslip.figure;

import faultslip.AtomicFile;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A figure laid out at its printed size: rows of drawings, most of them stacks of panels, under an optional subtitle.
 * Immutable; drawn anew, and to the same bytes, each time it is asked for.
 */
public final class Figure {
  private static final double MARGIN = 3;
  private static final double SUBTITLE = 10;
  private static final double BETWEEN = 4;

  /** A part of a figure: it is given its width and says its height. Immutable. All lengths in points. */
  public interface Drawing {

    /** Its height, with all headings and labels. */
    double height();

    /** Draws it with its upper left corner at this place. */
    void draw(Graphics2D g, double x, double y, double width);
  }

  private final double width;
  private final List<String> subtitle;
  private final List<? extends List<? extends Drawing>> rows;

  private Figure(double widthMm, String subtitle, List<? extends List<? extends Drawing>> rows) {
    this.width = widthMm * FigureStyle.POINTS_PER_MM;
    // Measured even where there is none: a machine that cannot load the font is told so here.
    this.subtitle = Lettering.wrap(subtitle, width - 2 * MARGIN - 2);
    this.rows = rows.stream().map(List::copyOf).toList();
  }

  /**
   * A figure of rows of drawings, which share its printed width, in millimetres, evenly, below a remark, "" for none. A
   * {@link FigureException} if a row or drawing is missing, the width too small for axes, or there is no font.
   */
  public static Figure of(double widthMm, String subtitle, List<? extends List<? extends Drawing>> rows) {
    FigureException.require(!rows.isEmpty() && rows.stream().noneMatch(List::isEmpty),
        "A figure without panels, or with an empty row, cannot be drawn; give a panel a row.");
    int most = rows.stream().mapToInt(List::size).max().orElseThrow();
    FigureException.require(widthMm >= 40 * most && widthMm < Double.POSITIVE_INFINITY,
        "A figure %s mm wide has no room for %d panels abreast; give %d mm or more.", widthMm, most, 40 * most);
    return new Figure(widthMm, subtitle, rows);
  }

  /** Printed width, in points. */
  public double width() {
    return width;
  }

  /** Printed height, in points. */
  public double height() {
    return 2 * MARGIN + subtitle.size() * SUBTITLE + (rows.size() - 1) * BETWEEN
        + rows.stream().mapToDouble(Figure::height).sum();
  }

  /** The figure as a picture of this resolution, in dots an inch. */
  public BufferedImage image(int dpi) {
    double scale = dpi / 72.0;
    BufferedImage image = new BufferedImage((int) Math.round(width * scale), (int) Math.round(height() * scale),
        BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.scale(image.getWidth() / width, image.getHeight() / height());
    draw(g);
    g.dispose();
    return image;
  }

  /** The figure as a PNG file of this resolution, in dots an inch, of 256 colours for print and 96 for screens. */
  public byte[] png(int dpi) {
    return FigureFile.png(FigureFile.reduce(image(dpi), dpi < FigureStyle.PRINT_DPI ? 96 : 256), dpi);
  }

  /** The figure as an SVG document, its text as text. */
  public String svg() {
    return FigureFile.svg(width, height(), this::draw);
  }

  /**
   * Writes {@code name.png} and {@code name.svg}, each whole or not at all, into a folder that is made if it is not
   * there; existing files are replaced. A {@link faultslip.FaultslipException} names the file that cannot be written.
   */
  public void save(Path folder, String name) {
    byte[] png = png(FigureStyle.PRINT_DPI);
    String svg = svg();
    AtomicFile.write(folder.resolve(name + ".png"), stream -> stream.write(png));
    AtomicFile.write(folder.resolve(name + ".svg"), svg);
  }

  private static double height(List<? extends Drawing> row) {
    return row.stream().mapToDouble(Drawing::height).max().orElseThrow();
  }

  private void draw(Graphics2D g) {
    g.addRenderingHints(Map.of(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON,
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON,
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON,
        RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE,
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR));
    g.setPaint(Color.WHITE);
    g.fill(new Rectangle2D.Double(0, 0, width, height()));
    double y = MARGIN;
    g.setPaint(FigureStyle.FAINT_INK);
    for (String line : subtitle) {
      Lettering.draw(g, line, MARGIN + 1, y + FigureStyle.TEXT_SIZE);
      y += SUBTITLE;
    }
    for (List<? extends Drawing> row : rows) {
      double each = (width - 2 * MARGIN) / row.size();
      for (int i = 0; i < row.size(); i++) {
        row.get(i).draw(g, MARGIN + i * each, y, each);
      }
      y += height(row) + BETWEEN;
    }
  }
}
