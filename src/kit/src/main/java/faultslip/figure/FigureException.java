package faultslip.figure;

import faultslip.FaultslipException;

/** A figure that cannot be drawn or written: no font, an empty layout, a folder that cannot be written to. */
public final class FigureException extends FaultslipException {

  /** @param message one line: what was found, and the remedy */
  public FigureException(String message) {
    super(message);
  }

  /** As the other, with the failure behind it. */
  public FigureException(String message, Throwable cause) {
    super(message, cause);
  }
}
