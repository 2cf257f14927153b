package faultslip.gouge;

import faultslip.FaultslipException;
import java.util.Locale;

/** A simulation that cannot be run as asked for: a parameter outside its range, a checkpoint of another run. */
public final class SimulationException extends FaultslipException {

  /** @param message one line: the value found, and the remedy */
  public SimulationException(String message) {
    super(message);
  }

  /** As the other, with the failure behind it. */
  public SimulationException(String message, Throwable cause) {
    super(message, cause);
  }

  static void require(boolean holds, String name, double value, String range) {
    refuseUnless(holds, "Simulation parameter '%s' is %s; give %s.", name, value, range);
  }

  static void refuseUnless(boolean holds, String message, Object... values) {
    if (!holds) {
      throw new SimulationException(String.format(Locale.ROOT, message, values));
    }
  }
}
