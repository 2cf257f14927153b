package faultslip.figure;

import faultslip.gouge.Spread;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * Medians as dots joined by a line, each with a bar from the first to the third quartile.
 *
 * @param places along the horizontal axis, ascending, at least one
 * @param spreads one a place
 * @param across what the horizontal axis shows, with its unit
 * @param label what the vertical axis shows, with its unit
 * @param colour of dots and bars
 * @param logarithmic whether the vertical axis is, and all values are positive; else it begins at 0
 */
record SpreadPanel(List<Double> places, List<Spread> spreads, String across, String label, Color colour,
    boolean logarithmic) implements Panel {
  private static final double DOT = 4;
  private static final double MARGIN = 0.08;
  /** Least ratio of the ends of a logarithmic axis: what hardly changes shall look so. */
  private static final double LEAST_FACTOR = 5;

  SpreadPanel {
    places = List.copyOf(places);
    spreads = List.copyOf(spreads);
    if (places.isEmpty() || places.size() != spreads.size()) {
      throw new FigureException("%d places and %d spreads cannot be drawn; give one spread a place, at least one."
          .formatted(places.size(), spreads.size()));
    }
  }

  @Override
  public double from() {
    return places.get(0) - margin();
  }

  @Override
  public double to() {
    return places.get(places.size() - 1) + margin();
  }

  private double margin() {
    return MARGIN * (places.get(places.size() - 1) - places.get(0));
  }

  @Override
  public XYPlot plot(double width, double height) {
    XYIntervalSeries series = new XYIntervalSeries(label);
    for (int i = 0; i < places.size(); i++) {
      double x = places.get(i);
      Spread spread = spreads.get(i);
      series.add(x, x, x, spread.median(), spread.low(), spread.high());
    }
    XYIntervalSeriesCollection dataset = new XYIntervalSeriesCollection();
    dataset.addSeries(series);
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawXError(false);
    renderer.setCapLength(3);
    renderer.setErrorStroke(FigureStyle.TRUTH_LINE);
    renderer.setDefaultLinesVisible(true);
    renderer.setSeriesPaint(0, colour);
    renderer.setSeriesStroke(0, FigureStyle.MARK_LINE);
    renderer.setSeriesShape(0, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
    XYPlot plot = PlotStyle.plot(axis(height));
    plot.setDataset(dataset);
    plot.setRenderer(renderer);
    return plot;
  }

  private ValueAxis axis(double height) {
    double low = spreads.stream().mapToDouble(Spread::low).min().orElseThrow();
    double high = spreads.stream().mapToDouble(Spread::high).max().orElseThrow();
    if (!logarithmic) {
      return new ValueRange(Math.min(0, low), high).axis(height, 0);
    }
    double widen = Math.max(1, Math.sqrt(LEAST_FACTOR * low / high));
    ValueRange widened = new ValueRange(low / widen, high * widen);
    return widened.logarithmicAxis(height, 0, Double.POSITIVE_INFINITY);
  }

  @Override
  public void decorate(Graphics2D g, Rectangle2D axes) {
    // Nothing lies over the plot: dots and bars are explained by the figure.
  }
}
