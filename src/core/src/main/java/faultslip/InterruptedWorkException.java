package faultslip;

/** Long work that was stopped by interrupting its thread, which stays interrupted. */
public final class InterruptedWorkException extends FaultslipException {

  /** @param message one line: what was stopped, where, and how to go on */
  public InterruptedWorkException(String message) {
    super(message);
  }

  /** Throws one if this thread has been interrupted, and so stops its work; to be called every second or more often. */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedWorkException("Interrupted; run it again.");
    }
  }
}
