package faultslip.evaluate;

import faultslip.FaultslipException;

/** Scores that have no value: series that do not match, or a truth at zero. */
public final class EvaluationException extends FaultslipException {

  /** @param message one line: the value found, and the remedy */
  public EvaluationException(String message) {
    super(message);
  }
}
