package faultslip.study;

import faultslip.data.TextTable;
import faultslip.gouge.SimulationException;
import faultslip.gouge.SlipCycle;
import faultslip.gouge.Spread;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tech.tablesaw.api.Table;

/**
 * How the slips of a fault answer to a quantity that was varied.
 *
 * @param varied the quantity, with its unit: "Normal stress (MPa)"
 * @param points what was found at each of its values, ascending, at least one
 */
public record FaultResponse(String varied, List<Point> points) {

  /**
   * The fault at one value; medians and quartiles over its cycles.
   *
   * @param value of what was varied
   * @param cycles at least one; of a recording whose emission is the kinetic energy
   */
  public record Point(double value, List<SlipCycle> cycles) {

    /** Time from slip to slip, in seconds. */
    public Spread recurrence() {
      return Spread.of(cycles.stream().map(SlipCycle::recurrence).toList());
    }

    /** Fall of the friction coefficient at a slip. */
    public Spread drop() {
      return Spread.of(cycles.stream().map(SlipCycle::drop).toList());
    }

    /** Largest kinetic energy of a slip, σ0 d². */
    public Spread peak() {
      return Spread.of(cycles.stream().map(SlipCycle::peak).toList());
    }

    private Quantity number() {
      return new Quantity(value, "");
    }
  }

  /** @throws SimulationException if there is no point */
  public FaultResponse {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new SimulationException("No value of '" + varied + "' was tried; give at least one.");
    }
  }

  /** Of the cycles at each value. */
  public static FaultResponse of(String varied, Map<Double, List<SlipCycle>> cycles) {
    return new FaultResponse(varied,
        new TreeMap<>(cycles).entrySet().stream().map(at -> new Point(at.getKey(), at.getValue())).toList());
  }

  /** A row a value: median, and quartiles in parentheses. */
  public Table table() {
    return new TextTable<>(varied, points).column(varied, Point::number).column("cycles", at -> at.cycles().size())
        .column("recurrence, s", at -> at.recurrence().text(3)).column("friction drop", at -> at.drop().text(3))
        .column("peak kinetic energy, σ0 d²", at -> at.peak().text(3)).table();
  }

  /**
   * By what factors the medians change from one value to another: "from 3 to 8: recurrence × 2.65, ...".
   *
   * @throws SimulationException if there is no point at one of them
   */
  public String change(double from, double to) {
    Function<Function<Point, Spread>, Double> factor =
        number -> number.apply(at(to)).median() / number.apply(at(from)).median();
    return TextTable.text("from %s to %s: recurrence × %.2f, friction drop × %.2f, peak kinetic energy × %.2f",
        at(from).number(), at(to).number(), factor.apply(Point::recurrence), factor.apply(Point::drop),
        factor.apply(Point::peak));
  }

  private Point at(double value) {
    return points.stream().filter(point -> point.value() == value).findFirst()
        .orElseThrow(() -> new SimulationException("No point at %s of '%s'; choose one of %s."
            .formatted(new Quantity(value, ""), varied, points.stream().map(Point::number).toList())));
  }
}
