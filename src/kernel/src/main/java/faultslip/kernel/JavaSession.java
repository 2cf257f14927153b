package faultslip.kernel;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.UnresolvedReferenceException;

/** One notebook's Java: what its cells have declared so far, and how they run. */
final class JavaSession {
  // What a cell of IJava and JJava sees.
  private static final List<String> IMPORTS = List.of("java.util.*", "java.io.*", "java.math.*", "java.net.*",
      "java.util.concurrent.*", "java.util.prefs.*", "java.util.regex.*",
      "static org.dflib.jjava.jupyter.kernel.BaseNotebookStatics.*");
  private static final Set<SubKind> WITH_VALUE =
      Set.of(SubKind.VAR_VALUE_SUBKIND, SubKind.OTHER_EXPRESSION_SUBKIND, SubKind.TEMP_VAR_EXPRESSION_SUBKIND);

  private final CellExecution execution = new CellExecution();
  private final ErrorReport report = new ErrorReport();
  private final Set<Path> classPath = new HashSet<>(KernelSpec.classPath());
  private final JShell shell;
  private final SourceCodeAnalysis analysis;

  /** Begins with the compiler ready for the first cell, in a second or two. */
  JavaSession() {
    shell = JShell.builder().executionEngine(execution, Map.of()).build();
    if (System.getenv("CLASSPATH") != null) {
      // The compiler would prefer that variable to the path this process runs with.
      shell.addToClasspath(System.getProperty("java.class.path"));
    }
    analysis = shell.sourceCodeAnalysis();
    IMPORTS.forEach(name -> shell.eval("import " + name + ";"));
    analysis.analyzeCompletion("int a = 1; a + 1");
    shell.eval("\"\".isEmpty()").forEach(event -> shell.drop(event.snippet()));
  }

  /**
   * Evaluates a cell; returns the value of its last expression, null if it ends with a statement or a semicolon.
   * Remarks tell of declarations that cannot be used yet. A {@link NotebookException} if a part does not compile,
   * throws, or is interrupted; what came before it is done.
   */
  Object evaluate(Cell cell, PrintStream remarks) {
    if (!execution.isOnThread()) {
      execution.begin();
    }
    Object value = null;
    Set<Snippet> evaluated = new LinkedHashSet<>();
    int offset = 0;
    while (offset < cell.source().length()) {
      String rest = cell.source().substring(offset).stripLeading();
      // JShell miscounts the lines of a snippet that begins with an empty one.
      offset = cell.source().length() - rest.length();
      CompletionInfo info = analysis.analyzeCompletion(rest);
      if (info.completeness() == Completeness.EMPTY) {
        break;
      }
      boolean complete = info.completeness().isComplete();
      Cell snippet = new Cell(cell.name(), cell.source(), offset);
      if (info.completeness() == Completeness.DEFINITELY_INCOMPLETE && isClosedBy(rest + "\n*/")) {
        throw ErrorReport.notCompiled(snippet, "unclosed comment");
      }
      String source = complete ? info.source() : rest;
      List<Snippet> snippets = evaluate(source, snippet);
      evaluated.addAll(snippets);
      value = snippets.stream().map(Snippet::subKind).anyMatch(WITH_VALUE::contains)
          && !endsWithSemicolon(source) ? execution.value() : null;
      offset = complete ? cell.source().length() - info.remaining().length() : cell.source().length();
    }
    evaluated.forEach(snippet -> remarkUnresolved(snippet, remarks));
    execution.lostValues().forEach(name -> remarks.println(
        name + " has lost its value, because its type was declared anew; run the cell again that sets it"));
    return value;
  }

  /** Runs a task on the thread of the cells, so that it can be interrupted as a cell can. */
  Object call(Cell cell, Callable<?> task) {
    try {
      return execution.call(task);
    } catch (Throwable e) {
      throw execution.interrupted() ? report.interrupted(cell, Optional.empty()) : ErrorReport.notShown(e);
    }
  }

  void interrupt() {
    execution.interrupt();
  }

  /**
   * Ends the cell here if it has been interrupted and this is its thread. From JDK 20 on library code cannot be stopped
   * from outside, but what takes long mostly tells of its progress.
   */
  void endIfInterrupted() {
    if (execution.isOnThread() && execution.interrupted()) {
      throw new InterruptedCell();
    }
  }

  /** Adds a folder or jar to what cells can use; one that is there already is left as it is. */
  void addToClassPath(Path entry) {
    Path absolute = entry.toAbsolutePath().normalize();
    if (classPath.add(absolute)) {
      shell.addToClasspath(absolute.toString());
    }
  }

  /** Completion and documentation, by what cells have declared so far. */
  CodeAssistant assistant() {
    return new CodeAssistant(shell);
  }

  /**
   * Tells {@code draw()} from {@code draw();}: JShell takes both for an expression, a notebook shows the value of one.
   * A semicolon within the expression, or in a comment, does not count.
   */
  boolean endsWithSemicolon(String expression) {
    // One more ends an expression that has none, and is left over from one that has.
    return !analysis.analyzeCompletion(expression + "\n;").remaining().isBlank();
  }

  // In a comment that does not end JShell finds nothing to compile, and nothing wrong either.
  private boolean isClosedBy(String withEnd) {
    Completeness completeness = analysis.analyzeCompletion(withEnd).completeness();
    return completeness.isComplete() || completeness == Completeness.EMPTY;
  }

  private List<Snippet> evaluate(String source, Cell origin) {
    List<SnippetEvent> events = shell.eval(source);
    List<Snippet> own =
        events.stream().filter(event -> event.causeSnippet() == null).map(SnippetEvent::snippet).toList();
    own.forEach(snippet -> report.record(snippet, origin));
    Optional<JShellException> thrown = events.stream().map(SnippetEvent::exception).filter(e -> e != null).findFirst();
    if (execution.interrupted()) {
      throw report.interrupted(origin, thrown);
    }
    for (Snippet snippet : own) {
      if (shell.status(snippet) == Status.REJECTED) {
        throw ErrorReport.notCompiled(origin, shell.diagnostics(snippet).filter(Diag::isError).toList());
      }
    }
    if (thrown.isPresent()) {
      throw report.thrown(thrown.get(), thrown.get() instanceof UnresolvedReferenceException missing
          ? unresolved(missing.getSnippet()) : "");
    }
    return own;
  }

  private void remarkUnresolved(Snippet snippet, PrintStream remarks) {
    Status status = shell.status(snippet);
    if (status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED) {
      DeclarationSnippet declared = (DeclarationSnippet) snippet;
      remarks.println(declared.name() + " is declared, and cannot be used until there is: " + unresolved(declared));
    }
  }

  private String unresolved(DeclarationSnippet snippet) {
    return shell.unresolvedDependencies(snippet).collect(Collectors.joining(", "));
  }

  // An error, so that what a cell calls does not take it for a failure of its own.
  private static final class InterruptedCell extends Error {
    private static final long serialVersionUID = 1;
  }
}
