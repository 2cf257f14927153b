package faultslip.kernel;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Tells {@code draw()} from {@code draw();}: JShell takes both for an expression, a notebook shows the value of one.
 */
final class TrailingSemicolon {
  private TrailingSemicolon() {}

  /** True if a semicolon ends the expression; one within it, or in a comment, does not count. */
  static boolean ends(String expression) {
    return expression.contains(";") && !parses("class A { Object o = (" + expression + "\n); }");
  }

  private static boolean parses(String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavaFileObject file = new SimpleJavaFileObject(URI.create("memory:///A.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
    try {
      ((JavacTask) compiler.getTask(null, null, diagnostics, List.of("-proc:none"), null, List.of(file))).parse();
    } catch (IOException e) {
      throw new IllegalStateException("a source in memory is always read", e);
    }
    return diagnostics.getDiagnostics().stream().noneMatch(found -> found.getKind() == Diagnostic.Kind.ERROR);
  }
}
