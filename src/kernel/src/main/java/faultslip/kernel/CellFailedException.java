package faultslip.kernel;

import java.util.List;

/** A cell that ended with an error, or took the kernel with it. */
public final class CellFailedException extends NotebookException {
  private static final long serialVersionUID = 1;

  private final int cell;
  private final transient List<String> report;

  /**
   * @param message one line: notebook, cell and error
   * @param cell number of the code cell, counted from 1 as its execution count
   * @param report the lines shown below the cell, without colours; empty if the kernel ended
   */
  CellFailedException(String message, int cell, List<String> report) {
    super(message);
    this.cell = cell;
    this.report = List.copyOf(report);
  }

  /** Number of the cell, counted from 1, by its execution count. */
  public int cell() {
    return cell;
  }

  /** What is shown below the cell: error and the lines of cells it came through. */
  public List<String> report() {
    return report;
  }
}
