package faultslip.data;

import java.util.Arrays;
import java.util.function.IntFunction;

/** Looks in a column for what loggers write for missing values: a code far below all other values. */
final class MissingCodes {
  private static final double[] CODES = {-99999, -9999.25, -9999, -999.25, -999};

  private final String column;
  private final int[] counts = new int[CODES.length];
  private final int[] firsts = new int[CODES.length];
  /** The two lowest values, each once. */
  private double lowest = Double.POSITIVE_INFINITY;
  private double second = Double.POSITIVE_INFINITY;

  MissingCodes(String column) {
    this.column = column;
  }

  void see(double value, int row) {
    if (value < lowest) {
      second = lowest;
      lowest = value;
    } else if (value > lowest && value < second) {
      second = value;
    }
    int code = value > CODES[CODES.length - 1] ? -1 : Arrays.binarySearch(CODES, value);
    if (code >= 0 && counts[code]++ == 0) {
      firsts[code] = row;
    }
  }

  /** Refuses the column if one stands in it, and says where first. */
  void require(IntFunction<String> places) {
    int code = Arrays.binarySearch(CODES, lowest);
    if (code >= 0 && Double.isFinite(second) && second > lowest / 2) {
      String text = lowest == Math.rint(lowest) ? String.valueOf((long) lowest) : String.valueOf(lowest);
      throw new DataException(TextTable.text("%s, column '%s': %s stands there, %,d times in all, where the lowest "
          + "other value is %s; say what stands for a missing value: missing: %s, or missing: none if it is one "
          + "(--option missing=%s).", places.apply(firsts[code]), column, text, counts[code], second, text, text));
    }
  }
}
