package faultslip.kernel;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The Javadoc of a project's own classes, from their sources: JShell itself finds that of the JDK alone. */
final class SourceJavadoc {
  /** System property that names the folders of the sources, separated as in a class path. */
  static final String SOURCES = "faultslip.kernel.sources";

  private final List<Path> folders;

  /** @param folders in which {@code java/lang/String.java} would be looked for, in this order */
  SourceJavadoc(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /** By the folders that the installed kernel names. */
  static SourceJavadoc installed() {
    return new SourceJavadoc(Arrays.stream(System.getProperty(SOURCES, "").split(File.pathSeparator))
        .filter(folder -> !folder.isBlank()).map(Path::of).toList());
  }

  /** The comment of what JShell describes by this signature, without its stars; empty if there is none. */
  Optional<String> of(String signature) {
    Element element = Element.of(signature);
    return folders.stream().flatMap(folder -> file(folder, element.names()).stream()).findFirst()
        .flatMap(file -> comment(file, element));
  }

  // The longest beginning of a name that is a file: what follows are nested types and a member.
  private static Optional<Path> file(Path root, List<String> names) {
    for (int i = names.size(); i > 0; i--) {
      Path file = root.resolve(String.join("/", names.subList(0, i)) + ".java");
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> comment(Path file, Element element) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task = (JavacTask) compiler.getTask(null, files, diagnostic -> { }, List.of("-proc:none"), null,
          files.getJavaFileObjects(file));
      DocTrees trees = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        Search search = new Search(element, unit.getPackageName() == null ? "" : unit.getPackageName().toString());
        search.scan(unit, null);
        if (search.found != null) {
          return Optional.ofNullable(trees.getDocComment(search.found));
        }
      }
    } catch (IOException e) {
      // A comment that cannot be read is a comment that is not shown.
    }
    return Optional.empty();
  }

  /**
   * What a signature such as {@code int a.b.Type.method(int first, String second)} names.
   *
   * @param names of packages, types and member
   * @param parameters their names; null if it is no method
   */
  private record Element(List<String> names, List<String> parameters) {

    static Element of(String signature) {
      String plain = withoutTypeArguments(signature);
      int bracket = plain.indexOf('(');
      String head = (bracket < 0 ? plain : plain.substring(0, bracket)).strip();
      int colon = head.indexOf(':');
      String name = colon < 0 ? head.substring(head.lastIndexOf(' ') + 1) : head.substring(0, colon);
      List<String> names = Arrays.stream(name.split("\\.")).filter(part -> !part.isEmpty()).toList();
      if (bracket < 0) {
        return new Element(names, null);
      }
      String inside = plain.substring(bracket + 1, Math.max(bracket + 1, plain.indexOf(')', bracket)));
      return new Element(names, Arrays.stream(inside.split(",")).map(String::strip).filter(part -> !part.isEmpty())
          .map(part -> part.substring(part.lastIndexOf(' ') + 1)).toList());
    }

    String qualifiedName() {
      return String.join(".", names);
    }

    private static String withoutTypeArguments(String signature) {
      StringBuilder plain = new StringBuilder();
      int depth = 0;
      for (int i = 0; i < signature.length(); i++) {
        char c = signature.charAt(i);
        depth += c == '<' ? 1 : 0;
        if (depth == 0) {
          plain.append(c);
        }
        depth -= c == '>' ? 1 : 0;
      }
      return plain.toString();
    }
  }

  /** Walks a source file to the element looked for. */
  private static final class Search extends TreePathScanner<Void, Void> {
    private final Element element;
    private final Deque<String> within = new ArrayDeque<>();
    private TreePath found;

    Search(Element element, String packageName) {
      this.element = element;
      within.add(packageName);
    }

    @Override
    public Void visitClass(ClassTree type, Void none) {
      within.add(type.getSimpleName().toString());
      if (element.parameters() == null) {
        take(String.join(".", within));
      }
      super.visitClass(type, null);
      within.removeLast();
      return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Void none) {
      String type = String.join(".", within);
      String name = method.getReturnType() == null ? type : type + "." + method.getName();
      if (method.getParameters().stream().map(parameter -> parameter.getName().toString()).toList()
          .equals(element.parameters())) {
        take(name);
      }
      return null;
    }

    @Override
    public Void visitVariable(VariableTree variable, Void none) {
      if (element.parameters() == null && getCurrentPath().getParentPath().getLeaf() instanceof ClassTree) {
        take(String.join(".", within) + "." + variable.getName());
      }
      return null;
    }

    private void take(String name) {
      if (found == null && name.equals(element.qualifiedName())) {
        found = getCurrentPath();
      }
    }
  }
}
