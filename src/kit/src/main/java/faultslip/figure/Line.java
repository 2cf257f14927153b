package faultslip.figure;

import faultslip.series.Series;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import java.util.Optional;
import org.jfree.data.Range;
import org.jfree.data.general.DatasetUtils;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;

/**
 * A line of a {@link LinePanel}.
 *
 * @param name in the legend; "" for none
 * @param points one series, ascending along the horizontal axis
 * @param colour of the line
 * @param stroke of the line
 * @param mark index of a point to be marked by a dot, if there is one
 */
record Line(String name, XYDataset points, Color colour, Stroke stroke, Optional<Integer> mark) {
  private static final Stroke DASHED =
      new BasicStroke(0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2.5f, 1.5f}, 0);

  static Line of(String name, double[] x, double[] y, Color colour) {
    DefaultXYDataset points = new DefaultXYDataset();
    points.addSeries(name, new double[][] {x, y});
    return new Line(name, points, colour, FigureStyle.TRUTH_LINE, Optional.empty());
  }

  static Line of(String name, Series series, Color colour) {
    return new Line(name, SeriesDataset.line(series), colour, FigureStyle.TRUTH_LINE, Optional.empty());
  }

  Line dashed() {
    return new Line(name, points, colour, DASHED, mark);
  }

  Line withMark(int point) {
    return new Line(name, points, colour, stroke, Optional.of(point));
  }

  Range across() {
    return DatasetUtils.findDomainBounds(points, false);
  }

  ValueRange extent() {
    Range range = DatasetUtils.findRangeBounds(points, false);
    return new ValueRange(range.getLowerBound(), range.getUpperBound());
  }
}
