package faultslip.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.ui.RectangleEdge;

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
  private static final double BOTTOM = 23;
  private static final double DOT = 4.2;
  private static final double DIAMOND = 3.4;
  private static final Color DOTS = new Color(0x00, 0x72, 0xB2, 0xA0);
  private static final Stroke MEDIAN_LINE = new BasicStroke(1.3f);
  private static final Stroke DASHES =
      new BasicStroke(0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2.5f, 1.5f}, 0);

  /**
   * The scores of one model.
   *
   * @param name of the model
   * @param scores a seed each, at least one, positive
   * @param median of the scores
   * @param published the score in print elsewhere, if there is one
   * @param meanPredictor score of the mean predictor on the same samples
   */
  record Row(String name, List<Double> scores, double median, OptionalDouble published, double meanPredictor) {

    private DoubleStream values() {
      return DoubleStream.concat(scores.stream().mapToDouble(Double::doubleValue),
          DoubleStream.concat(published.stream(), DoubleStream.of(meanPredictor)));
    }

    /** "1.38 % (1.30–2.86)". */
    private String text() {
      String median = String.format(Locale.ROOT, "%.2f %%", this.median);
      double low = scores.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
      double high = scores.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
      return scores.size() == 1 ? median : median + String.format(Locale.ROOT, " (%.2f–%.2f)", low, high);
    }
  }

  DotPlot {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new FigureException("No results to show; give at least one.");
    }
  }

  /** Room that a name takes, in points. */
  static double room(String name) {
    return Lettering.width(Typeface.regular(FigureStyle.TEXT_SIZE), name) + 10;
  }

  @Override
  public double height() {
    return HEADING + rows.size() * PITCH + BOTTOM;
  }

  @Override
  public void draw(Graphics2D g, double x, double y, double width) {
    Rectangle2D axes = new Rectangle2D.Double(x + left, y + HEADING, width - left - RIGHT, rows.size() * PITCH);
    Lettering.drawHeading(g, tag, heading, x, 1, y + HEADING - 4.5);
    LogarithmicAxis axis = axis();
    ticks(g, axis, axes);
    for (int i = 0; i < rows.size(); i++) {
      row(g, rows.get(i), axis, axes, axes.getY() + (i + 0.5) * PITCH);
    }
    g.setPaint(FigureStyle.INK);
    g.setStroke(FigureStyle.AXIS_LINE);
    g.draw(axes);
    Lettering.drawCentred(g, across, axes.getCenterX(), axes.getMaxY() + 19);
  }

  /** All values with a margin, and no less than a factor of 3. */
  private LogarithmicAxis axis() {
    double[] values = rows.stream().flatMapToDouble(Row::values).sorted().toArray();
    double low = values[0] / 1.15;
    double high = values[values.length - 1] * 1.15;
    double widen = Math.max(1, Math.sqrt(3 * low / high));
    return new LogarithmicAxis(low / widen, high * widen);
  }

  private static void ticks(Graphics2D g, LogarithmicAxis axis, Rectangle2D axes) {
    g.setStroke(FigureStyle.GRID_LINE);
    for (Tick tick : axis.refreshTicks(g, null, axes, RectangleEdge.BOTTOM)) {
      double at = axis.valueToJava2D(((NumberTick) tick).getValue(), axes, RectangleEdge.BOTTOM);
      g.setPaint(FigureStyle.GRID);
      g.draw(new Line2D.Double(at, axes.getY(), at, axes.getMaxY()));
      g.setPaint(FigureStyle.INK);
      g.draw(new Line2D.Double(at, axes.getMaxY(), at, axes.getMaxY() + PlotStyle.TICK_LENGTH));
      Lettering.drawCentred(g, tick.getText(), at, axes.getMaxY() + 10);
    }
  }

  private static void row(Graphics2D g, Row row, LogarithmicAxis axis, Rectangle2D axes, double middle) {
    Font font = Typeface.regular(FigureStyle.TEXT_SIZE);
    double half = PITCH / 2;
    double mean = axis.valueToJava2D(row.meanPredictor(), axes, RectangleEdge.BOTTOM);
    meanPredictor(g, mean, middle - half, middle + half);
    g.setPaint(DOTS);
    for (double score : row.scores()) {
      dot(g, axis.valueToJava2D(score, axes, RectangleEdge.BOTTOM), middle);
    }
    median(g, axis.valueToJava2D(row.median(), axes, RectangleEdge.BOTTOM), middle);
    row.published().ifPresent(value -> diamond(g, axis.valueToJava2D(value, axes, RectangleEdge.BOTTOM), middle));
    Lettering.drawBeside(g, row.name(), axes.getX() - 5 - Lettering.width(font, row.name()), middle);
    Lettering.drawBeside(g, row.text(), axes.getMaxX() + 4, middle);
  }

  private static void dot(Graphics2D g, double x, double y) {
    g.fill(new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT));
  }

  private static void median(Graphics2D g, double x, double y) {
    g.setPaint(FigureStyle.INK);
    g.setStroke(MEDIAN_LINE);
    g.draw(new Line2D.Double(x, y - 4, x, y + 4));
  }

  private static void diamond(Graphics2D g, double x, double y) {
    Path2D diamond = new Path2D.Double();
    diamond.moveTo(x, y - DIAMOND);
    diamond.lineTo(x + DIAMOND, y);
    diamond.lineTo(x, y + DIAMOND);
    diamond.lineTo(x - DIAMOND, y);
    diamond.closePath();
    g.setPaint(FigureStyle.PREDICTION);
    g.setStroke(FigureStyle.TRUTH_LINE);
    g.draw(diamond);
  }

  private static void meanPredictor(Graphics2D g, double x, double from, double to) {
    g.setPaint(FigureStyle.FAINT_INK);
    g.setStroke(DASHES);
    g.draw(new Line2D.Double(x, from, x, to));
  }

  /** The key to the signs, to stand above or below the plots. */
  static Drawing key() {
    return new Key();
  }

  private record Key() implements Drawing {
    @Override
    public double height() {
      return PITCH;
    }

    @Override
    public void draw(Graphics2D g, double x, double y, double width) {
      double middle = y + PITCH / 2;
      double at = x + 6;
      g.setPaint(DOTS);
      dot(g, at, middle);
      at = text(g, "a seed", at, middle);
      median(g, at, middle);
      at = text(g, "median (printed at the right, with the range)", at, middle);
      diamond(g, at, middle);
      at = text(g, "the paper, on its own recordings", at, middle);
      meanPredictor(g, at, middle - 5, middle + 5);
      text(g, "mean predictor", at, middle);
    }

    /** The meaning of a sign; returns the place of the next. */
    private static double text(Graphics2D g, String meaning, double at, double middle) {
      return Lettering.drawBeside(g, meaning, at + 6, middle) + 14;
    }
  }
}
