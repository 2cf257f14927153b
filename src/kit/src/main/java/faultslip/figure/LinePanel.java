package faultslip.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/**
 * Lines over time or anything else, with a legend and a note on top.
 *
 * @param lines at least one; their names make the legend
 * @param across what the horizontal axis shows, with its unit
 * @param label what the vertical axis shows, with its unit
 * @param note written at the right of the legend, or below it if there is no room; "" for none
 * @param logarithmic whether the vertical axis is; then all values are positive
 */
record LinePanel(List<Line> lines, String across, String label, String note, boolean logarithmic) implements Panel {
  private static final double SAMPLE = 12;
  private static final double PITCH = FigureStyle.TEXT_SIZE + 2.5;
  private static final double DOT = 3.6;
  private static final double MARGIN = 0.02;

  LinePanel {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new FigureException("A panel without lines cannot be drawn; give at least one.");
    }
  }

  @Override
  public double from() {
    return lowest() - margin();
  }

  @Override
  public double to() {
    return highest() + margin();
  }

  private double lowest() {
    return lines.stream().mapToDouble(line -> line.across().getLowerBound()).min().orElseThrow();
  }

  private double highest() {
    return lines.stream().mapToDouble(line -> line.across().getUpperBound()).max().orElseThrow();
  }

  /** A mark at the end of a line is shown whole. */
  private double margin() {
    return lines.stream().anyMatch(line -> line.mark().isPresent()) ? MARGIN * (highest() - lowest()) : 0;
  }

  @Override
  public XYPlot plot(double width, double height) {
    XYPlot plot = PlotStyle.plot(axis(height, rowsOnTop(width) * PITCH));
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      plot.setDataset(i, line.points());
      plot.setRenderer(i, renderer(line));
    }
    return plot;
  }

  private ValueAxis axis(double height, double headroom) {
    ValueRange extent = lines.stream().map(Line::extent).reduce(ValueRange::and).orElseThrow();
    if (!logarithmic) {
      return extent.axis(height, headroom);
    }
    return extent.logarithmicAxis(height, headroom, 1.01 * extent.high());
  }

  private static XYLineAndShapeRenderer renderer(Line line) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, line.mark().isPresent()) {
      @Override
      public boolean getItemShapeVisible(int series, int item) {
        return line.mark().isPresent() && line.mark().get() == item;
      }
    };
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setSeriesPaint(0, line.colour());
    renderer.setSeriesStroke(0, line.stroke());
    renderer.setSeriesShape(0, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
    return renderer;
  }

  @Override
  public void decorate(Graphics2D g, Rectangle2D axes) {
    Font font = Typeface.regular(FigureStyle.TEXT_SIZE);
    double baseline = axes.getY() + FigureStyle.TEXT_SIZE + 1.5;
    double x = axes.getX() + 5;
    for (Line line : lines) {
      double width = entry(line);
      if (width > 0 && x > axes.getX() + 5 && x + width > axes.getMaxX()) {
        x = axes.getX() + 5;
        baseline += PITCH;
      }
      if (width > 0) {
        double middle = baseline - 0.35 * FigureStyle.TEXT_SIZE;
        g.setPaint(line.colour());
        g.setStroke(line.stroke());
        g.draw(new Line2D.Double(x, middle, x + SAMPLE, middle));
        Lettering.drawBeside(g, line.name(), x + SAMPLE + 3, middle);
        x += width;
      }
    }
    if (!note.isEmpty()) {
      double wide = Lettering.width(font, note);
      boolean beside = x + wide + 5 <= axes.getMaxX();
      g.setPaint(FigureStyle.INK);
      Lettering.draw(g, font, note, beside ? axes.getMaxX() - 5 - wide : axes.getX() + 5,
          beside ? baseline : baseline + PITCH);
    }
  }

  /** Lines of text on top: those of the legend, wrapped, and the note. */
  private int rowsOnTop(double width) {
    double x = 5;
    int rows = 0;
    for (Line line : lines) {
      double wide = entry(line);
      if (wide > 0 && (rows == 0 || (x > 5 && x + wide > width))) {
        rows++;
        x = 5;
      }
      x += wide;
    }
    double wide = Lettering.width(Typeface.regular(FigureStyle.TEXT_SIZE), note);
    return note.isEmpty() ? rows : rows == 0 || x + wide + 5 > width ? rows + 1 : rows;
  }

  /** Room for a line in the legend; none if it has no name. */
  private static double entry(Line line) {
    return line.name().isEmpty() ? 0
        : SAMPLE + 12 + Lettering.width(Typeface.regular(FigureStyle.TEXT_SIZE), line.name());
  }
}
