package faultslip.figure;

import faultslip.wavelet.Scalogram;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** Hatching over the scales that the ends of the series reach into (Torrence &amp; Compo 1998, section 3g). */
final class ConeOfInfluence extends AbstractXYAnnotation {
  private final transient Scalogram scalogram;
  private final double lower;
  private final double upper;

  ConeOfInfluence(Scalogram scalogram) {
    this.scalogram = scalogram;
    this.lower = ScaleAxis.lower(scalogram.grid());
    this.upper = ScaleAxis.upper(scalogram.grid());
  }

  /**
   * The closed region of scales above the largest that is free of edge effects.
   *
   * @param x from time in seconds to the page
   * @param y from scale in seconds to the page
   */
  Path2D region(DoubleUnaryOperator x, DoubleUnaryOperator y) {
    Path2D region = new Path2D.Double();
    double half = scalogram.clock().interval() / 2;
    double start = scalogram.clock().timeOf(0) - half;
    double end = scalogram.clock().timeOf(scalogram.length() - 1) + half;
    region.moveTo(x.applyAsDouble(start), y.applyAsDouble(upper));
    region.lineTo(x.applyAsDouble(start), y.applyAsDouble(lower));
    double[] cone = scalogram.coneOfInfluence();
    for (int n = 0; n < cone.length; n++) {
      if (bounds(cone, n)) {
        double scale = Math.max(lower, Math.min(upper, cone[n]));
        region.lineTo(x.applyAsDouble(scalogram.clock().timeOf(n)), y.applyAsDouble(scale));
      }
    }
    region.lineTo(x.applyAsDouble(end), y.applyAsDouble(lower));
    region.lineTo(x.applyAsDouble(end), y.applyAsDouble(upper));
    region.closePath();
    return region;
  }

  /** Its border inside the axes. */
  private Path2D border(DoubleUnaryOperator x, DoubleUnaryOperator y) {
    Path2D border = new Path2D.Double();
    double[] cone = scalogram.coneOfInfluence();
    boolean drawing = false;
    for (int n = 0; n < cone.length; n++) {
      if (!bounds(cone, n)) {
        drawing = false;
        continue;
      }
      double px = x.applyAsDouble(scalogram.clock().timeOf(n));
      double py = y.applyAsDouble(Math.max(lower, Math.min(upper, cone[n])));
      if (drawing) {
        border.lineTo(px, py);
      } else {
        border.moveTo(px, py);
      }
      drawing = true;
    }
    return border;
  }

  /** Whether the cone passes this column within the axes, or next to it: in mid-series it is often far above. */
  private boolean bounds(double[] cone, int n) {
    return cone[n] < upper || (n > 0 && cone[n - 1] < upper) || (n + 1 < cone.length && cone[n + 1] < upper);
  }

  @Override
  public void draw(Graphics2D g2, XYPlot plot, Rectangle2D area, ValueAxis time, ValueAxis scale, int rendererIndex,
      PlotRenderingInfo info) {
    DoubleUnaryOperator x = t -> time.valueToJava2D(t, area, RectangleEdge.BOTTOM);
    DoubleUnaryOperator y = s -> scale.valueToJava2D(s, area, RectangleEdge.LEFT);
    Shape clip = g2.getClip();
    g2.clip(region(x, y));
    g2.setPaint(FigureStyle.CONE);
    g2.setStroke(FigureStyle.HATCH_LINE);
    double height = area.getHeight();
    for (double left = area.getMinX() - height; left < area.getMaxX(); left += FigureStyle.HATCH_SPACING) {
      g2.draw(new Line2D.Double(left, area.getMaxY(), left + height, area.getMinY()));
    }
    g2.setClip(clip);
    g2.setStroke(FigureStyle.CONE_LINE);
    g2.draw(border(x, y));
  }
}
