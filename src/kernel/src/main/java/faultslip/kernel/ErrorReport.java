package faultslip.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  private final Map<String, Cell> snippets = new HashMap<>();

  /** Lets errors of a snippet be told by the lines of its cell. */
  void record(Snippet snippet, Cell origin) {
    // As JShell names its file.
    snippets.put("#" + snippet.id(), origin);
  }

  /** Source that does not compile: each error with its line and a caret below the place. */
  static NotebookException notCompiled(Cell snippet, List<Diag> errors) {
    List<String> lines = new ArrayList<>();
    for (Diag error : errors) {
      long start = error.getStartPosition();
      String line = snippet.line(snippet.lineAt(start));
      String before = line.substring(0, Math.min(snippet.columnAt(start), line.length()));
      int carets = (int) Math.max(1, Math.min(error.getEndPosition() - start, line.length() - before.length()));
      lines.add(headline("CompileError", inOneLine(error)));
      lines.add(place(snippet, snippet.lineAt(start), "", line));
      // Of the same width on screen, tabs being tabs.
      lines.add("    " + before.replaceAll("[^\\t]", " ") + RED + "^".repeat(carets) + PLAIN);
      HINTS.forEach((pattern, hint) -> {
        if (line.strip().matches(pattern)) {
          lines.add("  " + hint);
        }
      });
    }
    String message = errors.isEmpty() ? snippet.name() + " does not compile" : inOneLine(errors.get(0));
    return new NotebookException("CompileError", message, lines.isEmpty() ? List.of(message) : lines);
  }

  /** Source in which JShell finds nothing wrong, and yet something is. */
  static NotebookException notCompiled(Cell snippet, String message) {
    int line = snippet.lineAt(0);
    return failure("CompileError", message, List.of(place(snippet, line, "", snippet.line(line))));
  }

  /** What a cell threw, by the cell's lines. */
  NotebookException thrown(JShellException exception, String unresolved) {
    List<String> lines = new ArrayList<>(frames(exception));
    for (Throwable cause = exception.getCause(); cause instanceof JShellException because; cause = cause.getCause()) {
      lines.add("Caused by " + headline(name(because), message(because, unresolved)));
      lines.addAll(frames(because));
    }
    return failure(name(exception), message(exception, unresolved), lines);
  }

  /** What the kernel itself met while it showed a cell's result: a {@code toString} or a renderer that fails. */
  static NotebookException notShown(Throwable thrown) {
    Stream<String> frames = Arrays.stream(thrown.getStackTrace())
        .takeWhile(frame -> !frame.getClassName().matches("(?:org\\.dflib\\.jjava|faultslip\\.kernel)\\..*"))
        .limit(MOST_FRAMES).map(ErrorReport::libraryFrame);
    return failure(thrown.getClass().getSimpleName(), Objects.requireNonNullElse(thrown.getMessage(), ""),
        Stream.concat(Stream.of("  while the result of the cell was shown"), frames).toList());
  }

  /** What the kernel itself met while it compiled a cell or told of its result. */
  static NotebookException ofKernel(Cell cell, Error thrown) {
    // JShell may wrap the compiler's own error.
    String message = String.valueOf(thrown).contains(StackOverflowError.class.getName())
        ? cell.name() + " nests too deep for the compiler; take it apart into several statements"
        : thrown instanceof OutOfMemoryError
        ? "no memory is left to show the result of " + cell.name() + "; show a part of it, or give the kernel more"
        : String.valueOf(thrown.getMessage());
    return failure(thrown.getClass().getSimpleName(), message, List.of());
  }

  /** A cell that was interrupted, at this place if it is known. */
  NotebookException interrupted(Cell cell, Optional<JShellException> where) {
    return failure("Interrupted", cell.name() + " was interrupted", where.map(this::frames).orElse(List.of()));
  }

  private static NotebookException failure(String name, String message, List<String> below) {
    return new NotebookException(name, message,
        Stream.concat(Stream.of(headline(name, message)), below.stream()).toList());
  }

  private static String headline(String name, String message) {
    return RED + name + PLAIN + (message.isEmpty() ? "" : ": " + message);
  }

  private List<String> frames(JShellException exception) {
    List<StackTraceElement> frames = List.of(exception.getStackTrace());
    // What lies below the last line of the notebook belongs to the kernel.
    int last = frames.size();
    while (last > 0 && !snippets.containsKey(frames.get(last - 1).getFileName())) {
      last--;
    }
    List<String> lines = new ArrayList<>();
    for (StackTraceElement frame : last == 0 ? frames : frames.subList(0, last)) {
      Cell snippet = snippets.get(frame.getFileName());
      if (snippet != null) {
        lines.add(notebookFrame(frame, snippet));
      } else if (lines.size() < MOST_FRAMES && !frame.getClassName().startsWith("REPL.")) {
        lines.add(libraryFrame(frame));
      }
    }
    return lines;
  }

  private static String notebookFrame(StackTraceElement frame, Cell snippet) {
    int line = snippet.lineAt(0) + frame.getLineNumber() - 1;
    String method = frame.getMethodName().contains("lambda$") ? "a lambda" : frame.getMethodName();
    String within = method.isEmpty()
        ? "" : ", in " + (frame.getClassName().isEmpty() ? "" : frame.getClassName() + ".") + method;
    return place(snippet, line, within, snippet.line(line).strip());
  }

  private static String place(Cell cell, int line, String within, String text) {
    return "  " + cell.name() + ", line " + line + within + "\n    " + text;
  }

  private static String libraryFrame(StackTraceElement frame) {
    return FAINT + "  at " + frame + PLAIN;
  }

  private static String name(JShellException exception) {
    return exception instanceof EvalException thrown
        ? thrown.getExceptionClassName().replaceFirst(".*[.$]", "") : "NotDeclared";
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
}
