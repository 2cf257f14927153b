package faultslip.figure;

import java.awt.Color;
import java.awt.Paint;
import java.awt.Stroke;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/**
 * What all plots and axes have in common: white ground, thin frame, light horizontal grid, lines without markers; thin
 * axis lines, short ticks outside, labels of one size.
 */
final class PlotStyle {
  static final float TICK_LENGTH = 2.5f;
  private static final double CLEAR = 3;

  private PlotStyle() {
  }

  static XYPlot plot(ValueAxis range) {
    XYPlot plot = new XYPlot(null, null, range, null);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlinePaint(FigureStyle.INK);
    plot.setOutlineStroke(FigureStyle.AXIS_LINE);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(FigureStyle.GRID);
    plot.setRangeGridlineStroke(FigureStyle.GRID_LINE);
    return plot;
  }

  static XYLineAndShapeRenderer line(Paint paint, Stroke stroke) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setSeriesPaint(0, paint);
    renderer.setSeriesStroke(0, stroke);
    return renderer;
  }

  static void axis(ValueAxis axis) {
    axis.setTickLabelFont(Typeface.regular(FigureStyle.TEXT_SIZE));
    axis.setLabelFont(Typeface.regular(FigureStyle.TEXT_SIZE));
    axis.setTickLabelPaint(FigureStyle.INK);
    axis.setAxisLinePaint(FigureStyle.INK);
    axis.setAxisLineStroke(FigureStyle.AXIS_LINE);
    axis.setTickMarkPaint(FigureStyle.INK);
    axis.setTickMarkStroke(FigureStyle.AXIS_LINE);
    axis.setTickMarkOutsideLength(TICK_LENGTH);
    axis.setTickLabelInsets(new RectangleInsets(1, 1.5, 1, 1.5));
    axis.setAutoRange(false);
    axis.setLowerMargin(0);
    axis.setUpperMargin(0);
  }

  static TextAnchor anchor(RectangleEdge edge) {
    if (RectangleEdge.isTopOrBottom(edge)) {
      return TextAnchor.TOP_CENTER;
    }
    return edge.equals(RectangleEdge.LEFT) ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT;
  }

  static boolean clearOfEnds(double y, Rectangle2D area) {
    return y > area.getMinY() + CLEAR && y < area.getMaxY() - CLEAR;
  }
}
