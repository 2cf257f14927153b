package faultslip.data;

import java.util.regex.Pattern;

/** Numbers as text files write them: decimal, with a point, finite. */
final class NumberText {
  private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private NumberText() {}

  /**
   * @param text the number, spaces around it allowed
   * @param where where it stands, "file:line, column 'x'", for the message
   * @throws DataException if it is not a finite decimal number
   */
  static double parse(String text, String where) {
    String trimmed = text.strip();
    // Double.parseDouble alone would also take "1d", "0x1p3" and "NaN".
    if (DECIMAL.matcher(trimmed).matches()) {
      double value = Double.parseDouble(trimmed);
      if (Double.isFinite(value)) {
        return value;
      }
    }
    throw new DataException(where + ": '" + shorten(trimmed)
        + "' is not a finite number; correct the value or cut that part out of the file.");
  }

  private static String shorten(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
