package faultslip.kernel;

/**
 * A cell as it was given to be evaluated.
 *
 * @param name as errors call it: "cell 3"
 * @param source its text, with lines ended by "\n"
 */
record Cell(String name, String source) {

  Cell {
    source = source.replace("\r\n", "\n");
  }

  /** The line, counted from 1, that holds the character at this offset. */
  int lineAt(int offset) {
    return 1 + (int) source.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  /** The place in its line, counted from 0, of the character at this offset. */
  int columnAt(int offset) {
    return offset - 1 - source.lastIndexOf('\n', offset - 1);
  }

  /** The text of a line counted from 1; "" if there is no such line. */
  String line(int number) {
    return source.lines().skip(Math.max(0, number - 1)).findFirst().orElse("");
  }
}
