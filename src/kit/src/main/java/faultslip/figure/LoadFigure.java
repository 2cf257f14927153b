package faultslip.figure;

import faultslip.gouge.Spread;
import faultslip.study.FaultResponse;
import faultslip.study.FaultResponse.Point;
import java.awt.Color;
import java.util.List;
import java.util.function.Function;

/**
 * How the slips of a fault answer to its load, or to what else was varied: recurrence (a), friction drop (b) and peak
 * kinetic energy (c), median and quartiles over the cycles.
 */
public final class LoadFigure {
  private static final double HEIGHT_MM = 36;
  private static final double MARGIN = 0.08;
  /** Least ratio of the ends of a logarithmic axis: what hardly changes shall look so. */
  private static final double LEAST_FACTOR = 5;

  private LoadFigure() {
  }

  /**
   * How slips answer to the load.
   *
   * @throws FigureException if a peak kinetic energy is not positive
   */
  public static Figure of(FaultResponse response) {
    if (response.points().stream().anyMatch(point -> !(point.peak().low() > 0))) {
      throw new FigureException("A peak kinetic energy is not positive; give recordings whose emission is an energy, "
          + "not its logarithm.");
    }
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, "Median and quartiles over the cycles.", List.of(List.of(
        stack(response, "(a)", "Recurrence", "Recurrence (s)", Point::recurrence, FigureStyle.INK, false),
        stack(response, "(b)", "Friction drop", "Drop of friction coefficient", Point::drop, FigureStyle.PREDICTION,
            false),
        stack(response, "(c)", "Peak kinetic energy", "Kinetic energy (σ0 d²)", Point::peak, FigureStyle.EMISSION,
            true))));
  }

  private static PanelStack stack(FaultResponse response, String tag, String heading, String label,
      Function<Point, Spread> quantity, Color colour, boolean logarithmic) {
    List<Line.Point> points = response.points().stream().map(point -> {
      Spread spread = quantity.apply(point);
      return new Line.Point(point.value(), spread.median(), spread.low(), spread.high());
    }).toList();
    Line line = new Line("", points, colour, Line.Look.BARS, i -> true);
    LinePanel panel = new LinePanel(response.varied(), label, List.of(line)).margin(MARGIN);
    double low = line.extent().low();
    double high = line.extent().high();
    double widen = Math.max(1, Math.sqrt(LEAST_FACTOR * low / high));
    Panel shown = logarithmic ? panel.logarithmic().showing(new ValueRange(low / widen, high * widen))
        : panel.showing(new ValueRange(Math.min(0, low), high));
    return PanelStack.of(new PanelStack.Row(shown, HEIGHT_MM, tag, heading));
  }
}
