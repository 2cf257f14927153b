package faultslip.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.UnresolvedReferenceException;

/** Tells what went wrong in the words and lines of the notebook: no frame of kernel or JShell appears. */
final class ErrorReport {
  private static final int MOST_FRAMES = 16;
  private static final String RED = "\u001B[1;31m";
  private static final String FAINT = "\u001B[90m";
  private static final String PLAIN = "\u001B[0m";

  // By the line in which the error is.
  private static final Map<String, String> HINTS = Map.of(
      "%.*", "Magics are no Java: here they are calls, as lineMagic(\"jars\", List.of(\"my.jar\")); "
          + "the kernel's class path takes libraries of Maven's.",
      ".*\\bsealed\\b(?!.*\\bpermits\\b).*", "In a cell a sealed type must name its subtypes: "
          + "sealed interface Shape permits Circle, Square {}.");

  private final Map<String, Origin> origins = new HashMap<>();

  /**
   * Where a snippet stands: JShell counts from a snippet's beginning, people from a cell's.
   *
   * @param offset of the snippet's first character in the cell
   */
  record Origin(Cell cell, int offset) {}

  /** Lets errors of a snippet be told by the lines of its cell. */
  void record(Snippet snippet, Origin origin) {
    origins.put("#" + snippet.id(), origin);
  }

  /** Source that does not compile: each error with its line and a caret below the place. */
  CellException notCompiled(Origin origin, List<Diag> errors) {
    List<String> lines = new ArrayList<>();
    for (Diag error : errors) {
      Cell cell = origin.cell();
      int start = origin.offset() + (int) Math.max(0, error.getStartPosition());
      int end = origin.offset() + (int) Math.max(0, error.getEndPosition());
      String line = cell.line(cell.lineAt(start));
      int column = Math.min(cell.columnAt(start), line.length());
      int carets = Math.max(1, Math.min(end - start, line.length() - column));
      lines.add(headline("CompileError", inOneLine(error)));
      lines.add("  " + cell.name() + ", line " + cell.lineAt(start));
      lines.add("    " + line);
      lines.add("    " + blank(line.substring(0, column)) + RED + "^".repeat(carets) + PLAIN);
      HINTS.forEach((pattern, hint) -> {
        if (line.strip().matches(pattern)) {
          lines.add("  " + hint);
        }
      });
    }
    String message = errors.isEmpty() ? origin.cell().name() + " does not compile" : inOneLine(errors.get(0));
    return new CellException("CompileError", message, lines.isEmpty() ? List.of(message) : lines);
  }

  /** Source in which JShell finds nothing wrong, and yet something is. */
  CellException notCompiled(Origin origin, String message) {
    int line = origin.cell().lineAt(origin.offset());
    return new CellException("CompileError", message, List.of(headline("CompileError", message),
        "  " + origin.cell().name() + ", line " + line, "    " + origin.cell().line(line)));
  }

  /** What a cell threw, by the cell's lines. */
  CellException thrown(JShellException exception, String unresolved) {
    List<String> lines = new ArrayList<>();
    String name = name(exception);
    String message = message(exception, unresolved);
    lines.add(headline(name, message));
    frames(exception.getStackTrace(), lines);
    for (Throwable cause = exception.getCause(); cause instanceof JShellException because; cause = cause.getCause()) {
      lines.add("Caused by " + headline(name(because), message(because, unresolved)));
      frames(because.getStackTrace(), lines);
    }
    return new CellException(name, message, lines);
  }

  /** What the kernel itself met while it showed a cell's result: a {@code toString} or a renderer that fails. */
  CellException notShown(Throwable thrown) {
    List<String> lines = new ArrayList<>();
    String name = thrown.getClass().getSimpleName();
    String message = thrown.getMessage() == null ? "" : thrown.getMessage();
    lines.add(headline(name, message));
    lines.add("  while the result of the cell was shown");
    Arrays.stream(thrown.getStackTrace()).takeWhile(frame -> !ofKernel(frame))
        .limit(MOST_FRAMES).forEach(frame -> lines.add(libraryFrame(frame)));
    return new CellException(name, message, lines);
  }

  /** What the kernel itself met while it compiled a cell or told of its result. */
  static CellException ofKernel(Cell cell, Error thrown) {
    String name = thrown.getClass().getSimpleName();
    // JShell may wrap the compiler's own error.
    String message = String.valueOf(thrown).contains(StackOverflowError.class.getName())
        ? cell.name() + " nests too deep for the compiler; take it apart into several statements"
        : thrown instanceof OutOfMemoryError
        ? "no memory is left to show the result of " + cell.name() + "; show a part of it, or give the kernel more"
        : String.valueOf(thrown.getMessage());
    return new CellException(name, message, List.of(headline(name, message)));
  }

  /** A cell that was interrupted, at this place if it is known. */
  CellException interrupted(Cell cell, Optional<JShellException> where) {
    List<String> lines = new ArrayList<>();
    lines.add(headline("Interrupted", cell.name() + " was interrupted"));
    where.ifPresent(exception -> frames(exception.getStackTrace(), lines));
    return new CellException("Interrupted", cell.name() + " was interrupted", lines);
  }

  private static String headline(String name, String message) {
    return RED + name + PLAIN + (message.isEmpty() ? "" : ": " + message);
  }

  private void frames(StackTraceElement[] frames, List<String> lines) {
    int last = frames.length;
    // What lies below the last line of the notebook belongs to the kernel.
    while (last > 0 && !origins.containsKey(frames[last - 1].getFileName())) {
      last--;
    }
    int shown = last == 0 ? frames.length : last;
    int elided = Math.max(0, shown - MOST_FRAMES);
    for (int i = 0; i < shown; i++) {
      // JShell names the file of a snippet by its id.
      Origin origin = origins.get(frames[i].getFileName());
      if (origin != null) {
        lines.add(notebookFrame(frames[i], origin));
      } else if (i < shown - elided) {
        lines.add(libraryFrame(frames[i]));
      }
    }
  }

  private static String notebookFrame(StackTraceElement frame, Origin origin) {
    int line = origin.cell().lineAt(origin.offset()) + frame.getLineNumber() - 1;
    String method = frame.getMethodName().contains("lambda$") ? "a lambda" : frame.getMethodName();
    String within = method.isEmpty()
        ? "" : ", in " + (frame.getClassName().isEmpty() ? "" : frame.getClassName() + ".") + method;
    return "  " + origin.cell().name() + ", line " + line + within + "\n    " + origin.cell().line(line).strip();
  }

  private static String libraryFrame(StackTraceElement frame) {
    return FAINT + "  at " + frame + PLAIN;
  }

  private static boolean ofKernel(StackTraceElement frame) {
    return frame.getClassName().startsWith("org.dflib.jjava.")
        || frame.getClassName().startsWith(ErrorReport.class.getPackageName() + ".");
  }

  private static String name(JShellException exception) {
    if (exception instanceof EvalException thrown) {
      String name = thrown.getExceptionClassName();
      return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
    return "NotDeclared";
  }

  private static String message(JShellException exception, String unresolved) {
    if (exception instanceof UnresolvedReferenceException missing) {
      return missing.getSnippet().name() + " needs what is not declared yet: " + unresolved;
    }
    return exception.getMessage() == null || "null".equals(exception.getMessage()) ? "" : exception.getMessage();
  }

  private static String inOneLine(Diag error) {
    return error.getMessage(Locale.getDefault()).lines().map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("location:"))
        .map(line -> line.replaceAll("\\s+", " ")).collect(Collectors.joining("; "));
  }

  // Of the same width on screen, tabs being tabs.
  private static String blank(String text) {
    return text.replaceAll("[^\\t]", " ");
  }
}
