package faultslip.split;

import faultslip.FaultslipException;

/** A split or windowing that a recording cannot take: fractions off, segment shorter than a window. */
public final class SplitException extends FaultslipException {

  /** @param message one line: the value found, and the remedy */
  public SplitException(String message) {
    super(message);
  }
}
