package faultslip.figure;

import faultslip.FaultslipException;
import faultslip.data.TextTable;

/** A figure that cannot be drawn or written: no font, an empty layout, a folder that cannot be written to. */
public final class FigureException extends FaultslipException {

  /** @param message one line: what was found, and the remedy */
  public FigureException(String message) {
    super(message);
  }

  /** Refuses what does not hold, in a line formatted as by {@link TextTable#text}. */
  public static void require(boolean holds, String message, Object... values) {
    if (!holds) {
      throw new FigureException(TextTable.text(message, values));
    }
  }

  /** As the other, with the failure behind it. */
  public FigureException(String message, Throwable cause) {
    super(message, cause);
  }
}
