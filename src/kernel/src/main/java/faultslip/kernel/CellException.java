package faultslip.kernel;

import java.util.List;

/** A cell that did not come to its end, as a reader of the notebook is told. */
final class CellException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String name;
  private final transient List<String> report;

  /**
   * @param name of the error, such as "ArithmeticException"
   * @param message in one line
   * @param report the lines shown below the cell, coloured by ANSI codes
   */
  CellException(String name, String message, List<String> report) {
    super(message, null, false, false);
    this.name = name;
    this.report = List.copyOf(report);
  }

  String name() {
    return name;
  }

  List<String> report() {
    return report;
  }
}
