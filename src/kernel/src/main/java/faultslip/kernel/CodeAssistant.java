package faultslip.kernel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/**
 * Completion and documentation at a place in a cell. JShell answers for one snippet; here it is given the snippet at
 * the cursor after the cell's earlier statements, so that a variable declared two lines above is known before it has
 * run.
 */
final class CodeAssistant {

  /**
   * @param texts to choose from, those of the expected type first
   * @param start offset in the cell of what they replace
   */
  record Completions(List<String> texts, int start) {}

  // What JShell is asked about: the text up to the cursor, and how far it is shifted against the cell.
  private record Question(String text, int shift) {}

  private final SourceCodeAnalysis analysis;

  CodeAssistant(SourceCodeAnalysis analysis) {
    this.analysis = analysis;
  }

  Completions complete(String cell, int cursor) {
    for (Question question : questions(cell.substring(0, cursor))) {
      int[] anchor = new int[1];
      List<Suggestion> found = analysis.completionSuggestions(question.text(), question.text().length(), anchor);
      if (!found.isEmpty()) {
        Set<String> texts = new LinkedHashSet<>();
        found.stream().filter(Suggestion::matchesType).forEach(suggestion -> texts.add(suggestion.continuation()));
        found.forEach(suggestion -> texts.add(suggestion.continuation()));
        return new Completions(List.copyOf(texts), anchor[0] - question.shift());
      }
    }
    return new Completions(List.of(), cursor);
  }

  /** What is documented at the cursor: the name it stands in, or the method whose arguments it stands among. */
  List<Documentation> document(String cell, int cursor) {
    int end = cursor;
    while (end < cell.length() && Character.isJavaIdentifierPart(cell.charAt(end))) {
      end++;
    }
    boolean atName = end > 0 && Character.isJavaIdentifierPart(cell.charAt(end - 1));
    for (Question question : questions(cell.substring(0, end))) {
      // A name is asked for as a method first: JShell knows a method by its bracket alone.
      List<String> texts = atName ? List.of(question.text() + "(", question.text()) : List.of(question.text());
      for (String text : texts) {
        List<Documentation> found = analysis.documentation(text, text.length(), true);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return List.of();
  }

  /** Complete, incomplete or wrong, for consoles that ask whether to go on to the next line. */
  Completeness completeness(String source) {
    String rest = source;
    while (true) {
      CompletionInfo info = analysis.analyzeCompletion(rest);
      if (!info.completeness().isComplete() || info.remaining().isBlank()) {
        return info.completeness();
      }
      rest = info.remaining();
    }
  }

  private List<Question> questions(String upToCursor) {
    StringBuilder before = new StringBuilder();
    int offset = 0;
    while (true) {
      CompletionInfo info = analysis.analyzeCompletion(upToCursor.substring(offset));
      if (!info.completeness().isComplete() || info.remaining().isBlank()) {
        break;
      }
      if (standsAmongStatements(info.source())) {
        before.append(info.source()).append('\n');
      }
      offset = upToCursor.length() - info.remaining().length();
    }
    String fragment = upToCursor.substring(offset);
    List<Question> questions = new ArrayList<>();
    if (!before.isEmpty()) {
      questions.add(new Question(before + fragment, before.length() - offset));
    }
    questions.add(new Question(fragment, -offset));
    return questions;
  }

  private boolean standsAmongStatements(String source) {
    return analysis.sourceToSnippets(source).stream()
        .allMatch(snippet -> snippet.kind() == Kind.VAR || snippet.kind() == Kind.EXPRESSION
            || snippet.kind() == Kind.STATEMENT || snippet.kind() == Kind.TYPE_DECL);
  }
}
