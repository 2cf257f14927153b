package faultslip.figure;

import faultslip.evaluate.Scores;
import faultslip.experiment.SeedSummary;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Scores as dots, a row a model: a dot a seed, the median as an upright bar and in print, a published value as a
 * diamond, and what the mean predictor scores as a dashed line. The axis is logarithmic.
 *
 * @param tag "(a)", printed bold before the heading
 * @param heading printed above the rows
 * @param rows from top to bottom, at least one
 * @param across what the axis shows, with its unit
 * @param left room for the names, in points; plots one above another have the same
 */
record DotPlot(String tag, String heading, List<Row> rows, String across, double left) implements Drawing {
  private static final double RIGHT = 84;
  private static final double HEADING = 15;
  private static final double PITCH = 11.5;
  private static final double DOT = 4.2;
  private static final double DIAMOND = 4.8;
  private static final Color DOTS = new Color(0x00, 0x72, 0xB2, 0xA0);
  private static final Stroke MEDIAN_LINE = new BasicStroke(1.3f);

  /**
   * The scores of one model.
   *
   * @param name of the model
   * @param summary its MAPE, positive, over its seeds
   * @param published the score in print elsewhere, if there is one
   */
  record Row(String name, SeedSummary summary, OptionalDouble published) {

    private DoubleStream scores() {
      return summary.rows().stream().mapToDouble(row -> row.scores().mapePercent()).sorted();
    }

    /** "1.38 % (1.30–2.86)". */
    private String text() {
      double[] sorted = scores().toArray();
      String median = String.format(Locale.ROOT, "%.2f %%", summary.median(Scores::mapePercent));
      return sorted.length == 1 ? median
          : median + String.format(Locale.ROOT, " (%.2f–%.2f)", sorted[0], sorted[sorted.length - 1]);
    }
  }

  @Override
  public double height() {
    return HEADING + rows.size() * PITCH + PanelStack.BOTTOM;
  }

  @Override
  public void draw(Graphics2D g, double x, double y, double width) {
    Lettering.drawHeading(g, tag, heading, x, 1, y + HEADING - 4.5);
    Rectangle2D place = new Rectangle2D.Double(x + left, y + HEADING, width - left - RIGHT, rows.size() * PITCH);
    Axes axes = new Axes(place, axis(),
        new Axis(Axis.Kind.LINEAR, rows.size() - 0.5, -0.5, Double.NEGATIVE_INFINITY));
    axes.grid(g, true);
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      double middle = axes.y(i);
      meanPredictor(g, axes.x(row.summary().first().scores().meanPredictorMapePercent()), middle, PITCH / 2);
      row.scores().forEach(score -> dot(g, axes.x(score), middle));
      median(g, axes.x(row.summary().median(Scores::mapePercent)), middle);
      row.published().ifPresent(value -> diamond(g, axes.x(value), middle));
      Lettering.drawBeside(g, row.name(), place.getX() - 5 - Lettering.width(row.name()), middle);
      Lettering.drawBeside(g, row.text(), place.getMaxX() + 4, middle);
    }
    axes.frame(g, true);
    Lettering.drawCentred(g, across, place.getCenterX(), place.getMaxY() + PanelStack.LABEL);
  }

  /** All values with a margin, and no less than a factor of 3. */
  private Axis axis() {
    double[] values = rows.stream().flatMapToDouble(row -> DoubleStream.concat(row.scores(),
        DoubleStream.concat(row.published().stream(),
            DoubleStream.of(row.summary().first().scores().meanPredictorMapePercent())))).sorted().toArray();
    double low = values[0] / 1.15;
    double high = values[values.length - 1] * 1.15;
    double widen = Math.max(1, Math.sqrt(3 * low / high));
    return Axis.of(Axis.Kind.LOGARITHMIC, low / widen, high * widen);
  }

  private static void dot(Graphics2D g, double x, double y) {
    g.setPaint(DOTS);
    g.fill(new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT));
  }

  private static void median(Graphics2D g, double x, double y) {
    g.setPaint(FigureStyle.INK);
    g.setStroke(MEDIAN_LINE);
    g.draw(new Line2D.Double(x, y - 4, x, y + 4));
  }

  private static void diamond(Graphics2D g, double x, double y) {
    Shape diamond = AffineTransform.getRotateInstance(Math.PI / 4, x, y)
        .createTransformedShape(new Rectangle2D.Double(x - DIAMOND / 2, y - DIAMOND / 2, DIAMOND, DIAMOND));
    g.setPaint(FigureStyle.PREDICTION);
    g.setStroke(FigureStyle.TRUTH_LINE);
    g.draw(diamond);
  }

  private static void meanPredictor(Graphics2D g, double x, double y, double half) {
    g.setPaint(FigureStyle.FAINT_INK);
    g.setStroke(FigureStyle.DASHES);
    g.draw(new Line2D.Double(x, y - half, x, y + half));
  }

  /** The key to the signs, to stand above or below the plots. */
  record Key() implements Drawing {
    @Override
    public double height() {
      return PITCH;
    }

    @Override
    public void draw(Graphics2D g, double x, double y, double width) {
      double middle = y + PITCH / 2;
      double at = x + 6;
      dot(g, at, middle);
      at = text(g, "a seed", at, middle);
      median(g, at, middle);
      at = text(g, "median (printed at the right, with the range)", at, middle);
      diamond(g, at, middle);
      at = text(g, "the paper, on its own recordings", at, middle);
      meanPredictor(g, at, middle, 5);
      text(g, "mean predictor", at, middle);
    }

    /** The meaning of a sign; returns the place of the next. */
    private static double text(Graphics2D g, String meaning, double at, double middle) {
      return Lettering.drawBeside(g, meaning, at + 6, middle) + 14;
    }
  }
}
