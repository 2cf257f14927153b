package faultslip.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelTextsTest {
  @TempDir private Path folder;

  @Test
  void javadocIsFoundBySignature() throws IOException {
    Files.createDirectories(folder.resolve("mine"));
    Files.writeString(folder.resolve("mine/Fault.java"), """
        package mine;
        /** A fault of rock. */
        class Fault {
          /** Its name. */
          String name;
          /** Made of a name. */
          Fault(String name) {}
          /** Slips by itself. */
          double slip() { return 0; }
          /** Slips under a load. */
          double slip(double load, java.util.List<java.util.List<Fault>> others) { return 0; }
          /** A piece of it. */
          record Patch(int number) {}
        }
        """);
    SourceJavadoc javadoc = new SourceJavadoc(folder.resolve("none") + File.pathSeparator + folder);
    assertThat(javadoc.of("mine.Fault", List.of())).contains("A fault of rock.");
    assertThat(javadoc.of("mine.Fault.name:java.lang.String", List.of())).contains("Its name.");
    assertThat(javadoc.of("mine.Fault(String name)", List.of())).contains("Made of a name.");
    assertThat(javadoc.of("double mine.Fault.slip()", List.of())).contains("by itself");
    assertThat(javadoc.of("double mine.Fault.slip(double load, java.util.List<java.util.List<mine.Fault>> others)", List.of()))
        .contains("under a load");
    assertThat(javadoc.of("double Fault.slip()", List.of("java.util.", "mine."))).contains("by itself");
    assertThat(javadoc.of("mine.Fault.Patch", List.of())).contains("A piece of it.");
    assertThat(javadoc.of("double mine.Fault.slip(double weight)", List.of())).isEmpty();
    assertThat(javadoc.of("java.lang.String", List.of())).isEmpty();
    assertThat(javadoc.of("", List.of())).isEmpty();
    assertThat(new SourceJavadoc("").of("mine.Fault", List.of())).isEmpty();
  }

  @Test
  void javadocReadsAsText() {
    assertThat(SourceJavadoc.asText(" A {@code List<T>} of <b>all</b>.\n\n <p>More &lt;.\n @param x the {@link Y}\n @return it"))
        .isEqualTo("A List<T> of all.\nMore <.\nparam: x the Y\nreturn: it");
  }

  @Test
  void jupyterFoldersFollowTheEnvironment() {
    Path home = Path.of("/home/a");
    assertThat(KernelPlace.ofUser(Map.of(), home, "Linux")).isEqualTo(Path.of("/home/a/.local/share/jupyter/kernels"));
    assertThat(KernelPlace.ofUser(Map.of("XDG_DATA_HOME", "/x"), home, "Linux")).isEqualTo(Path.of("/x/jupyter/kernels"));
    assertThat(KernelPlace.ofUser(Map.of("JUPYTER_DATA_DIR", "/j"), home, "Linux")).isEqualTo(Path.of("/j/kernels"));
    assertThat(KernelPlace.ofUser(Map.of(), home, "Mac OS X")).isEqualTo(Path.of("/home/a/Library/Jupyter/kernels"));
    assertThat(KernelPlace.ofEnvironment(Map.of("CONDA_PREFIX", "/c"))).contains(Path.of("/c/share/jupyter/kernels"));
    assertThat(KernelPlace.ofEnvironment(Map.of())).isEmpty();
  }
}
