package faultslip.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;

/**
 * Panels one above another on one horizontal axis, mostly of time.
 *
 * @param rows from top to bottom, at least one
 */
public record PanelStack(List<Row> rows) implements Drawing {
  private static final double LEFT = 38;
  private static final double RIGHT = 6;
  private static final double RIGHT_OF_BAR = 37;
  private static final double BAR_GAP = 4;
  private static final double BAR_WIDTH = 6;
  private static final double GAP = 5;
  private static final double HEADING = 15;
  private static final double BOTTOM = 23;
  /** From the axis to its label, less the tick labels between. */
  private static final double TICK_GAP = 7;
  /** Room kept for tick labels, so that the axis labels of most panels are in one line. */
  private static final double LEAST_TICKS = 14;

  /**
   * A panel and its heading.
   *
   * @param panel what is shown
   * @param heightMm height of its axes, in millimetres
   * @param tag "(a)", printed bold before the heading; "" for none
   * @param heading printed above the axes; "" for none
   * @param marks places along the horizontal axis of thin upright lines behind the data, as for failures; those outside
   *     the panel are dropped
   * @param margin left and right of the data, as a share of their width: a curve that turns there is seen to turn
   */
  public record Row(Panel panel, double heightMm, String tag, String heading, List<Double> marks, double margin) {

    /** Keeps the marks that the panel shows. */
    public Row {
      double from = panel.from();
      double to = panel.to();
      marks = marks.stream().filter(mark -> mark >= from && mark <= to).toList();
    }

    /** A panel without marks and margin. */
    public Row(Panel panel, double heightMm, String tag, String heading) {
      this(panel, heightMm, tag, heading, List.of(), 0);
    }

    /** A panel without tag and heading. */
    public static Row of(Panel panel, double heightMm) {
      return new Row(panel, heightMm, "", "");
    }

    /** Draws upright lines behind the data. */
    public Row marked(List<Double> places) {
      return new Row(panel, heightMm, tag, heading, places, margin);
    }

    private double from() {
      return panel.from() - margin * (panel.to() - panel.from());
    }

    private double to() {
      return panel.to() + margin * (panel.to() - panel.from());
    }

    private double above() {
      return tag.isEmpty() && heading.isEmpty() ? GAP : HEADING;
    }

    private double height() {
      return heightMm * FigureStyle.POINTS_PER_MM;
    }
  }

  /** @throws FigureException if there is no row */
  public PanelStack {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new FigureException("A stack of no panels cannot be drawn; give at least one.");
    }
  }

  /** Panels from top to bottom. */
  public static PanelStack of(Row... rows) {
    return new PanelStack(List.of(rows));
  }

  /** One a row of a figure, or two abreast if there is more than one. */
  static List<List<PanelStack>> abreast(List<PanelStack> stacks) {
    List<List<PanelStack>> figure = new ArrayList<>();
    for (int i = 0; i < stacks.size(); i += 2) {
      figure.add(stacks.subList(i, Math.min(i + 2, stacks.size())));
    }
    return figure;
  }

  /** Height with headings and horizontal axis, in points. */
  @Override
  public double height() {
    return rows.stream().mapToDouble(row -> row.above() + row.height()).sum() + BOTTOM;
  }

  @Override
  public void draw(Graphics2D g, double x, double y, double width) {
    double right = rows.stream().anyMatch(row -> row.panel().colourBar().isPresent()) ? RIGHT_OF_BAR : RIGHT;
    double top = y;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Lettering.drawHeading(g, row.tag(), row.heading(), x, LEFT, top + HEADING - 4.5);
      top += row.above();
      Rectangle2D axes = new Rectangle2D.Double(x + LEFT, top, width - LEFT - right, row.height());
      panel(g, row, axes, x, i == rows.size() - 1);
      top += row.height();
    }
    Lettering.drawCentred(g, rows.get(0).panel().across(), x + LEFT + (width - LEFT - right) / 2, top + 19);
  }

  private void panel(Graphics2D g, Row row, Rectangle2D axes, double x, boolean last) {
    Panel panel = row.panel();
    DecimalAxis time = timeAxis();
    time.setTickLabelsVisible(last);
    XYPlot plot = panel.plot(axes.getWidth(), axes.getHeight());
    plot.setDomainAxis(time);
    for (double mark : row.marks()) {
      plot.addDomainMarker(new ValueMarker(mark, FigureStyle.FAILURE, FigureStyle.MARK_LINE), Layer.BACKGROUND);
    }
    // Space given, not asked of the axes: so all axes of a figure are of one width.
    AxisSpace beside = new AxisSpace();
    beside.setLeft(LEFT);
    AxisSpace below = new AxisSpace();
    below.setBottom(BOTTOM);
    plot.setFixedRangeAxisSpace(beside);
    plot.setFixedDomainAxisSpace(below);
    plot.draw(g, new Rectangle2D.Double(axes.getX() - LEFT, axes.getY(), axes.getWidth() + LEFT,
        axes.getHeight() + BOTTOM), null, null, null);
    panel.decorate(g, axes);
    panel.colourBar().ifPresent(bar -> bar.draw(g,
        new Rectangle2D.Double(axes.getMaxX() + BAR_GAP, axes.getY(), BAR_WIDTH, axes.getHeight())));
    g.setPaint(FigureStyle.INK);
    Font font = Typeface.regular(FigureStyle.TEXT_SIZE);
    double ticks = Math.max(LEAST_TICKS, widestTick(g, plot, axes, font));
    Lettering.drawUpward(g, font, panel.label(), x + LEFT - ticks - TICK_GAP, axes.getCenterY(), axes.getHeight());
  }

  private static double widestTick(Graphics2D g, XYPlot plot, Rectangle2D axes, Font font) {
    List<?> ticks = plot.getRangeAxis().refreshTicks(g, new AxisState(), axes, RectangleEdge.LEFT);
    return ticks.stream().mapToDouble(tick -> Lettering.width(font, ((Tick) tick).getText())).max().orElse(0);
  }

  private DecimalAxis timeAxis() {
    double from = rows.stream().mapToDouble(Row::from).min().orElseThrow();
    double to = rows.stream().mapToDouble(Row::to).max().orElseThrow();
    return from < to ? new DecimalAxis(from, to) : new DecimalAxis(from - 0.5, to + 0.5);
  }
}
