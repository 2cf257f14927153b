package faultslip.data;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Columns of numbers that a recording is made of, each row at its time.
 *
 * @param times of the rows, in seconds, strictly increasing
 * @param columns by name, of as many values as there are times
 * @param places where a row stands, for messages: "file:line"
 * @param remarks what a reader must know of these numbers, a line each; empty if nothing
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them, and a copy a call would be large.
public record TimedColumns(double[] times, Map<String, double[]> columns, IntFunction<String> places,
    List<String> remarks) {

  /**
   * A copy of a column.
   *
   * @throws DataException if there is none of that name
   */
  public double[] column(String name) {
    if (!columns.containsKey(name)) {
      throw new DataException("%s: no column '%s'; there are %s.".formatted(places.apply(0), name, columns.keySet()));
    }
    return columns.get(name).clone();
  }

  /** What is wrong with a value, where it stands, and the remedy. */
  DataException refusal(int row, String column, String what, Object... values) {
    return new DataException("%s, column '%s': %s."
        .formatted(places.apply(row), column, TextTable.text(what, values)));
  }
}
