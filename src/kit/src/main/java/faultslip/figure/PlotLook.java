package faultslip.figure;

import java.awt.Color;
import java.awt.Paint;
import java.awt.Stroke;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;

/** What all plots have in common: white ground, thin frame, light horizontal grid, lines without markers. */
final class PlotLook {

  private PlotLook() {
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
}
