package faultslip.figure;

import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** What all axes have in common: thin lines, short ticks outside, labels of one size. */
final class AxisLook {
  static final float TICK_LENGTH = 2.5f;
  private static final double CLEAR = 3;

  private AxisLook() {
  }

  static void apply(ValueAxis axis) {
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
