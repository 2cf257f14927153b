package faultslip.experiment;

import faultslip.FaultslipException;

/** An experiment that there is not, or that a study's recordings do not allow: no whole cycle, no failures known. */
public final class ExperimentException extends FaultslipException {

  /** @param message one line: the value found, and the remedy */
  public ExperimentException(String message) {
    super(message);
  }
}
