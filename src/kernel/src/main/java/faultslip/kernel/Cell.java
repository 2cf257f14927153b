package faultslip.kernel;

import java.util.List;

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
    return 1 + (int) source.substring(0, Math.min(offset, source.length())).chars().filter(c -> c == '\n').count();
  }

  /** The place in its line, counted from 0, of the character at this offset. */
  int columnAt(int offset) {
    int within = Math.min(offset, source.length());
    return within - (source.lastIndexOf('\n', within - 1) + 1);
  }

  /** The text of a line counted from 1; "" if there is no such line. */
  String line(int number) {
    List<String> lines = source.lines().toList();
    return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
  }
}
