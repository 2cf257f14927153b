package faultslip.ced;

import faultslip.FaultslipException;

/** A network, training or model file that cannot be used as given. */
public final class CedException extends FaultslipException {

  /** @param message one line: the value found, and the remedy */
  public CedException(String message) {
    super(message);
  }

  /**
   * @param message one line: the value found, and the remedy
   * @param cause the underlying failure
   */
  public CedException(String message, Throwable cause) {
    super(message, cause);
  }
}
