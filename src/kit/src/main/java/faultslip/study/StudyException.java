package faultslip.study;

import faultslip.FaultslipException;

/** A study file that cannot be used as it is written; the message names file, line, key, value found and remedy. */
public final class StudyException extends FaultslipException {
  private static final long serialVersionUID = 1;

  /** @param message one line: where, what was found, and the remedy */
  public StudyException(String message) {
    super(message);
  }

  /**
   * @param message one line: where, what was found, and the remedy
   * @param cause the underlying failure
   */
  public StudyException(String message, Throwable cause) {
    super(message, cause);
  }
}
