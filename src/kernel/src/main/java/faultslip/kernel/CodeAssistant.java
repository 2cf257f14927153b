package faultslip.kernel;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;

/**
 * Completion and documentation at a place in a cell. JShell answers for one snippet; here it is given the snippet at
 * the cursor after the cell's earlier statements, so a variable declared two lines above is known before it has run.
 */
final class CodeAssistant {
  private static final Pattern NAME = Pattern.compile("(?<![\\w$.])[\\p{L}_$][\\w$]*$");
  private static final Set<Kind> STATEMENTS = Set.of(Kind.VAR, Kind.EXPRESSION, Kind.STATEMENT, Kind.TYPE_DECL);
  private static final String BOLD = "\u001B[1m";
  private static final String PLAIN = "\u001B[0m";

  private final JShell shell;
  private final SourceCodeAnalysis analysis;

  // What JShell is asked about: the text up to the cursor, and how far it is shifted against the cell.
  private record Question(String text, int shift) {}

  CodeAssistant(JShell shell) {
    this.shell = shell;
    analysis = shell.sourceCodeAnalysis();
  }

  /** Texts to choose from, those of the expected type first, and the part of the cell that they replace. */
  ReplacementOptions complete(String cell, int end) {
    int cursor = Math.min(end, cell.length());
    String upToCursor = cell.substring(0, cursor);
    Matcher name = NAME.matcher(upToCursor);
    List<String> declared = name.find() ? declared(upToCursor, name.group()) : List.of();
    for (Question question : questions(upToCursor)) {
      int[] anchor = new int[1];
      List<Suggestion> found = analysis.completionSuggestions(question.text(), question.text().length(), anchor);
      if (!found.isEmpty()) {
        List<String> texts = found.stream().sorted(Comparator.comparing(text -> !text.matchesType()))
            .map(Suggestion::continuation).toList();
        return new ReplacementOptions(Stream.of(declared, texts).flatMap(List::stream).distinct().toList(),
            anchor[0] - question.shift(), cursor);
      }
    }
    return new ReplacementOptions(declared, declared.isEmpty() ? cursor : name.start(), cursor);
  }

  // JShell does not know what the cell itself declares before it has run.
  private List<String> declared(String upToCursor, String prefix) {
    return earlier(upToCursor).stream().flatMap(this::snippets)
        .filter(DeclarationSnippet.class::isInstance).map(DeclarationSnippet.class::cast)
        .map(declared -> declared.name() + (declared.kind() == Kind.METHOD ? "(" : ""))
        .filter(text -> text.startsWith(prefix)).distinct().toList();
  }

  private List<String> earlier(String source) {
    List<String> earlier = new ArrayList<>();
    CompletionInfo info = analysis.analyzeCompletion(source);
    while (!isLast(info)) {
      earlier.add(info.source());
      info = analysis.analyzeCompletion(info.remaining());
    }
    return earlier;
  }

  /**
   * What Shift-Tab shows of the name at the cursor, or of the method whose arguments it stands among: signatures, each
   * with its Javadoc where its source is at hand; "" if there is nothing of the kind.
   */
  String document(String cell, int cursor) {
    int end = Math.min(cursor, cell.length());
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
    List<String> packages = shell.imports().map(ImportSnippet::fullname)
        .map(name -> name.substring(0, name.lastIndexOf('.') + 1)).distinct().toList();
    String comment = found.javadoc() != null ? found.javadoc()
        : SourceJavadoc.of(found.signature(), packages, System.getProperty(SourceJavadoc.SOURCES, ""));
    return BOLD + found.signature() + PLAIN
        + (comment.isBlank() ? "" : "\n" + SourceJavadoc.asText(comment).indent(2).stripTrailing());
  }

  // With the statements before it, and alone.
  private List<Question> questions(String upToCursor) {
    List<String> earlier = earlier(upToCursor);
    int offset = earlier.stream().mapToInt(String::length).sum();
    String fragment = upToCursor.substring(offset);
    String before = earlier.stream()
        .filter(source -> snippets(source).allMatch(part -> STATEMENTS.contains(part.kind())))
        .map(source -> source + "\n").collect(Collectors.joining());
    return Stream.of(before, "").distinct().map(text -> new Question(text + fragment, text.length() - offset)).toList();
  }

  private Stream<Snippet> snippets(String source) {
    return analysis.sourceToSnippets(source).stream();
  }

  private static boolean isLast(CompletionInfo info) {
    return !info.completeness().isComplete() || info.remaining().isBlank();
  }

  /** The Javadoc of a project's own classes, from their sources: JShell itself finds that of the JDK alone. */
  static final class SourceJavadoc {
    /** System property that names the folders of the sources, separated as in a class path. */
    static final String SOURCES = "faultslip.kernel.sources";

    // Such as "int a.b.Type.method(int first, String second)" or "a.b.Type.field:int", without arguments of types.
    private static final Pattern SIGNATURE = Pattern.compile("(?:[^(]* )?([\\w.$]+)(?::[^(]*)?(?:\\((.*)\\).*)?");
    private static final Pattern INLINE = Pattern.compile("\\{@(?:code|literal|link|linkplain|value)\\s+([^{}]*)\\}");
    private static final Pattern PARAGRAPH = Pattern.compile("\\s*(?:<p>|</p>|<ul>|</ul>|<ol>|</ol>|<br\\s*/?>)\\s*");
    private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(param|return|throws|since|see)\\s+");

    /**
     * The comment of what JShell describes by this signature, without its stars, "" if there is none. Types of the
     * packages ("java.util.") are named without them; the folders of sources are separated as in a class path.
     */
    static String of(String signature, List<String> packages, String folders) {
      Matcher parts = SIGNATURE.matcher(withoutTypeArguments(signature));
      if (folders.isEmpty() || !parts.matches()) {
        return "";
      }
      String name = parts.group(1);
      List<String> parameters = parts.group(2) == null ? null : Stream.of(parts.group(2).split(",")).map(String::strip)
          .filter(part -> !part.isEmpty()).map(part -> part.substring(part.lastIndexOf(' ') + 1)).toList();
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
        Elements elements = ((JavacTask) compiler.getTask(null, files, diagnostic -> { },
            List.of("-proc:none", "-Xprefer:source", "-sourcepath", folders), null, null)).getElements();
        return Stream.concat(Stream.of(""), packages.stream()).flatMap(before -> called(before + name, elements))
            .filter(element -> Objects.equals(parameters(element), parameters))
            .findFirst().map(elements::getDocComment).orElse("");
      } catch (IOException e) {
        // A comment that cannot be read is a comment that is not shown.
        return "";
      }
    }

    // A type or constructor of this name, or a member of the type that stands before the last point.
    private static Stream<Element> called(String name, Elements elements) {
      return Stream.of(name, name.substring(0, Math.max(0, name.lastIndexOf('.')))).filter(type -> !type.isEmpty())
          .map(elements::getTypeElement).filter(Objects::nonNull)
          .flatMap(type -> Stream.<Element>concat(Stream.of(type), type.getEnclosedElements().stream()))
          .filter(element -> name(element).equals(name));
    }

    /** Javadoc as plain text: tags of HTML go, what they enclose stays, block tags begin lines. */
    static String asText(String comment) {
      String text = INLINE.matcher(comment.strip()).replaceAll(inline -> Matcher.quoteReplacement(
          // What looks like a tag within code is none.
          inline.group(1).replace("<", "&lt;").replace(">", "&gt;")));
      text = PARAGRAPH.matcher(text).replaceAll("\n").replaceAll("\\s*<li>\\s*", "\n- ").replaceAll("</?\\w[^>]*>", "");
      return BLOCK.matcher(text).replaceAll("$1: ").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
          .lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    private static String name(Element element) {
      if (element instanceof TypeElement type) {
        return type.getQualifiedName().toString();
      }
      String name = element.getSimpleName().toString();
      return name(element.getEnclosingElement()) + (name.equals("<init>") ? "" : "." + name);
    }

    // Null of what has none.
    private static List<String> parameters(Element element) {
      return element instanceof ExecutableElement method
          ? method.getParameters().stream().map(parameter -> parameter.getSimpleName().toString()).toList() : null;
    }

    private static String withoutTypeArguments(String signature) {
      String inner = signature.replaceAll("<[^<>]*>", "");
      return inner.equals(signature) ? signature : withoutTypeArguments(inner);
    }
  }
}
