package faultslip.kernel;


/** A notebook that cannot be read, run or shown; the message names it and says what is wrong. */
public class NotebookException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** @param message one line: the notebook, what was found, and the remedy */
  public NotebookException(String message) {
    super(message);
  }

  /**
   * @param message one line: the notebook, what was found, and the remedy
   * @param cause the underlying failure
   */
  public NotebookException(String message, Throwable cause) {
    super(message, cause);
  }
}
