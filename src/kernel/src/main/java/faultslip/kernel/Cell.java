package faultslip.kernel;

/**
 * A cell given to be evaluated, or a snippet of it that begins at an offset: JShell counts from a snippet's beginning,
 * people from a cell's. Errors call it by name ("cell 3"); the source is the whole cell's, with lines ended by "\n".
 */
record Cell(String name, String source, int begin) {

  Cell(String name, String source) {
    this(name, source.replace("\r\n", "\n"), 0);
  }

  /** The line of the cell, counted from 1, of a character of the snippet. */
  int lineAt(long position) {
    return 1 + (int) source.substring(0, offset(position)).chars().filter(c -> c == '\n').count();
  }

  /** The place in its line, counted from 0, of a character of the snippet. */
  int columnAt(long position) {
    return offset(position) - 1 - source.lastIndexOf('\n', offset(position) - 1);
  }

  private int offset(long position) {
    return (int) Math.min(source.length(), begin + Math.max(0, position));
  }

  /** The text of a line of the cell; "" if there is no such line. */
  String line(int number) {
    return source.lines().skip(Math.max(0, number - 1)).findFirst().orElse("");
  }
}
