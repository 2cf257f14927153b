package faultslip.data;

import java.nio.file.Path;
import java.util.Arrays;

/** A table with a column of strictly increasing times; cuts windows out of it and finds gaps. */
final class TimedTable {
  private final NumericTable table;
  private final String timeColumn;
  private final double[] times;

  /** @throws DataException if a time does not exceed the one before it */
  TimedTable(NumericTable table, String timeColumn) {
    this.table = table;
    this.timeColumn = timeColumn;
    this.times = table.column(timeColumn);
    for (int row = 1; row < times.length; row++) {
      if (times[row] <= times[row - 1]) {
        throw new DataException("%s: %s s follows %s s; times must increase: sort the lines or remove the repeated one."
            .formatted(table.where(row, timeColumn), times[row], times[row - 1]));
      }
    }
  }

  Path file() {
    return table.file();
  }

  double[] times() {
    return times.clone();
  }

  double first() {
    return times[0];
  }

  double last() {
    return times[times.length - 1];
  }

  int rows() {
    return times.length;
  }

  double medianStep() {
    double[] steps = new double[times.length - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = times[i + 1] - times[i];
    }
    Arrays.sort(steps);
    return steps[steps.length / 2];
  }

  double[] column(String name) {
    return table.column(name);
  }

  /**
   * The rows from the first at or after {@code from} to the last at or before {@code to}: {first, last}, both inclusive.
   *
   * @throws DataException if the window is empty, reaches outside the recording, or holds fewer than two rows
   */
  int[] window(double from, double to) {
    if (!(from < to)) {
      throw new DataException("%s: window %s to %s s; it must end after it starts.".formatted(file(), from, to));
    }
    if (from < first() || to > last()) {
      throw new DataException("%s: window %s to %s s reaches outside the recording, %s to %s s; choose a window inside."
          .formatted(file(), from, to, first(), last()));
    }
    int low = atOrAfter(from);
    int high = times[atOrAfter(to)] == to ? atOrAfter(to) : atOrAfter(to) - 1;
    if (high - low < 1) {
      throw new DataException("%s: window %s to %s s holds fewer than two samples; choose a longer one."
          .formatted(file(), from, to));
    }
    return new int[] {low, high};
  }

  private int atOrAfter(double time) {
    int found = Arrays.binarySearch(times, time);
    return found >= 0 ? found : -found - 1;
  }

  /** @throws DataException if two neighbouring rows are further apart than {@code longest} seconds */
  void requireNoGap(int low, int high, double longest, double interval) {
    for (int row = low + 1; row <= high; row++) {
      double step = times[row] - times[row - 1];
      if (step > longest) {
        throw new DataException(("%s: nothing between %s and %s s, a gap of %s s at an interval of %s s; choose"
            + " a window without the gap or fill it.")
            .formatted(table.where(row, timeColumn), times[row - 1], times[row], (float) step, (float) interval));
      }
    }
  }

  /** @throws DataException if a value is not positive, as a logarithm needs */
  void requirePositive(String column, int low, int high) {
    double[] values = column(column);
    for (int row = low; row <= high; row++) {
      if (!(values[row] > 0)) {
        throw new DataException(("%s: %s is not positive and has no logarithm; correct the value or cut that"
            + " part out of the file.")
            .formatted(table.where(row, column), values[row]));
      }
    }
  }

  /** @throws DataException if all values are the same */
  void requireVariation(String column, int low, int high) {
    double[] values = column(column);
    for (int row = low + 1; row <= high; row++) {
      if (values[row] != values[low]) {
        return;
      }
    }
    throw new DataException(("%s: column '%s' is constant (%s) from line %d to %d; it carries no information:"
        + " choose another window or recording.")
        .formatted(file(), column, values[low], table.line(low), table.line(high)));
  }
}
