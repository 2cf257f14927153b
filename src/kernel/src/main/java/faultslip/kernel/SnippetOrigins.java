package faultslip.kernel;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.Snippet;

/** Where each snippet stands: JShell counts characters and lines from a snippet's beginning, people from a cell's. */
final class SnippetOrigins {

  /**
   * @param cell the cell a snippet was written in
   * @param offset of the snippet's first character in it
   */
  record Origin(Cell cell, int offset) {

    /** The cell's line for a line of the snippet, both counted from 1. */
    int line(int snippetLine) {
      return cell.lineAt(offset) + snippetLine - 1;
    }
  }

  private final Map<String, Origin> origins = new HashMap<>();

  void record(Snippet snippet, Origin origin) {
    origins.put(snippet.id(), origin);
  }

  /** Empty for a frame outside notebook code; JShell names the file of a snippet by its id. */
  Optional<Origin> of(StackTraceElement frame) {
    String file = frame.getFileName();
    return file != null && file.startsWith("#")
        ? Optional.ofNullable(origins.get(file.substring(1))) : Optional.empty();
  }
}
