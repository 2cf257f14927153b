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

/** What a simulated fault did: its history, its cycles, the energy of a slip, how it answers to its load. */
public final class SimulatorFigure {
  private static final double HISTORY_MM = 24;
  private static final double LOAD_MM = 36;
  private static final double ENERGY_MM = 46;
  private static final double LOOPS_MM = 52;
  private static final double LOOPS_MARGIN = 0.03;
  private static final double LOAD_MARGIN = 0.08;
  /** Least ratio of the ends of a logarithmic axis: what hardly changes shall look so. */
  private static final double LEAST_FACTOR = 5;
  /** Colours of cycles that are told apart. */
  private static final int MOST = 5;

  private SimulatorFigure() {
  }

  /**
   * Friction (a), kinetic energy of the grains (b) and height of the top plate (c) over time.
   *
   * @param history in seconds and metres
   * @param failures to be marked by upright lines; may be empty
   */
  public static Figure history(GougeHistory history, FailureCatalogue failures) {
    String energy = "log10 of energy (" + history.kineticEnergy().unit() + ")";
    return of(PanelStack.of(
        row(history.friction(), FigureStyle.INK, failures, "(a)", "Friction; upright lines: failures"),
        row(history.kineticEnergy().map(energy, "", StrictMath::log10), FigureStyle.EMISSION, failures, "(b)",
            "Kinetic energy of all grains"),
        row(history.height().map(history.height().name(), "mm", metres -> 1000 * metres), FigureStyle.INK, failures,
            "(c)", "Height of the top plate")));
  }

  private static PanelStack.Row row(Series series, Color colour, FailureCatalogue failures, String tag,
      String heading) {
    return new PanelStack.Row(LinePanel.of(series, colour).marked(failures.times()), HISTORY_MM, tag, heading);
  }

  /**
   * Whole cycles, each from one failure to the next, as loops: friction against the velocity of the plate (a), and
   * against the kinetic energy of the grains (b), a colour a cycle. A fault that repeats itself goes round on one loop.
   *
   * @param history in seconds and metres
   * @param failures of its friction
   * @param cycles how many, the first ones, 1 to 5
   * @throws FigureException if there are not so many, or more are asked for
   */
  public static Figure phasePortrait(GougeHistory history, FailureCatalogue failures, int cycles) {
    int most = Math.min(MOST, failures.size() - 1);
    if (cycles < 1 || cycles > most) {
      throw new FigureException("%d cycles asked for, of %d failures; give 1 to %d."
          .formatted(cycles, failures.size(), Math.max(most, 1)));
    }
    int[] starts = failures.failures().stream().limit(cycles + 1L).mapToInt(failure -> failure.sample()).toArray();
    Series velocity = history.displacement().map("displacement", "mm", x -> 1000 * x).derivative();
    Series energy = history.kineticEnergy().map("log10 of kinetic energy", "", StrictMath::log10);
    return of(loops(velocity, "Plate velocity (mm/s)", history.friction(), starts, "cycle ", "(a)",
        "Friction and slip velocity"),
        loops(energy, "log10 of kinetic energy (" + history.kineticEnergy().unit() + ")", history.friction(), starts,
            "", "(b)", "Friction and kinetic energy"));
  }

  private static PanelStack loops(Series across, String label, Series friction, int[] starts, String name, String tag,
      String heading) {
    List<Line> lines = IntStream.range(0, starts.length - 1).mapToObj(i ->
        Line.of(name.isEmpty() ? "" : name + (i + 1), across.slice(starts[i], starts[i + 1] + 1).values(),
            friction.slice(starts[i], starts[i + 1] + 1).values(), FigureStyle.line(i))).toList();
    Panel panel = new LinePanel(label, Lettering.capitalised(friction.label()), lines).margin(LOOPS_MARGIN);
    return PanelStack.of(new PanelStack.Row(panel, LOOPS_MM, tag, heading));
  }

  /**
   * Where the energy of a slip went: what the spring gave, and what became of it, added up over time.
   *
   * @param film of a slip
   * @param units for seconds and joules
   * @param zero moment from which time is counted, such as a failure, in seconds
   */
  public static Figure energy(GougeFilm film, GougeUnits units, double zero) {
    double[] times = film.frames().stream().mapToDouble(frame -> frame.time() * units.time() - zero).toArray();
    List<Line> lines = List.of(
        Line.of("given by the spring", times, sums(film, units, part -> -part.spring()), FigureStyle.INK),
        Line.of("lost by sliding", times, sums(film, units, EnergyBalance::friction), FigureStyle.line(0)),
        Line.of("in dashpots", times, sums(film, units, EnergyBalance::dashpots), FigureStyle.line(1)),
        Line.of("to medium and drag", times, sums(film, units, part -> part.viscosity() + part.plateDrag()),
            FigureStyle.line(2)),
        Line.of("in motion", times, sums(film, units, EnergyBalance::kinetic), FigureStyle.line(3)));
    Panel panel = new LinePanel("Time since the failure (s)", "Energy since the first frame (J)", lines);
    return of(PanelStack.of(new PanelStack.Row(panel, ENERGY_MM, "", "")));
  }

  private static double[] sums(GougeFilm film, GougeUnits units, ToDoubleFunction<EnergyBalance> part) {
    double[] sums = new double[film.frames().size()];
    for (int i = 1; i < sums.length; i++) {
      sums[i] = sums[i - 1] + part.applyAsDouble(film.energies().get(i - 1)) * units.energy();
    }
    return sums;
  }

  /**
   * How slips answer to the load, or to what else was varied: recurrence (a), friction drop (b) and peak kinetic energy
   * (c), median and quartiles over the cycles.
   *
   * @throws FigureException if a peak kinetic energy is not positive
   */
  public static Figure response(FaultResponse response) {
    if (response.points().stream().anyMatch(point -> !(point.peak().low() > 0))) {
      throw new FigureException("A peak kinetic energy is not positive; give recordings whose emission is an energy, "
          + "not its logarithm.");
    }
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, "Median and quartiles over the cycles.", List.of(List.of(
        spread(response, "Recurrence (s)", Point::recurrence, FigureStyle.INK, Axis.Kind.LINEAR, "(a)",
            "Recurrence"),
        spread(response, "Drop of friction coefficient", Point::drop, FigureStyle.PREDICTION, Axis.Kind.LINEAR, "(b)",
            "Friction drop"),
        spread(response, "Kinetic energy (σ0 d²)", Point::peak, FigureStyle.EMISSION, Axis.Kind.LOGARITHMIC, "(c)",
            "Peak kinetic energy"))));
  }

  private static PanelStack spread(FaultResponse response, String label, Function<Point, Spread> quantity,
      Color colour, Axis.Kind kind, String tag, String heading) {
    List<Line.Point> points = response.points().stream().map(point -> {
      Spread spread = quantity.apply(point);
      return new Line.Point(point.value(), spread.median(), spread.low(), spread.high());
    }).toList();
    Line line = new Line("", points, colour, Line.Look.BARS, i -> true);
    LinePanel panel = new LinePanel(response.varied(), label, List.of(line)).margin(LOAD_MARGIN);
    double low = line.extent().low();
    double high = line.extent().high();
    double widen = Math.max(1, Math.sqrt(LEAST_FACTOR * low / high));
    Panel shown = kind == Axis.Kind.LINEAR ? panel.showing(new ValueRange(Math.min(0, low), high))
        : panel.logarithmic().showing(new ValueRange(low / widen, high * widen));
    return PanelStack.of(new PanelStack.Row(shown, LOAD_MM, tag, heading));
  }

  private static Figure of(PanelStack... abreast) {
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, "", List.of(List.of(abreast)));
  }
}
