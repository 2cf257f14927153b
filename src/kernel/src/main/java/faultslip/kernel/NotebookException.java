package faultslip.kernel;

import java.util.List;

/** A notebook that cannot be read, run or shown; the message names it and says what is wrong. */
public final class NotebookException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> report;

  /** @param message one line: the notebook, what was found, and the remedy */
  public NotebookException(String message) {
    this(message, List.of());
  }

  /**
   * @param message one line: the notebook, what was found, and the remedy
   * @param cause the underlying failure
   */
  public NotebookException(String message, Throwable cause) {
    super(message, cause);
    report = List.of();
  }

  /**
   * @param message one line: notebook, cell and error
   * @param report the lines shown below the cell, without colours
   */
  NotebookException(String message, List<String> report) {
    super(message);
    this.report = List.copyOf(report);
  }

  /** What is shown below the cell that failed: error and the lines of cells it came through; empty if none did. */
  public List<String> report() {
    return report;
  }
}
