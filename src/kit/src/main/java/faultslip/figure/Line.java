package faultslip.figure;

import faultslip.series.Series;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** A line of a {@link LinePanel}, of at least one point; its name is "" for none in the legend; dots go by index. */
record Line(String name, List<Point> points, Color colour, Look look, IntPredicate dotted) {
  /** Length of the piece of the line in a legend. */
  static final double SAMPLE = 12;
  /** A longer series than twice so many samples is drawn as the extremes of so many bins. */
  private static final int BINS = 2000;
  private static final double DOT = 3.8;
  private static final double CAP = 1.5;
  private static final int RANGE_OPACITY = 45;

  /**
   * A line alone; one through a band from low to high; one through a range of its own colour; points joined, with bars
   * from low to high; points alone.
   */
  enum Look { SOLID, DASHED, BAND, RANGE, BARS, DOTS }

  /** A value at a place of the horizontal axis, and between what it may lie. */
  record Point(double x, double y, double low, double high) {}

  static Line of(String name, double[] x, double[] y, Color colour) {
    List<Point> points = IntStream.range(0, x.length).mapToObj(i -> new Point(x[i], y[i], y[i], y[i])).toList();
    return new Line(name, points, colour, Look.SOLID, i -> false);
  }

  /** A series over time, times a factor, a long one reduced without loss of a burst, in a band of ± the deviation. */
  static Line of(String name, Series series, Optional<Series> deviation, double factor, Color colour) {
    int bin = series.length() <= 2 * BINS ? 1 : (series.length() + BINS - 1) / BINS;
    List<Point> points = IntStream.of(ValueRange.extremes(series, bin)).distinct().mapToObj(i -> {
      double low = series.value(i);
      double high = series.value(i);
      // The band of a bin is as wide as that of its widest sample.
      for (int n = i / bin * bin; deviation.isPresent() && n < Math.min((i / bin + 1) * bin, series.length()); n++) {
        low = Math.min(low, series.value(n) - deviation.get().value(n));
        high = Math.max(high, series.value(n) + deviation.get().value(n));
      }
      return new Point(series.clock().timeOf(i), factor * series.value(i), factor * low, factor * high);
    }).toList();
    return new Line(name, points, colour, deviation.isPresent() ? Look.BAND : Look.SOLID, i -> false);
  }

  /** Points alone. */
  static Line dots(String name, double[] x, double[] y, Color colour) {
    return new Line(name, of(name, x, y, colour).points, colour, Look.DOTS, i -> true);
  }

  Line dashed() {
    return new Line(name, points, colour, Look.DASHED, dotted);
  }

  ValueRange across() {
    return ValueRange.of(points.stream().mapToDouble(Point::x).toArray());
  }

  ValueRange extent() {
    return ValueRange.of(points.stream().mapToDouble(Point::low).toArray())
        .and(ValueRange.of(points.stream().mapToDouble(Point::high).toArray()));
  }

  /** Draws the band, which all lines lie over. */
  void drawBand(Graphics2D g, Axes axes) {
    if (look == Look.BAND || look == Look.RANGE) {
      List<Point> back = new ArrayList<>(points);
      Collections.reverse(back);
      Path2D band = path(points, axes, Point::high);
      band.append(path(back, axes, Point::low), true);
      band.closePath();
      g.setPaint(bandColour());
      g.fill(band);
    }
  }

  // Those of several lines lie over each other.
  private Color bandColour() {
    return look == Look.BAND ? FigureStyle.BAND
        : new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), RANGE_OPACITY);
  }

  void draw(Graphics2D g, Axes axes) {
    stroke(g);
    if (look != Look.DOTS) {
      g.draw(path(points, axes, Point::y));
    }
    g.setStroke(FigureStyle.TRUTH_LINE);
    IntStream.range(0, points.size()).filter(dotted).mapToObj(points::get)
        .forEach(point -> g.fill(dot(axes.x(point.x()), axes.y(point.y()))));
    for (Point point : look == Look.BARS ? points : List.<Point>of()) {
      double x = axes.x(point.x());
      double low = axes.y(point.low());
      double high = axes.y(point.high());
      g.draw(new Line2D.Double(x, low, x, high));
      g.draw(new Line2D.Double(x - CAP, low, x + CAP, low));
      g.draw(new Line2D.Double(x - CAP, high, x + CAP, high));
    }
  }

  private static Path2D path(List<Point> points, Axes axes, ToDoubleFunction<Point> height) {
    return axes.path(points.stream()
        .<Point2D>map(point -> new Point2D.Double(point.x(), height.applyAsDouble(point))).toList());
  }

  /** Draws a piece of the line into a legend. */
  void drawSample(Graphics2D g, double x, double middle) {
    if (look == Look.BAND || look == Look.RANGE) {
      g.setPaint(bandColour());
      g.fill(new Rectangle2D.Double(x, middle - 2.5, SAMPLE, 5));
    }
    stroke(g);
    if (look == Look.DOTS) {
      g.fill(dot(x + SAMPLE / 2, middle));
    } else {
      g.draw(new Line2D.Double(x, middle, x + SAMPLE, middle));
    }
  }

  private static Ellipse2D dot(double x, double y) {
    return new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT);
  }

  private void stroke(Graphics2D g) {
    g.setPaint(colour);
    g.setStroke(look == Look.DASHED ? FigureStyle.DASHES
        : look == Look.BARS ? FigureStyle.MARK_LINE : FigureStyle.TRUTH_LINE);
  }
}
