package faultslip.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.notebook.Machine;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotebookTextsTest {
  private static final Machine GOOD = new Machine("17.0.1", "Linux", "amd64", 1L << 30, 4L << 30, "1");

  @ParameterizedTest
  @ValueSource(strings = {"f();", "f(); // done", "a -> { return a; };", "f(\n);\n", "x; /* ; */"})
  void aSemicolonAtTheEndSilences(String expression) {
    assertThat(TrailingSemicolon.ends(expression)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"f()", "f(\";\")", "f(x -> { g(x); })", "f() // done;", "';'", "new A() { int b; }"})
  void otherSemicolonsDoNot(String expression) {
    assertThat(TrailingSemicolon.ends(expression)).isFalse();
  }

  @Test
  void javadocIsFoundBySignature() {
    SourceJavadoc javadoc = new SourceJavadoc(Optional.of(Path.of("src/main/java")));
    assertThat(javadoc.of("faultslip.figure.Figure")).get().asString().contains("laid out at its printed size");
    assertThat(javadoc.of("faultslip.figure.Figure faultslip.figure.Figure.of(double widthMm, String subtitle, "
        + "java.util.List<java.util.List<faultslip.figure.PanelStack>> rows)")).get().asString().contains("in millimetres");
    assertThat(javadoc.of("byte[] faultslip.figure.Figure.png(int dpi)")).get().asString().contains("256 colours");
    assertThat(javadoc.of("byte[] faultslip.figure.Figure.png()")).get().asString().contains("300 dots");
    assertThat(javadoc.of("NotebookException(String message)")).get().asString().contains("remedy");
    assertThat(javadoc.of("java.lang.String")).isEmpty();
    assertThat(javadoc.of("")).isEmpty();
    assertThat(new SourceJavadoc(Optional.empty()).of("faultslip.figure.Figure")).isEmpty();
  }

  @Test
  void javadocReadsAsText() {
    assertThat(JavadocText.of(" A {@code List<T>} of <b>all</b>.\n\n <p>More &lt;.\n @param x the {@link Y}\n @return it"))
        .isEqualTo("A List<T> of all.\nMore <.\nparam: x the Y\nreturn: it");
  }

  @Test
  void jupyterFoldersFollowTheEnvironment() {
    Path home = Path.of("/home/a");
    assertThat(JupyterFolders.ofUser(Map.of(), home, "Linux")).isEqualTo(Path.of("/home/a/.local/share/jupyter/kernels"));
    assertThat(JupyterFolders.ofUser(Map.of("XDG_DATA_HOME", "/x"), home, "Linux")).isEqualTo(Path.of("/x/jupyter/kernels"));
    assertThat(JupyterFolders.ofUser(Map.of("JUPYTER_DATA_DIR", "/j"), home, "Linux")).isEqualTo(Path.of("/j/kernels"));
    assertThat(JupyterFolders.ofUser(Map.of(), home, "Mac OS X")).isEqualTo(Path.of("/home/a/Library/Jupyter/kernels"));
    assertThat(JupyterFolders.ofEnvironment(Map.of("CONDA_PREFIX", "/c"))).contains(Path.of("/c/share/jupyter/kernels"));
    assertThat(JupyterFolders.ofEnvironment(Map.of())).isEmpty();
  }

  @Test
  void machinesThatWillNotDoAreToldApart() {
    assertThatCode(GOOD::check).doesNotThrowAnyException();
    assertThat(GOOD.describe()).isEqualTo("Java 17.0.1, Linux amd64, 1.0 GiB of heap, 4.0 GiB of memory");
    assertThat(new Machine("17", "Linux", "amd64", 1L << 30, 4L << 30, "").describe()).contains("OMP_NUM_THREADS");
    assertThatThrownBy(new Machine("17", "Linux", "riscv64", 1L << 30, 4L << 30, "1")::check)
        .isInstanceOf(NotebookException.class).hasMessageContaining("riscv64");
    assertThatThrownBy(new Machine("17", "Linux", "amd64", 1L << 28, 4L << 30, "1")::check)
        .isInstanceOf(NotebookException.class).hasMessageContaining("-Xmx1g");
    assertThatThrownBy(new Machine("17", "Linux", "amd64", 1L << 30, 1L << 30, "1")::check)
        .isInstanceOf(NotebookException.class).hasMessageContaining("1.0 GiB of memory");
  }
}
