package faultslip;

/** Long work that was stopped by interrupting its thread, which stays interrupted. */
public final class InterruptedWorkException extends FaultslipException {

  /** @param message one line: what was stopped, where, and how to go on */
  public InterruptedWorkException(String message) {
    super(message);
  }

  /**
   * Stops work whose thread has been interrupted; to be called every second or more often.
   *
   * @throws InterruptedWorkException if it has been
   */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedWorkException("Interrupted; run it again.");
    }
  }
}
