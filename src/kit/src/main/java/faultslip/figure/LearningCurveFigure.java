package faultslip.figure;

import faultslip.experiment.LearningCurves;
import faultslip.experiment.LearningCurves.Curve;
import faultslip.experiment.LookAhead;
import faultslip.experiment.ResultRow;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * MAPE against the cycles of laboratory data that are known, both axes logarithmic: medians over seeds and starting
 * cycles, in bands of their range; windows that look ahead (a), and nowcasts (b), where there are any.
 */
public final class LearningCurveFigure {
  private static final double HEIGHT = 150;

  private LearningCurveFigure() {}

  /** The learning curves among results, under a remark; a {@link faultslip.FaultslipException} if there are none. */
  public static Figure of(List<ResultRow> rows, String subtitle) {
    LearningCurves all = LearningCurves.of(rows);
    List<List<Line>> panels = new ArrayList<>();
    List<Figure.Drawing> plots = new ArrayList<>();
    List<List<Curve>> shown = Stream.of(LookAhead.WINDOW, LookAhead.NONE).map(all::curves)
        .filter(curves -> !curves.isEmpty()).toList();
    shown.forEach(curves -> panels.add(lines(curves)));
    Axis up = Axis.of(Axis.Kind.LOGARITHMIC, panels.stream().flatMap(List::stream).map(Line::extent)
        .reduce(ValueRange::and).orElseThrow(), HEIGHT, 0);
    for (int i = 0; i < panels.size(); i++) {
      boolean ahead = shown.get(i).get(0).experiment().lookAhead() == LookAhead.WINDOW;
      plots.add(new Plot(Lettering.tag(i), ahead ? "Windows that look ahead" : "Nowcasts", panels.get(i), up));
    }
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, subtitle, List.of(plots, List.of(new Key(panels.get(0)))));
  }

  /**
   * Each simulation has a colour, for what is cross-trained and, dashed and without a band, for zero-shot transfer; and
   * what always says the mean of what is known.
   */
  private static List<Line> lines(List<Curve> curves) {
    List<String> simulations =
        curves.stream().map(Curve::simulation).filter(name -> !name.isEmpty()).distinct().toList();
    List<Line> lines = new ArrayList<>();
    int others = 0;
    for (Curve curve : curves) {
      int colour =
          curve.simulation().isEmpty() ? simulations.size() + others++ : simulations.indexOf(curve.simulation());
      boolean dashed = curve.isZeroShot();
      lines.add(new Line(curve.title(), curve.points().keySet().stream().map(cycles -> point(curve, cycles)).toList(),
          FigureStyle.line(colour), dashed ? Line.Look.DASHED : Line.Look.RANGE, i -> !dashed));
    }
    Curve first = curves.get(0);
    lines.add(Line.of("mean of what is known", first.points().keySet().stream().mapToDouble(each -> each).toArray(),
        first.points().keySet().stream().mapToDouble(first::meanPredictor).toArray(), FigureStyle.FAINT_INK).dashed());
    return lines;
  }

  private static Line.Point point(Curve curve, double cycles) {
    DescriptiveStatistics mapes = curve.mape(cycles);
    return new Line.Point(cycles, mapes.getPercentile(50), mapes.getMin(), mapes.getMax());
  }

  /** Lines of one way of looking ahead. */
  private record Plot(String tag, String heading, List<Line> lines, Axis up) implements Figure.Drawing {
    private static final double HEADING = 15;
    private static final double LEFT = 34;
    private static final double RIGHT = 6;
    /** From the first and the last amount to the frame, as a factor. */
    private static final double MARGIN = 1.15;

    @Override
    public double height() {
      return HEADING + HEIGHT + PanelStack.BOTTOM;
    }

    @Override
    public void draw(Graphics2D g, double x, double y, double width) {
      Lettering.drawHeading(g, tag, heading, x, 1, y + HEADING - 4.5);
      ValueRange amounts = lines.get(0).across();
      Axes axes = new Axes(new Rectangle2D.Double(x + LEFT, y + HEADING, width - LEFT - RIGHT, HEIGHT),
          Axis.of(Axis.Kind.LOGARITHMIC, amounts.low() / MARGIN, amounts.high() * MARGIN), up);
      axes.grid(g, true);
      axes.grid(g, false);
      lines.forEach(line -> line.drawBand(g, axes));
      lines.forEach(line -> line.draw(g, axes));
      axes.frame(g, true);
      Lettering.drawCentred(g, "Laboratory data known (seismic cycles)", axes.place().getCenterX(),
          axes.place().getMaxY() + PanelStack.LABEL);
      Lettering.drawUpward(g, "MAPE (%)", x + 14, axes.place().getCenterY(), HEIGHT);
    }
  }

  /** What the lines are, and what medians and bands are over. */
  private record Key(List<Line> lines) implements Figure.Drawing {

    private Legend legend() {
      return Legend.of(lines, FigureStyle.TWO_COLUMNS_MM * FigureStyle.POINTS_PER_MM);
    }

    @Override
    public double height() {
      return (legend().rows() + 1) * Legend.PITCH;
    }

    @Override
    public void draw(Graphics2D g, double x, double y, double width) {
      legend().draw(g, x, y);
      Lettering.drawBeside(g, "Lines: medians over seeds and starting cycles; bands: their range.", x + Legend.INSET,
          Legend.middle(y, legend().rows()));
    }
  }
}
