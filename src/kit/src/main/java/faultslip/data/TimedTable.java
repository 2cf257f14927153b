package faultslip.data;

import java.util.Arrays;

/** A table with a column of strictly increasing times. */
final class TimedTable implements TimedColumns {
  private final NumericTable table;
  private final double[] times;

  /**
   * @param secondsPerUnit of the times as they are written
   * @throws DataException if a time does not exceed the one before it
   */
  TimedTable(NumericTable table, String timeColumn, double secondsPerUnit) {
    this.table = table;
    this.times = secondsPerUnit == 1 ? table.column(timeColumn)
        : Arrays.stream(table.column(timeColumn)).map(time -> time * secondsPerUnit).toArray();
    for (int row = 1; row < times.length; row++) {
      if (times[row] <= times[row - 1]) {
        throw new DataException("%s: %s s follows %s s; times must increase: sort the lines or remove the repeated one."
            .formatted(table.where(row, timeColumn), times[row], times[row - 1]));
      }
    }
  }

  @Override
  public double[] times() {
    return times.clone();
  }

  @Override
  public double[] column(String name) {
    return table.column(name);
  }

  @Override
  public String where(int row, String column) {
    return table.where(row, column);
  }
}
