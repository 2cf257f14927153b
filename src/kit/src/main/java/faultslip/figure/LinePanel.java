package faultslip.figure;

import faultslip.series.Series;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Lines, their legend and a note, before upright marks and shaded spans; set up by chained calls, then only drawn. */
final class LinePanel implements PanelStack.Panel {
  private final String across;
  private final String label;
  private final List<Line> lines;
  private ValueRange shown;
  private Axis.Kind kind = Axis.Kind.LINEAR;
  private double margin;
  private String note = "";
  private List<ShadedSpan> spans = List.of();
  private boolean spansNamed;
  private double[] marks = {};

  /** A linear panel of all its lines, at least one, whose names make the legend; across and label name the axes. */
  LinePanel(String across, String label, List<Line> lines) {
    this.across = across;
    this.label = label;
    this.lines = List.copyOf(lines);
    this.shown = lines.stream().map(Line::extent).reduce(ValueRange::and).orElseThrow();
  }

  static LinePanel of(Series series, Color colour) {
    ValueRange extent = ValueRange.of(series);
    return new LinePanel("Time (s)", extent.label(series),
        List.of(Line.of("", series, Optional.empty(), extent.factor(), colour)));
  }

  LinePanel showing(ValueRange range) {
    shown = range;
    return this;
  }

  /** Makes the vertical axis logarithmic; all that is shown is positive then. */
  LinePanel logarithmic() {
    kind = Axis.Kind.LOGARITHMIC;
    return this;
  }

  /** @param share of the data's width that is left free at either side: what turns or is marked there is seen whole */
  LinePanel margin(double share) {
    margin = share;
    return this;
  }

  /** Writes a note at the right of the legend, or below it if there is no room; "" for none. */
  LinePanel note(String text) {
    note = text;
    return this;
  }

  /** Shades spans of time, and writes their names on top if it is told to. */
  LinePanel shaded(List<ShadedSpan> times, boolean named) {
    spans = List.copyOf(times);
    spansNamed = named && !times.isEmpty();
    return this;
  }

  /** Draws thin upright lines behind the data, as for failures; those outside the panel are dropped. */
  LinePanel marked(double... places) {
    marks = Arrays.stream(places).filter(place -> place >= range().low() && place <= range().high()).toArray();
    return this;
  }

  @Override
  public ValueRange range() {
    ValueRange all = lines.stream().map(Line::across).reduce(ValueRange::and).orElseThrow();
    double free = margin * (all.high() - all.low());
    return new ValueRange(all.low() - free, all.high() + free);
  }

  @Override
  public String across() {
    return across;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public Axis axis(double width, double height) {
    Legend legend = Legend.of(lines, width);
    int rows = note.isEmpty() ? legend.rows() : noteRow(legend, width) + 1;
    return Axis.of(kind, shown, height, spansNamed ? FigureStyle.TEXT_SIZE + 2 : rows * Legend.PITCH);
  }

  @Override
  public void draw(Graphics2D g, Axes axes) {
    Rectangle2D place = axes.place();
    for (ShadedSpan span : spans) {
      g.setPaint(span.shade());
      double from = axes.x(span.from());
      g.fill(new Rectangle2D.Double(from, place.getY(), axes.x(span.to()) - from, place.getHeight()));
    }
    axes.grid(g, false);
    g.setPaint(FigureStyle.FAILURE);
    g.setStroke(FigureStyle.MARK_LINE);
    for (double mark : marks) {
      g.draw(new Line2D.Double(axes.x(mark), place.getY(), axes.x(mark), place.getMaxY()));
    }
    lines.forEach(line -> line.drawBand(g, axes));
    lines.forEach(line -> line.draw(g, axes));
    Legend legend = Legend.of(lines, place.getWidth());
    legend.draw(g, place.getX(), place.getY());
    double start = noteStart(place.getWidth());
    Lettering.drawBeside(g, note, place.getX() + (start >= legend.end() ? start : Legend.INSET),
        Legend.middle(place.getY(), noteRow(legend, place.getWidth())));
    for (ShadedSpan span : spansNamed ? spans : List.<ShadedSpan>of()) {
      double wide = axes.x(span.to()) - axes.x(span.from());
      boolean fits = span.label().length() < 5 || Lettering.width(span.label()) <= wide;
      // A label too long for its span is cut to "val."
      Lettering.drawCentred(g, fits ? span.label() : span.label().substring(0, 3) + ".",
          axes.x(span.from()) + wide / 2, place.getY() + FigureStyle.TEXT_SIZE + 1);
    }
  }

  private double noteStart(double width) {
    return width - Legend.INSET - Lettering.width(note);
  }

  /** The last of the legend, if there is room behind it; else the next. */
  private int noteRow(Legend legend, double width) {
    return noteStart(width) >= legend.end() ? Math.max(0, legend.rows() - 1) : legend.rows();
  }
}
