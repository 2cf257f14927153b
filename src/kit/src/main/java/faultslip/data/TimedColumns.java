package faultslip.data;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Columns of numbers that a recording is made of, each row at its time. */
public final class TimedColumns {
  private final double[] times;
  private final Map<String, double[]> columns;
  private final IntFunction<String> places;
  private final List<String> remarks;

  /**
   * @param times of the rows, in seconds, strictly increasing
   * @param columns by name, of as many values as there are times
   * @param places where a row stands, for messages: "file:line"
   * @param remarks what a reader must know of these numbers, a line each; empty if nothing
   */
  public TimedColumns(double[] times, Map<String, double[]> columns, IntFunction<String> places,
      List<String> remarks) {
    this.times = times.clone();
    this.columns = Map.copyOf(columns);
    this.places = places;
    this.remarks = List.copyOf(remarks);
  }

  public double[] times() {
    return times.clone();
  }

  /** @throws DataException if there is no such column */
  public double[] column(String name) {
    if (!columns.containsKey(name)) {
      throw new DataException("%s: no column '%s'; there are %s.".formatted(places.apply(0), name, columns.keySet()));
    }
    return columns.get(name).clone();
  }

  public List<String> remarks() {
    return remarks;
  }

  String where(int row, String column) {
    return places.apply(row) + ", column '" + column + "'";
  }
}
