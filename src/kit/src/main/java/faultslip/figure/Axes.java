package faultslip.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A place on paper, in points, framed by a horizontal axis, across, and a vertical one, up. */
record Axes(Rectangle2D place, Axis across, Axis up) {
  static final double TICK = 2.5;
  /** A point nearer than this to the line past it is left out, in points: 1/1200 inch. */
  private static final double UNSEEN = 72.0 / 1200;

  /** Where a value of the horizontal axis lies on the page. */
  double x(double value) {
    return place.getX() + across.share(value) * place.getWidth();
  }

  /** Where a value of the vertical axis lies on the page. */
  double y(double value) {
    return place.getMaxY() - up.share(value) * place.getHeight();
  }

  /** A line through values, with no more points than print can show: Douglas and Peucker (1973). */
  Path2D path(List<Point2D> values) {
    List<Point2D> points =
        values.stream().<Point2D>map(value -> new Point2D.Double(x(value.getX()), y(value.getY()))).toList();
    Path2D path = new Path2D.Double();
    path.moveTo(points.get(0).getX(), points.get(0).getY());
    simplify(points, path);
    return path;
  }

  /** Draws a straight line to the last point if no point is far from it, else two such parts. */
  private static void simplify(List<Point2D> points, Path2D path) {
    Point2D last = points.get(points.size() - 1);
    Line2D straight = new Line2D.Double(points.get(0), last);
    int farthest = IntStream.range(0, points.size()).boxed()
        .max(Comparator.comparingDouble(i -> straight.ptSegDist(points.get(i)))).orElseThrow();
    if (straight.ptSegDist(points.get(farthest)) < UNSEEN) {
      path.lineTo(last.getX(), last.getY());
    } else {
      simplify(points.subList(0, farthest + 1), path);
      simplify(points.subList(farthest, points.size()), path);
    }
  }

  /** Draws light lines at the ticks of one axis. */
  void grid(Graphics2D g, boolean upright) {
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_NORMALIZE);
    g.setPaint(FigureStyle.GRID);
    g.setStroke(FigureStyle.GRID_LINE);
    for (Axis.Tick tick : upright ? across.ticks(place.getWidth(), true) : up.ticks(place.getHeight(), false)) {
      g.draw(upright ? new Line2D.Double(x(tick.value()), place.getY(), x(tick.value()), place.getMaxY())
          : new Line2D.Double(place.getX(), y(tick.value()), place.getMaxX(), y(tick.value())));
    }
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  /** Draws frame and ticks, labels below only if told to; returns how wide the widest at the left is, in points. */
  double frame(Graphics2D g, boolean labelled) {
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_NORMALIZE);
    g.setPaint(FigureStyle.INK);
    g.setStroke(FigureStyle.AXIS_LINE);
    g.draw(place);
    for (Axis.Tick tick : across.ticks(place.getWidth(), true)) {
      double x = x(tick.value());
      g.draw(new Line2D.Double(x, place.getMaxY(), x, place.getMaxY() + TICK));
      Lettering.drawCentred(g, labelled ? tick.label() : "", x, place.getMaxY() + 10);
    }
    double widest = 0;
    for (Axis.Tick tick : up.ticks(place.getHeight(), false)) {
      double y = y(tick.value());
      double wide = Lettering.width(tick.label());
      g.draw(new Line2D.Double(place.getX() - TICK, y, place.getX(), y));
      Lettering.drawBeside(g, tick.label(), place.getX() - TICK - 2 - wide, y);
      widest = Math.max(widest, wide);
    }
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return widest;
  }
}
