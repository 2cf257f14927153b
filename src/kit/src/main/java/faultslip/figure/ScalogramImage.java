package faultslip.figure;

import faultslip.wavelet.Scalogram;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/**
 * A scalogram's real coefficients as an image in its axes, smallest scale on top. Between scales they are
 * interpolated; of a long one, neighbouring columns are averaged.
 */
final class ScalogramImage extends AbstractXYAnnotation {
  private static final int MOST_COLUMNS = 1600;
  private static final int LEAST_ROWS = 128;

  private final transient Scalogram scalogram;
  private final transient BufferedImage image;

  ScalogramImage(Scalogram scalogram, double limit) {
    this.scalogram = scalogram;
    this.image = render(scalogram, limit);
  }

  static BufferedImage render(Scalogram scalogram, double limit) {
    int columns = Math.min(scalogram.length(), MOST_COLUMNS);
    int fold = Math.max(1, (LEAST_ROWS + scalogram.height() - 1) / scalogram.height());
    int rows = fold * scalogram.height();
    BufferedImage image =
        new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_INDEXED, ColourMap.palette());
    double[] column = new double[scalogram.height()];
    for (int c = 0; c < columns; c++) {
      int from = (int) ((long) c * scalogram.length() / columns);
      int to = (int) ((c + 1L) * scalogram.length() / columns);
      for (int j = 0; j < column.length; j++) {
        column[j] = mean(scalogram, j, from, to);
      }
      for (int r = 0; r < rows; r++) {
        double value = between(column, (r + 0.5) / fold - 0.5);
        image.getRaster().setSample(c, r, 0, ColourMap.index(value / limit));
      }
    }
    return image;
  }

  private static double mean(Scalogram scalogram, int scale, int from, int to) {
    double sum = 0;
    for (int n = from; n < to; n++) {
      sum += scalogram.real(scale, n);
    }
    return sum / (to - from);
  }

  private static double between(double[] column, double position) {
    double p = Math.max(0, Math.min(column.length - 1, position));
    int below = (int) Math.min(p, column.length - 2);
    return column[below] + (p - below) * (column[below + 1] - column[below]);
  }

  @Override
  public void draw(Graphics2D g2, XYPlot plot, Rectangle2D area, ValueAxis time, ValueAxis scale, int rendererIndex,
      PlotRenderingInfo info) {
    double half = scalogram.clock().interval() / 2;
    double first = scalogram.clock().timeOf(0) - half;
    double last = scalogram.clock().timeOf(scalogram.length() - 1) + half;
    double left = time.valueToJava2D(first, area, RectangleEdge.BOTTOM);
    double right = time.valueToJava2D(last, area, RectangleEdge.BOTTOM);
    double top = scale.valueToJava2D(ScaleAxis.lower(scalogram.grid()), area, RectangleEdge.LEFT);
    double bottom = scale.valueToJava2D(ScaleAxis.upper(scalogram.grid()), area, RectangleEdge.LEFT);
    AffineTransform place = AffineTransform.getTranslateInstance(left, top);
    place.scale((right - left) / image.getWidth(), (bottom - top) / image.getHeight());
    g2.drawImage(image, place, null);
  }
}
