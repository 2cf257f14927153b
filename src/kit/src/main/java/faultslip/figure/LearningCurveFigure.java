package faultslip.figure;

import faultslip.experiment.LearningCurves;
import faultslip.experiment.LearningCurves.Curve;
import faultslip.experiment.LookAhead;
import faultslip.experiment.ResultRow;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * MAPE against the cycles of laboratory data that are known, both axes logarithmic: medians over seeds and starting
 * cycles, in bands of their range; windows that look ahead (a), and nowcasts (b), where there are any.
 */
public final class LearningCurveFigure {
  private static final double HEIGHT = 150;
  private static final double PITCH = 11.5;
  private static final int BAND_OPACITY = 45;
  /** From the first and the last amount to the frame, as a factor. */
  private static final double MARGIN = 1.15;

  private LearningCurveFigure() {}

  /** The learning curves among results, under a remark; a {@link faultslip.FaultslipException} if there are none. */
  public static Figure of(List<ResultRow> rows, String subtitle) {
    LearningCurves all = LearningCurves.of(rows);
    List<List<Curve>> panels = Stream.of(LookAhead.WINDOW, LookAhead.NONE).map(all::curves)
        .filter(curves -> !curves.isEmpty()).toList();
    Axis up = up(all.curves());
    List<Figure.Drawing> plots = new ArrayList<>();
    for (List<Curve> curves : panels) {
      plots.add(new Plot(Lettering.tag(plots.size()),
          curves.get(0).experiment().lookAhead() == LookAhead.WINDOW ? "Windows that look ahead" : "Nowcasts",
          looks(curves), up));
    }
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, subtitle,
        List.of(plots, List.of(new Key(looks(panels.get(0))))));
  }

  private static Axis up(List<Curve> curves) {
    double[] values = curves.stream().flatMapToDouble(curve -> curve.points().keySet().stream()
        .flatMapToDouble(cycles -> DoubleStream.of(curve.mape(cycles).getMin(), curve.mape(cycles).getMax(),
            curve.meanPredictor(cycles)))).toArray();
    return Axis.of(Axis.Kind.LOGARITHMIC, ValueRange.of(values), HEIGHT, 0);
  }

  /** Each simulation has a colour, for what is cross-trained and, dashed and without a band, for zero-shot transfer. */
  private static List<Look> looks(List<Curve> curves) {
    List<String> simulations =
        curves.stream().map(Curve::simulation).filter(name -> !name.isEmpty()).distinct().toList();
    List<Look> looks = new ArrayList<>();
    int others = 0;
    for (Curve curve : curves) {
      int colour =
          curve.simulation().isEmpty() ? simulations.size() + others++ : simulations.indexOf(curve.simulation());
      looks.add(new Look(curve, FigureStyle.line(colour)));
    }
    return looks;
  }

  /** A curve and its colour. */
  private record Look(Curve curve, Color colour) {
    private static final Stroke MEDIAN = new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final double DOT = 2.6;

    private Stroke stroke() {
      return curve.isZeroShot() ? FigureStyle.DASHES : MEDIAN;
    }

    private List<Point2D> points(ToDoubleBiFunction<Curve, Double> value) {
      return curve.points().keySet().stream()
          .<Point2D>map(cycles -> new Point2D.Double(cycles, value.applyAsDouble(curve, cycles))).toList();
    }

    private List<Point2D> range(ToDoubleBiFunction<DescriptiveStatistics, Double> end) {
      return points((of, cycles) -> end.applyAsDouble(of.mape(cycles), cycles));
    }

    void drawBand(Graphics2D g, Axes axes) {
      if (curve.isZeroShot()) {
        return;
      }
      List<Point2D> above = new ArrayList<>(range((mapes, cycles) -> mapes.getMax()));
      Collections.reverse(above);
      Path2D band = axes.path(range((mapes, cycles) -> mapes.getMin()));
      band.append(axes.path(above), true);
      band.closePath();
      g.setPaint(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), BAND_OPACITY));
      g.fill(band);
    }

    void drawMedian(Graphics2D g, Axes axes) {
      List<Point2D> medians = range((mapes, cycles) -> mapes.getPercentile(50));
      g.setPaint(colour);
      g.setStroke(stroke());
      g.draw(axes.path(medians));
      medians.stream().filter(median -> !curve.isZeroShot())
          .forEach(median -> g.fill(dot(axes.x(median.getX()), axes.y(median.getY()))));
    }

    private static Ellipse2D dot(double x, double y) {
      return new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT);
    }

    /** Returns where it ends. */
    double drawKey(Graphics2D g, double x, double middle) {
      g.setPaint(colour);
      g.setStroke(stroke());
      g.draw(new Line2D.Double(x, middle, x + 14, middle));
      if (!curve.isZeroShot()) {
        g.fill(dot(x + 7, middle));
      }
      return Lettering.drawBeside(g, curve.title(), x + 18, middle) + 10;
    }

    double keyWidth() {
      return 28 + Lettering.width(curve.title());
    }
  }

  /** Curves of one way of looking ahead. */
  private record Plot(String tag, String heading, List<Look> looks, Axis up) implements Figure.Drawing {
    private static final double HEADING = 15;
    private static final double LEFT = 34;
    private static final double RIGHT = 6;

    @Override
    public double height() {
      return HEADING + HEIGHT + PanelStack.BOTTOM;
    }

    @Override
    public void draw(Graphics2D g, double x, double y, double width) {
      Lettering.drawHeading(g, tag, heading, x, 1, y + HEADING - 4.5);
      Curve first = looks.get(0).curve();
      Axes axes = new Axes(new Rectangle2D.Double(x + LEFT, y + HEADING, width - LEFT - RIGHT, HEIGHT),
          Axis.of(Axis.Kind.LOGARITHMIC, first.points().firstKey() / MARGIN, first.points().lastKey() * MARGIN), up);
      axes.grid(g, true);
      axes.grid(g, false);
      looks.forEach(look -> look.drawBand(g, axes));
      g.setPaint(FigureStyle.FAINT_INK);
      g.setStroke(FigureStyle.DASHES);
      g.draw(axes.path(looks.get(0).points(Curve::meanPredictor)));
      looks.forEach(look -> look.drawMedian(g, axes));
      axes.frame(g, true);
      Lettering.drawCentred(g, "Laboratory data known (seismic cycles)", axes.place().getCenterX(),
          axes.place().getMaxY() + PanelStack.LABEL);
      Lettering.drawUpward(g, "MAPE (%)", x + 14, axes.place().getCenterY(), HEIGHT);
    }
  }

  /** What the lines are, in as many rows as they take. */
  private record Key(List<Look> looks) implements Figure.Drawing {
    private static final String MEAN = "mean of what is known";
    private static final double WIDTH = FigureStyle.TWO_COLUMNS_MM * FigureStyle.POINTS_PER_MM - 20;

    private int rows() {
      double width = looks.stream().mapToDouble(Look::keyWidth).sum() + Lettering.width(MEAN) + 28;
      return (int) Math.ceil(1.15 * width / WIDTH);
    }

    @Override
    public double height() {
      return (rows() + 1) * PITCH;
    }

    @Override
    public void draw(Graphics2D g, double x, double y, double width) {
      double at = x + 6;
      double middle = y + PITCH / 2;
      for (Look look : looks) {
        if (at + look.keyWidth() > x + WIDTH) {
          at = x + 6;
          middle += PITCH;
        }
        at = look.drawKey(g, at, middle);
      }
      if (at + Lettering.width(MEAN) + 28 > x + WIDTH) {
        at = x + 6;
        middle += PITCH;
      }
      g.setPaint(FigureStyle.FAINT_INK);
      g.setStroke(FigureStyle.DASHES);
      g.draw(new Line2D.Double(at, middle, at + 14, middle));
      Lettering.drawBeside(g, MEAN, at + 18, middle);
      Lettering.drawBeside(g, "Lines: medians over seeds and starting cycles; bands: their range.", x + 6,
          middle + PITCH);
    }
  }
}
