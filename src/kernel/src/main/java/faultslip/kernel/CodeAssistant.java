package faultslip.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;

/**
 * Completion and documentation at a place in a cell. JShell answers for one snippet; here it is given the snippet at
 * the cursor after the cell's earlier statements, so that a variable declared two lines above is known before it has
 * run.
 */
final class CodeAssistant {
  private static final Set<Kind> STATEMENTS = Set.of(Kind.VAR, Kind.EXPRESSION, Kind.STATEMENT, Kind.TYPE_DECL);
  private static final String BOLD = "\u001B[1m";
  private static final String PLAIN = "\u001B[0m";

  private final SourceCodeAnalysis analysis;
  private final SourceJavadoc javadoc;

  // What JShell is asked about: the text up to the cursor, and how far it is shifted against the cell.
  private record Question(String text, int shift) {}

  /** @param javadoc where that of other classes than the JDK's is found */
  CodeAssistant(SourceCodeAnalysis analysis, SourceJavadoc javadoc) {
    this.analysis = analysis;
    this.javadoc = javadoc;
  }

  /** Texts to choose from, those of the expected type first, and the part of the cell that they replace. */
  ReplacementOptions complete(String cell, int cursor) {
    for (Question question : questions(cell.substring(0, cursor))) {
      int[] anchor = new int[1];
      List<Suggestion> found = analysis.completionSuggestions(question.text(), question.text().length(), anchor);
      if (!found.isEmpty()) {
        return new ReplacementOptions(found.stream().sorted(Comparator.comparing(text -> !text.matchesType()))
            .map(Suggestion::continuation).distinct().toList(), anchor[0] - question.shift(), cursor);
      }
    }
    return new ReplacementOptions(List.of(), cursor, cursor);
  }

  /**
   * What Shift-Tab shows of the name at the cursor, or of the method whose arguments it stands among: signatures, each
   * with its Javadoc where its source is at hand; "" if there is nothing of the kind.
   */
  String document(String cell, int cursor) {
    int end = cursor;
    while (end < cell.length() && Character.isJavaIdentifierPart(cell.charAt(end))) {
      end++;
    }
    // A name is asked for as a method first: JShell knows a method by its bracket alone.
    boolean atName = end > 0 && Character.isJavaIdentifierPart(cell.charAt(end - 1));
    return questions(cell.substring(0, end)).stream().map(Question::text)
        .flatMap(text -> atName ? Stream.of(text + "(", text) : Stream.of(text))
        .map(text -> analysis.documentation(text, text.length(), true)).filter(found -> !found.isEmpty()).findFirst()
        .orElse(List.of()).stream().map(this::entry).distinct().collect(Collectors.joining("\n\n"));
  }

  /** Complete, incomplete or wrong, for consoles that ask whether to go on to the next line. */
  Completeness completeness(String source) {
    CompletionInfo info = analysis.analyzeCompletion(source);
    return isLast(info) ? info.completeness() : completeness(info.remaining());
  }

  private String entry(Documentation found) {
    String comment = found.javadoc() != null ? found.javadoc() : javadoc.of(found.signature()).orElse("");
    return BOLD + found.signature() + PLAIN
        + (comment.isBlank() ? "" : "\n" + SourceJavadoc.asText(comment).indent(2).stripTrailing());
  }

  private List<Question> questions(String upToCursor) {
    StringBuilder before = new StringBuilder();
    String fragment = upToCursor;
    CompletionInfo info = analysis.analyzeCompletion(fragment);
    while (!isLast(info)) {
      if (analysis.sourceToSnippets(info.source()).stream().allMatch(part -> STATEMENTS.contains(part.kind()))) {
        before.append(info.source()).append('\n');
      }
      fragment = info.remaining();
      info = analysis.analyzeCompletion(fragment);
    }
    int offset = upToCursor.length() - fragment.length();
    List<Question> questions = new ArrayList<>();
    if (!before.isEmpty()) {
      questions.add(new Question(before + fragment, before.length() - offset));
    }
    questions.add(new Question(fragment, -offset));
    return questions;
  }

  private static boolean isLast(CompletionInfo info) {
    return !info.completeness().isComplete() || info.remaining().isBlank();
  }
}
