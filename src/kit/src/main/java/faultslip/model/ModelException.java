package faultslip.model;

import faultslip.FaultslipException;
import faultslip.data.TextTable;

/** A model's file that cannot be used, or a recording that a model cannot predict. */
public final class ModelException extends FaultslipException {

  /** @param message one line: what was found, and the remedy */
  public ModelException(String message) {
    super(message);
  }

  ModelException(String message, Throwable cause) {
    super(message, cause);
  }

  static void require(boolean holds, String what, Object... values) {
    if (!holds) {
      throw new ModelException(TextTable.text(what, values));
    }
  }
}
