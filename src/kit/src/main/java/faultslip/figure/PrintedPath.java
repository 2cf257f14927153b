package faultslip.figure;

import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A path with as many points as print can show. Of points that follow each other within 1/600 inch of width the first,
 * the lowest, the highest and the last are kept; of these, none that is nearer than 1/2400 inch to the line past it.
 */
final class PrintedPath {
  private static final double COLUMN = 72.0 / 600;
  private static final double UNSEEN = 72.0 / 2400;

  private final Path2D path;
  private List<Point2D> points = new ArrayList<>();

  private PrintedPath(int windingRule) {
    path = new Path2D.Double(windingRule);
  }

  /** The shape itself if it is none of straight lines from point to point. */
  static Shape of(Shape shape) {
    if (!(shape instanceof Path2D)) {
      return shape;
    }
    PathIterator segments = shape.getPathIterator(null);
    PrintedPath printed = new PrintedPath(segments.getWindingRule());
    double[] at = new double[6];
    for (; !segments.isDone(); segments.next()) {
      switch (segments.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> {
          printed.endLine();
          printed.points.add(new Point2D.Double(at[0], at[1]));
        }
        case PathIterator.SEG_LINETO -> printed.points.add(new Point2D.Double(at[0], at[1]));
        case PathIterator.SEG_CLOSE -> {
          printed.endLine();
          printed.path.closePath();
        }
        default -> {
          return shape;
        }
      }
    }
    printed.endLine();
    return printed.path;
  }

  private void endLine() {
    List<Point2D> kept = straightened(columns(points));
    for (int i = 0; i < kept.size(); i++) {
      if (i == 0) {
        path.moveTo(kept.get(i).getX(), kept.get(i).getY());
      } else {
        path.lineTo(kept.get(i).getX(), kept.get(i).getY());
      }
    }
    points = new ArrayList<>();
  }

  private static List<Point2D> columns(List<Point2D> line) {
    List<Point2D> kept = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= line.size(); i++) {
      if (i == line.size() || column(line.get(i)) != column(line.get(from))) {
        kept.addAll(extremes(line.subList(from, i)));
        from = i;
      }
    }
    return kept;
  }

  private static double column(Point2D point) {
    return Math.floor(point.getX() / COLUMN);
  }

  private static List<Point2D> extremes(List<Point2D> column) {
    if (column.size() <= 4) {
      return column;
    }
    List<Integer> places = IntStream.range(0, column.size()).boxed().toList();
    Comparator<Integer> byHeight = Comparator.comparingDouble(place -> column.get(place).getY());
    return Stream.of(0, Collections.min(places, byHeight), Collections.max(places, byHeight), column.size() - 1)
        .sorted().distinct().map(column::get).toList();
  }

  private static List<Point2D> straightened(List<Point2D> line) {
    List<Point2D> kept = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < line.size(); i++) {
      if (i == 0 || i + 1 == line.size() || !straight(line.subList(from, i + 2))) {
        kept.add(line.get(i));
        from = i;
      }
    }
    return kept;
  }

  /** Whether the points between the first and the last are on the line from one to the other. */
  private static boolean straight(List<Point2D> points) {
    Point2D first = points.get(0);
    Point2D last = points.get(points.size() - 1);
    return points.stream().allMatch(point -> Line2D.ptSegDist(first.getX(), first.getY(), last.getX(), last.getY(),
        point.getX(), point.getY()) < UNSEEN);
  }
}
