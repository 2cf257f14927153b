package faultslip.kernel;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
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

/** The Javadoc of a project's own classes, from their sources: JShell itself finds that of the JDK alone. */
final class SourceJavadoc {
  /** System property that names the folders of the sources, separated as in a class path. */
  static final String SOURCES = "faultslip.kernel.sources";

  // Such as "int a.b.Type.method(int first, String second)" or "a.b.Type.field:int", without arguments of types.
  private static final Pattern SIGNATURE = Pattern.compile("(?:[^(]* )?([\\w.$]+)(?::[^(]*)?(?:\\((.*)\\).*)?");
  private static final Pattern INLINE = Pattern.compile("\\{@(?:code|literal|link|linkplain|value)\\s+([^{}]*)\\}");
  private static final Pattern PARAGRAPH = Pattern.compile("\\s*(?:<p>|</p>|<ul>|</ul>|<ol>|</ol>|<br\\s*/?>)\\s*");
  private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(param|return|throws|since|see)\\s+");

  private SourceJavadoc() {}

  /**
   * The comment of what JShell describes by this signature, without its stars; "" if there is none.
   *
   * @param packages whose types are named without them, such as {@code "java.util."}
   * @param folders in which {@code java/lang/String.java} would be looked for, separated as in a class path
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
      return Stream.concat(Stream.of(""), packages.stream())
          .flatMap(before -> called(before + name, elements))
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
