package faultslip.figure;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** Samples of lines, each before its name, wrapped to a width; lines of no name are left out. */
record Legend(List<Entry> entries) {
  static final double INSET = 5;
  static final double PITCH = FigureStyle.TEXT_SIZE + 2.5;
  private static final double AFTER_SAMPLE = 3;
  private static final double BETWEEN = 9;

  /** A line whose sample is so many points from the left, in a row from 0. */
  record Entry(Line line, double x, int row) {
    private double end() {
      return x + wide(line);
    }
  }

  static Legend of(List<Line> lines, double width) {
    List<Entry> entries = new ArrayList<>();
    double x = INSET;
    int row = 0;
    for (Line line : lines.stream().filter(candidate -> !candidate.name().isEmpty()).toList()) {
      if (x > INSET && x + wide(line) > width) {
        x = INSET;
        row++;
      }
      entries.add(new Entry(line, x, row));
      x += wide(line);
    }
    return new Legend(entries);
  }

  private static double wide(Line line) {
    return Line.SAMPLE + AFTER_SAMPLE + Lettering.width(line.name()) + BETWEEN;
  }

  int rows() {
    return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).row + 1;
  }

  /** How far its last row reaches, in points. */
  double end() {
    return entries.isEmpty() ? INSET : entries.get(entries.size() - 1).end();
  }

  void draw(Graphics2D g, double x, double y) {
    for (Entry entry : entries) {
      double middle = middle(y, entry.row);
      entry.line.drawSample(g, x + entry.x, middle);
      Lettering.drawBeside(g, entry.line.name(), x + entry.x + Line.SAMPLE + AFTER_SAMPLE, middle);
    }
  }

  /** The middle of a row's text, in a legend from there down. */
  static double middle(double y, int row) {
    return y + 0.65 * FigureStyle.TEXT_SIZE + 1.5 + row * PITCH;
  }
}
