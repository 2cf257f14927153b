package faultslip.experiment;

import faultslip.FaultslipException;

/**
 * An experiment that a study's recordings do not allow: no failures known, no whole cycle, a sampling that does not
 * fit.
 */
public final class ExperimentException extends FaultslipException {

  /** @param message one line: the value found, and the remedy */
  public ExperimentException(String message) {
    super(message);
  }
}
