package faultslip.figure;

import faultslip.FaultslipException;
import faultslip.study.Study;

/** A figure that cannot be drawn or written: no font, an empty layout, a folder that cannot be written to. */
public final class FigureException extends FaultslipException {

  /** @param message one line: what was found, and the remedy */
  public FigureException(String message) {
    super(message);
  }

  /**
   * @param message one line: what was found, and the remedy
   * @param cause the underlying failure
   */
  public FigureException(String message, Throwable cause) {
    super(message, cause);
  }

  /** @throws FigureException if the study does not say what a failure is */
  static void requireFailures(Study study) {
    if (!study.hasFailures()) {
      throw new FigureException(("Study '%s' does not say what a failure is, so there is nothing to draw;"
          + " give it failure criteria.").formatted(study.name()));
    }
  }
}
