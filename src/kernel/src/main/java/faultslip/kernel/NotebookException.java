package faultslip.kernel;

import java.util.List;

/** A notebook, or a cell, that cannot be read, run or shown; the message says what was found. */
public final class NotebookException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String name;
  private final transient List<String> report;

  /** @param message one line: the notebook, what was found, and the remedy */
  public NotebookException(String message) {
    this(message, (Throwable) null);
  }

  /** As the other, with the failure behind it. */
  public NotebookException(String message, Throwable cause) {
    super(message, cause);
    name = getClass().getSimpleName();
    report = List.of();
  }

  /** A cell that did not come to its end, by the name of the error and the lines shown below the cell. */
  NotebookException(String name, String message, List<String> report) {
    super(message, null, false, false);
    this.name = name;
    this.report = List.copyOf(report);
  }

  /** Name of the error in the cell that failed, such as "ArithmeticException". */
  String name() {
    return name;
  }

  /** What is shown below the cell that failed: error and the lines of cells it came through; empty if none did. */
  public List<String> report() {
    return report;
  }
}
