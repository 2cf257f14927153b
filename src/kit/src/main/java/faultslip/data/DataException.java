package faultslip.data;

import faultslip.FaultslipException;

/**
 * A file, manifest, mirror or download that cannot be used: missing, cut short, wrong hash, not what it should hold.
 */
public sealed class DataException extends FaultslipException permits UnavailableException {

  /** @param message one line: the file (and line, column, value) found, and the remedy */
  public DataException(String message) {
    super(message);
  }

  /**
   * @param message one line: the file found, and the remedy
   * @param cause the underlying failure
   */
  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
