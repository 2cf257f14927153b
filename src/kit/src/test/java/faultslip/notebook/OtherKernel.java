package faultslip.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;
import org.dflib.jjava.jupyter.Extension;

/**
 * JShell in this process, as IJava and JJava have it, and what makes them differ from it: extensions are loaded from a
 * jar as soon as that is added, and an import of a package empties every variable of an object before it.
 */
public final class OtherKernel implements AutoCloseable {
  static final Predicate<Path> IS_KIT =
      path -> path.endsWith("target/classes") || path.getFileName().toString().startsWith("faultslip-");
  private static final List<Path> ADDED = new ArrayList<>();
  private final JShell shell = JShell.builder().executionEngine("local").build();

  OtherKernel() {
    ADDED.clear();
    Stream.of("java.util.*", "java.io.*", "java.util.regex.*", "static " + OtherKernel.class.getCanonicalName() + ".lineMagic")
        .forEach(name -> shell.eval("import " + name + ";"));
    ownPath().forEach(entry -> shell.addToClasspath(entry.toString()));
  }

  /** Called by cells. */
  public static void lineMagic(String name, List<String> arguments) {
    List<Path> paths = arguments.stream().map(Path::of).toList();
    ADDED.addAll(paths.stream().filter(path -> !path.toString().contains("*")).toList());
    if (name.equals("jars")) {
      ADDED.addAll(ownPath().filter(IS_KIT).toList());
      loadExtensions();
    }
  }

  private static void loadExtensions() {
    URL[] urls = ADDED.stream().map(OtherKernel::url).toArray(URL[]::new);
    // What the kernel itself has in its class path: its own interface, and nothing of the kit.
    ClassLoader kernel = new ClassLoader(ClassLoader.getPlatformClassLoader()) {
      @Override
      protected Class<?> findClass(String type) throws ClassNotFoundException {
        if (type.startsWith("org.dflib.jjava.")) {
          return Extension.class.getClassLoader().loadClass(type);
        }
        throw new ClassNotFoundException(type);
      }
    };
    try (URLClassLoader cells = new URLClassLoader(urls, kernel)) {
      for (Extension extension : ServiceLoader.load(Extension.class, cells)) {
        // Its types are looked for, as installing it would.
        assertThat(extension.getClass().getDeclaredMethods()).isNotEmpty();
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }

  /** Evaluates a cell; the last value as text. */
  String evaluate(String cell) {
    String value = null;
    SourceCodeAnalysis.CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(cell);
    while (!next.source().isBlank()) {
      for (SnippetEvent event : shell.eval(next.source())) {
        if (event.exception() != null) {
          throw new AssertionError(next.source(), event.exception());
        }
        assertThat(event.status()).as(next.source()).isNotEqualTo(Snippet.Status.REJECTED);
        value = event.value();
        if (event.snippet() instanceof ImportSnippet found && found.fullname().endsWith("*")) {
          emptyVariables();
        }
      }
      next = shell.sourceCodeAnalysis().analyzeCompletion(next.remaining());
    }
    return value;
  }

  private void emptyVariables() {
    for (VarSnippet variable : shell.variables().toList()) {
      if (!variable.typeName().matches("[a-z]+")) {
        shell.eval(variable.name() + " = null;");
      }
    }
  }

  @Override
  public void close() {
    shell.close();
  }

  static Stream<Path> ownPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of);
  }
}
