package faultslip.figure;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A path with as many points as print can show: of points that follow each other within 1/600 inch of width the first,
 * the lowest, the highest and the last.
 */
final class PrintedPath {
  private static final double COLUMN = 72.0 / 600;

  private final Path2D reduced;
  private final List<Point2D> column = new ArrayList<>();

  private PrintedPath(int windingRule) {
    reduced = new Path2D.Double(windingRule);
  }

  /** The shape itself if it is none of straight lines from point to point. */
  static Shape of(Shape shape) {
    if (!(shape instanceof Path2D)) {
      return shape;
    }
    PathIterator path = shape.getPathIterator(null);
    PrintedPath printed = new PrintedPath(path.getWindingRule());
    double[] at = new double[6];
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> {
          printed.endColumn();
          printed.reduced.moveTo(at[0], at[1]);
        }
        case PathIterator.SEG_LINETO -> printed.lineTo(new Point2D.Double(at[0], at[1]));
        case PathIterator.SEG_CLOSE -> {
          printed.endColumn();
          printed.reduced.closePath();
        }
        default -> {
          return shape;
        }
      }
    }
    printed.endColumn();
    return printed.reduced;
  }

  private void lineTo(Point2D point) {
    if (!column.isEmpty() && Math.floor(point.getX() / COLUMN) != Math.floor(column.get(0).getX() / COLUMN)) {
      endColumn();
    }
    column.add(point);
  }

  private void endColumn() {
    if (column.size() > 4) {
      Comparator<Point2D> byHeight = Comparator.comparingDouble(Point2D::getY);
      List<Point2D> kept = List.of(column.get(0), column.stream().min(byHeight).orElseThrow(),
          column.stream().max(byHeight).orElseThrow(), column.get(column.size() - 1));
      // Points are told apart by identity: two of them may be alike.
      column.removeIf(point -> kept.stream().noneMatch(one -> one == point));
    }
    column.forEach(point -> reduced.lineTo(point.getX(), point.getY()));
    column.clear();
  }
}
