package faultslip.series;

import faultslip.FaultslipException;

/** A series, recording or clock that cannot be used: too short, constant, not finite, not on one clock. */
public final class SeriesException extends FaultslipException {

  /** @param message one line: the series, the value found, and the remedy */
  public SeriesException(String message) {
    super(message);
  }
}
