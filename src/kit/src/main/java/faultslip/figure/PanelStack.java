package faultslip.figure;

import faultslip.series.Recording;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of panels, at least one, from top to bottom on one horizontal axis, mostly of time. */
record PanelStack(List<Row> rows) implements Figure.Drawing {
  /** Room below the last axes, for ticks and label. */
  static final double BOTTOM = 23;
  /** From the lower edge of the axes to the base line of their label. */
  static final double LABEL = 19;
  private static final double LEFT = 38;
  private static final double RIGHT = 6;
  private static final double GAP = 5;
  private static final double HEADING = 15;
  /** From the axis to its label, less the tick labels between. */
  private static final double TICK_GAP = 7;
  /** Room kept for tick labels, so that the axis labels of most panels are in one line. */
  private static final double LEAST_TICKS = 14;

  /** One set of axes, mostly over time; the layout gives it its horizontal axis and its place. */
  interface Panel {

    /** What its horizontal axis has to show, in seconds or what else lies across. */
    ValueRange range();

    /** What the horizontal axis shows, with its unit; the same for all panels of a stack. */
    default String across() {
      return "Time (s)";
    }

    /** What the vertical axis shows, with its unit: "Shear stress (MPa)". */
    String label();

    /** Its vertical axis, for axes of this width and height, in points. */
    Axis axis(double width, double height);

    /** Draws the data and what lies over them: legend, caption. Drawing is clipped to the axes. */
    void draw(Graphics2D g, Axes axes);

    /** Room that the key to its colours takes at its right, in points; 0 if there is none. */
    default double keyRoom() {
      return 0;
    }

    /** Draws the key to its colours, to the right of the axes. */
    default void drawKey(Graphics2D g, Axes axes) {}
  }

  /** Axes of a height in millimetres; above them a tag such as "(a)", bold, and a heading, each "" for none. */
  record Row(Panel panel, double heightMm, String tag, String heading) {

    private double above() {
      return tag.isEmpty() && heading.isEmpty() ? GAP : HEADING;
    }

    private double height() {
      return heightMm * FigureStyle.POINTS_PER_MM;
    }
  }

  static PanelStack of(Row... rows) {
    return new PanelStack(List.of(rows));
  }

  /** A recording, emission above fault state, so high each, parts shaded and named, with upright marks, in seconds. */
  static PanelStack of(Recording recording, List<ShadedSpan> spans, double heightMm, String tag, String heading,
      double... marks) {
    LinePanel emission = LinePanel.of(recording.emission(), FigureStyle.EMISSION).shaded(spans, true).marked(marks);
    LinePanel fault = LinePanel.of(recording.fault(), FigureStyle.INK).shaded(spans, false).marked(marks);
    return of(new Row(emission, heightMm, tag, heading), new Row(fault, heightMm, "", ""));
  }

  /** One a row of a figure, or two abreast if there is more than one. */
  static List<List<PanelStack>> abreast(List<PanelStack> stacks) {
    return IntStream.range(0, (stacks.size() + 1) / 2)
        .mapToObj(i -> stacks.subList(2 * i, Math.min(2 * i + 2, stacks.size()))).toList();
  }

  @Override
  public double height() {
    return rows.stream().mapToDouble(row -> row.above() + row.height()).sum() + BOTTOM;
  }

  @Override
  public void draw(Graphics2D g, double x, double y, double width) {
    double right = RIGHT + rows.stream().mapToDouble(row -> row.panel().keyRoom()).max().orElseThrow();
    ValueRange range = rows.stream().map(row -> row.panel().range()).reduce(ValueRange::and).orElseThrow();
    double widen = range.low() < range.high() ? 0 : 0.5;
    Axis across = Axis.of(Axis.Kind.LINEAR, range.low() - widen, range.high() + widen);
    double top = y;
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Lettering.drawHeading(g, row.tag(), row.heading(), x, LEFT, top + HEADING - 4.5);
      top += row.above();
      Rectangle2D place = new Rectangle2D.Double(x + LEFT, top, width - LEFT - right, row.height());
      Axes axes = new Axes(place, across, row.panel().axis(place.getWidth(), place.getHeight()));
      Shape clip = g.getClip();
      g.clip(place);
      row.panel().draw(g, axes);
      g.setClip(clip);
      double ticks = Math.max(LEAST_TICKS, axes.frame(g, i == rows.size() - 1));
      row.panel().drawKey(g, axes);
      Lettering.drawUpward(g, row.panel().label(), place.getX() - ticks - TICK_GAP, place.getCenterY(),
          place.getHeight());
      top += row.height();
    }
    Lettering.drawCentred(g, rows.get(0).panel().across(), x + LEFT + (width - LEFT - right) / 2, top + LABEL);
  }
}
