package faultslip.kernel;

import faultslip.kernel.SnippetOrigins.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShellException;
import jdk.jshell.UnresolvedReferenceException;

/** Tells what went wrong in the words and lines of the notebook: no frame of kernel or JShell appears. */
final class ErrorReport {
  private static final int MOST_FRAMES = 16;
  private static final String RED = "\u001B[1;31m";
  private static final String FAINT = "\u001B[90m";
  private static final String PLAIN = "\u001B[0m";

  private final SnippetOrigins origins;

  ErrorReport(SnippetOrigins origins) {
    this.origins = origins;
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
      lines.add(RED + "CompileError" + PLAIN + ": " + inOneLine(error));
      lines.add("  " + cell.name() + ", line " + cell.lineAt(start));
      lines.add("    " + line);
      lines.add("    " + blank(line.substring(0, column)) + RED + "^".repeat(carets) + PLAIN);
    }
    String message = errors.isEmpty() ? origin.cell().name() + " does not compile" : inOneLine(errors.get(0));
    return new CellException("CompileError", message, lines.isEmpty() ? List.of(message) : lines);
  }

  /** What a cell threw, by the cell's lines. */
  CellException thrown(JShellException exception, String unresolved) {
    List<String> lines = new ArrayList<>();
    String name = name(exception);
    String message = message(exception, unresolved);
    lines.add(RED + name + PLAIN + (message.isEmpty() ? "" : ": " + message));
    frames(exception.getStackTrace(), lines);
    for (Throwable cause = exception.getCause(); cause instanceof JShellException because; cause = cause.getCause()) {
      String said = message(because, unresolved);
      lines.add("Caused by " + RED + name(because) + PLAIN + (said.isEmpty() ? "" : ": " + said));
      frames(because.getStackTrace(), lines);
    }
    return new CellException(name, message, lines);
  }

  /** What the kernel itself met while it showed a cell's result: a {@code toString} or a renderer that fails. */
  CellException notShown(Throwable thrown) {
    List<String> lines = new ArrayList<>();
    String name = thrown.getClass().getSimpleName();
    String message = thrown.getMessage() == null ? "" : thrown.getMessage();
    lines.add(RED + name + PLAIN + (message.isEmpty() ? "" : ": " + message));
    lines.add("  while the result of the cell was shown");
    Arrays.stream(thrown.getStackTrace()).takeWhile(frame -> !ofKernel(frame))
        .limit(MOST_FRAMES).forEach(frame -> lines.add(libraryFrame(frame)));
    return new CellException(name, message, lines);
  }

  /** A cell that was interrupted, at this place if it is known. */
  CellException interrupted(Cell cell, Optional<JShellException> where) {
    List<String> lines = new ArrayList<>();
    lines.add(RED + "Interrupted" + PLAIN + ": " + cell.name() + " was interrupted");
    where.ifPresent(exception -> frames(exception.getStackTrace(), lines));
    return new CellException("Interrupted", cell.name() + " was interrupted", lines);
  }

  private void frames(StackTraceElement[] frames, List<String> lines) {
    int last = frames.length;
    // What lies below the last line of the notebook belongs to the kernel.
    while (last > 0 && origins.of(frames[last - 1]).isEmpty()) {
      last--;
    }
    int shown = last == 0 ? frames.length : last;
    int elided = Math.max(0, shown - MOST_FRAMES);
    for (int i = 0; i < shown; i++) {
      Optional<Origin> origin = origins.of(frames[i]);
      if (origin.isPresent()) {
        lines.add(notebookFrame(frames[i], origin.get()));
      } else if (i < shown - elided) {
        lines.add(libraryFrame(frames[i]));
      }
    }
  }

  private static String notebookFrame(StackTraceElement frame, Origin origin) {
    int line = origin.line(frame.getLineNumber());
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
