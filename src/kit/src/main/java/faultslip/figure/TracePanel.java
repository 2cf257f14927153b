package faultslip.figure;

import faultslip.series.Series;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;

/**
 * One series over time, with parts of its recording shaded.
 *
 * @param series what to show, in its unit
 * @param colour of its line
 * @param splits shaded; may be empty
 * @param named whether the splits' labels are written into this panel
 */
public record TracePanel(Series series, Color colour, List<ShadedSpan> splits, boolean named) implements Panel {

  /** One series alone. */
  static TracePanel of(Series series, Color colour) {
    return new TracePanel(series, colour, List.of(), false);
  }

  public TracePanel {
    splits = List.copyOf(splits);
  }

  @Override
  public double from() {
    return series.clock().timeOf(0);
  }

  @Override
  public double to() {
    return series.clock().timeOf(series.length() - 1);
  }

  @Override
  public String label() {
    return decade().label(series);
  }

  @Override
  public XYPlot plot(double width, double height) {
    double headroom = named && !splits.isEmpty() ? FigureStyle.TEXT_SIZE + 2 : 0;
    XYPlot plot = PlotStyle.plot(decade().apply(ValueRange.of(series)).axis(height, headroom));
    plot.setDataset(SeriesDataset.line(decade().apply(series)));
    plot.setRenderer(PlotStyle.line(colour, FigureStyle.TRUTH_LINE));
    for (ShadedSpan split : splits) {
      plot.addDomainMarker(new IntervalMarker(split.from(), split.to(), split.shade(), FigureStyle.AXIS_LINE, null,
          null, 1), Layer.BACKGROUND);
    }
    return plot;
  }

  private Decade decade() {
    return Decade.of(ValueRange.of(series));
  }

  @Override
  public void decorate(Graphics2D g, Rectangle2D axes) {
    if (!named) {
      return;
    }
    Font font = Typeface.regular(FigureStyle.TEXT_SIZE);
    double perSecond = axes.getWidth() / Math.max(to() - from(), Double.MIN_NORMAL);
    g.setPaint(FigureStyle.INK);
    for (ShadedSpan split : splits) {
      double middle = axes.getX() + ((split.from() + split.to()) / 2 - from()) * perSecond;
      String label = fitting(split.label(), font, (split.to() - split.from()) * perSecond);
      Lettering.draw(g, font, label, middle - Lettering.width(font, label) / 2, axes.getY() + font.getSize2D() + 1);
    }
  }

  /** A label too long for its split is cut to "val." */
  private static String fitting(String label, Font font, double width) {
    return label.length() < 5 || Lettering.width(font, label) <= width ? label : label.substring(0, 3) + ".";
  }
}
