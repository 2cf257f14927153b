package faultslip.data;

import java.util.List;

/** Columns of numbers that a recording is made of, each row at its time. */
public interface TimedColumns {

  /** Times of the rows, in seconds, strictly increasing; the caller's own. */
  double[] times();

  /**
   * The values of a column.
   *
   * @return as many as there are times; the caller's own
   * @throws DataException if there is no such column
   */
  double[] column(String name);

  /** Where a value stands, for messages: "file:line, column 'name'". */
  String where(int row, String column);

  /** What a reader must know of these numbers, a line each; empty if nothing. */
  default List<String> remarks() {
    return List.of();
  }
}
