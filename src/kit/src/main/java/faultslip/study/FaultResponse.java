package faultslip.study;

import faultslip.data.TextTable;
import faultslip.gouge.SimulationException;
import faultslip.gouge.Spread;
import faultslip.series.SlipCycle;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tech.tablesaw.api.Table;

/**
 * How the slips of a fault answer to a quantity that was varied.
 *
 * @param varied the quantity, with its unit: "Normal stress (MPa)"
 * @param points what was found at each of its values, ascending, at least one
 */
public record FaultResponse(String varied, List<Point> points) {

  /**
   * The fault at one value.
   *
   * @param value of what was varied
   * @param cycles number of whole cycles
   * @param recurrence in seconds
   * @param drop fall of the friction coefficient at a slip
   * @param peak largest kinetic energy of a slip, σ0 d²
   */
  public record Point(double value, int cycles, Spread recurrence, Spread drop, Spread peak) {

    private Point(double value, List<SlipCycle> cycles) {
      this(value, cycles.size(), Spread.of(cycles.stream().map(SlipCycle::recurrence).toList()),
          Spread.of(cycles.stream().map(SlipCycle::drop).toList()),
          Spread.of(cycles.stream().map(SlipCycle::peak).toList()));
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

  /**
   * Medians and quartiles over the cycles.
   *
   * @param varied the quantity, with its unit
   * @param cycles by its value; of recordings whose emission is the kinetic energy, at least one cycle each
   */
  public static FaultResponse of(String varied, Map<Double, List<SlipCycle>> cycles) {
    return new FaultResponse(varied, new TreeMap<>(cycles).entrySet().stream()
        .map(entry -> new Point(entry.getKey(), entry.getValue())).toList());
  }

  /** A row a value: median, and quartiles in parentheses. */
  public Table table() {
    return new TextTable<>(varied, points).column(varied, Point::number).column("cycles", Point::cycles)
        .column("recurrence, s", point -> point.recurrence().text(3))
        .column("friction drop", point -> point.drop().text(3))
        .column("peak kinetic energy, σ0 d²", point -> point.peak().text(3)).table();
  }

  /**
   * By what factors the medians change from one value to another: "from 3 to 8: recurrence × 2.65, friction drop ×
   * 1.12, peak kinetic energy × 7.7".
   *
   * @throws SimulationException if there is no point at one of them
   */
  public String change(double from, double to) {
    Point first = at(from);
    Point last = at(to);
    return TextTable.text("from %s to %s: recurrence × %.2f, friction drop × %.2f, peak kinetic energy × %.2f",
        first.number(), last.number(), last.recurrence.median() / first.recurrence.median(),
        last.drop.median() / first.drop.median(), last.peak.median() / first.peak.median());
  }

  private Point at(double value) {
    return points.stream().filter(point -> point.value() == value).findFirst()
        .orElseThrow(() -> new SimulationException("No point at %s of '%s'; choose one of %s."
            .formatted(new Quantity(value, ""), varied, points.stream().map(Point::number).toList())));
  }
}
