package faultslip.data;

import java.util.regex.Pattern;

/** Numbers as text files write them: decimal, with a point, finite. */
final class NumberText {
  private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final int SHOWN = 40;

  private NumberText() {}

  /** Whether a text is a decimal number: {@link Double#parseDouble} alone would also take "1d", "0x1p3" and "NaN". */
  static boolean isNumber(String text) {
    return DECIMAL.matcher(text.strip()).matches() && Double.isFinite(Double.parseDouble(text.strip()));
  }

  /**
   * @param text the number, spaces around it allowed
   * @param where where it stands, "file:line, column 'x'", for the message
   * @throws DataException if it is not a finite decimal number
   */
  static double parse(String text, String where) {
    String number = text.strip();
    if (!isNumber(number)) {
      throw new DataException("%s: '%s' is not a finite number; correct the value or cut that part out of the file."
          .formatted(where, number.length() <= SHOWN ? number : number.substring(0, SHOWN) + "..."));
    }
    return Double.parseDouble(number);
  }
}
