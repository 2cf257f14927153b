package faultslip.figure;

import faultslip.gouge.EnergyBalance;
import faultslip.gouge.GougeFilm;
import faultslip.gouge.GougeHistory;
import faultslip.gouge.GougeUnits;
import faultslip.gouge.Spread;
import faultslip.series.FailureCatalogue;
import faultslip.series.Series;
import faultslip.study.FaultResponse;
import faultslip.study.FaultResponse.Point;
import java.awt.Color;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a simulated fault did: its history, its cycles, the energy of a slip, how it answers to its load. */
public final class SimulatorFigure {
  /** Colours of cycles that are told apart. */
  private static final int MOST = 5;
  /** Least ratio of the ends of a logarithmic axis: what hardly changes shall look so. */
  private static final double LEAST_FACTOR = 5;

  private SimulatorFigure() {}

  /** Friction (a), kinetic energy (b), height of the plate (c), in seconds and metres, upright lines at failures. */
  public static Figure history(GougeHistory history, FailureCatalogue failures) {
    Series height = history.height();
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, "", List.of(List.of(PanelStack.of(
        row(history.friction(), FigureStyle.INK, failures, "(a)", "Friction; upright lines: failures"),
        row(logarithm(history, "log10 of energy"), FigureStyle.EMISSION, failures, "(b)",
            "Kinetic energy of all grains"),
        row(height.map(height.name(), "mm", metres -> 1000 * metres), FigureStyle.INK, failures, "(c)",
            "Height of the top plate")))));
  }

  private static PanelStack.Row row(Series series, Color colour, FailureCatalogue failures, String tag,
      String heading) {
    return new PanelStack.Row(LinePanel.of(series, colour).marked(failures.times()), 24, tag, heading);
  }

  private static Series logarithm(GougeHistory history, String name) {
    return history.kineticEnergy().map(name, history.kineticEnergy().unit(), StrictMath::log10);
  }

  /**
   * Whole cycles, the first 1 to 5, each from one failure to the next, as loops: friction against the velocity of the
   * plate (a), and against the kinetic energy of the grains (b), a colour a cycle. A fault that repeats itself goes
   * round on one. The history is in seconds and metres; a {@link FigureException} if it has too few cycles.
   */
  public static Figure phasePortrait(GougeHistory history, FailureCatalogue failures, int cycles) {
    int most = Math.min(MOST, failures.size() - 1);
    FigureException.require(cycles >= 1 && cycles <= most, "%d cycles asked for, of %d failures; give 1 to %d.",
        cycles, failures.size(), Math.max(most, 1));
    int[] starts = failures.failures().stream().limit(cycles + 1L).mapToInt(failure -> failure.sample()).toArray();
    Series velocity = history.displacement().derivative().map("plate velocity", "mm/s", metres -> 1000 * metres);
    return of("", loops(velocity, history.friction(), starts, "(a)", "Friction and slip velocity"),
        loops(logarithm(history, "log10 of kinetic energy"), history.friction(), starts, "(b)",
            "Friction and kinetic energy"));
  }

  private static PanelStack.Row loops(Series across, Series friction, int[] starts, String tag, String heading) {
    List<Line> lines = IntStream.range(0, starts.length - 1).mapToObj(i -> Line.of("cycle " + (i + 1),
        across.slice(starts[i], starts[i + 1] + 1).values(), friction.slice(starts[i], starts[i + 1] + 1).values(),
        FigureStyle.line(i))).toList();
    LinePanel panel =
        new LinePanel(Lettering.capitalised(across.label()), Lettering.capitalised(friction.label()), lines);
    return new PanelStack.Row(panel.margin(0.03), 52, tag, heading);
  }

  /** What gave and what took the energy of a slip, added up, in joules and in seconds from zero, such as a failure. */
  public static Figure energy(GougeFilm film, GougeUnits units, double zero) {
    double[] times = film.frames().stream().mapToDouble(frame -> frame.time() * units.time() - zero).toArray();
    List<Line> lines = List.of(
        Line.of("given by the spring", times, sums(film, units, part -> -part.spring()), FigureStyle.INK),
        Line.of("lost by sliding", times, sums(film, units, EnergyBalance::friction), FigureStyle.line(0)),
        Line.of("in dashpots", times, sums(film, units, EnergyBalance::dashpots), FigureStyle.line(1)),
        Line.of("to medium and drag", times, sums(film, units, part -> part.viscosity() + part.plateDrag()),
            FigureStyle.line(2)),
        Line.of("in motion", times, sums(film, units, EnergyBalance::kinetic), FigureStyle.line(3)));
    LinePanel panel = new LinePanel("Time since the failure (s)", "Energy since the first frame (J)", lines);
    return of("", new PanelStack.Row(panel, 46, "", ""));
  }

  private static double[] sums(GougeFilm film, GougeUnits units, ToDoubleFunction<EnergyBalance> part) {
    return IntStream.range(0, film.frames().size()).mapToDouble(frame ->
        units.energy() * film.energies().stream().limit(frame).mapToDouble(part).sum()).toArray();
  }

  /**
   * How slips answer to the load, or to what else was varied: recurrence (a), friction drop (b) and peak kinetic energy
   * (c), median and quartiles over the cycles; a {@link FigureException} if a peak kinetic energy is not positive.
   */
  public static Figure response(FaultResponse response) {
    FigureException.require(response.points().stream().allMatch(point -> point.peak().low() > 0),
        "A peak kinetic energy is not positive; give recordings whose emission is an energy, not its logarithm.");
    return of("Median and quartiles over the cycles.",
        spread(response, "Recurrence (s)", Point::recurrence, FigureStyle.INK, Axis.Kind.LINEAR, "(a)", "Recurrence"),
        spread(response, "Drop of friction coefficient", Point::drop, FigureStyle.PREDICTION, Axis.Kind.LINEAR, "(b)",
            "Friction drop"),
        spread(response, "Kinetic energy (σ0 d²)", Point::peak, FigureStyle.EMISSION, Axis.Kind.LOGARITHMIC, "(c)",
            "Peak kinetic energy"));
  }

  private static PanelStack.Row spread(FaultResponse response, String label, Function<Point, Spread> quantity,
      Color colour, Axis.Kind kind, String tag, String heading) {
    List<Line.Point> points = response.points().stream().map(point -> {
      Spread spread = quantity.apply(point);
      return new Line.Point(point.value(), spread.median(), spread.low(), spread.high());
    }).toList();
    Line line = new Line("", points, colour, Line.Look.BARS, i -> true);
    ValueRange extent = line.extent();
    double widen = Math.max(1, Math.sqrt(LEAST_FACTOR * extent.low() / extent.high()));
    LinePanel panel = new LinePanel(response.varied(), label, List.of(line)).margin(0.08);
    return new PanelStack.Row(kind == Axis.Kind.LINEAR ? panel.showing(extent.and(new ValueRange(0, 0)))
        : panel.logarithmic().showing(new ValueRange(extent.low() / widen, extent.high() * widen)), 36, tag, heading);
  }

  /** Panels side by side. */
  private static Figure of(String subtitle, PanelStack.Row... abreast) {
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, subtitle, List.of(Stream.of(abreast).map(PanelStack::of).toList()));
  }
}
