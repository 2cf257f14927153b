package faultslip.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.kernel.CodeAssistant.SourceJavadoc;
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
    String folders = folder.resolve("none") + File.pathSeparator + folder;
    assertThat(SourceJavadoc.of("mine.Fault", List.of(), folders)).contains("A fault of rock.");
    assertThat(SourceJavadoc.of("mine.Fault.name:java.lang.String", List.of(), folders)).contains("Its name.");
    assertThat(SourceJavadoc.of("mine.Fault(String name)", List.of(), folders)).contains("Made of a name.");
    assertThat(SourceJavadoc.of("double mine.Fault.slip()", List.of(), folders)).contains("by itself");
    assertThat(SourceJavadoc.of("double mine.Fault.slip(double load, java.util.List<java.util.List<mine.Fault>> others)", List.of(), folders))
        .contains("under a load");
    assertThat(SourceJavadoc.of("double Fault.slip()", List.of("java.util.", "mine."), folders)).contains("by itself");
    assertThat(SourceJavadoc.of("mine.Fault.Patch", List.of(), folders)).contains("A piece of it.");
    assertThat(SourceJavadoc.of("double mine.Fault.slip(double weight)", List.of(), folders)).isEmpty();
    assertThat(SourceJavadoc.of("java.lang.String", List.of(), folders)).isEmpty();
    assertThat(SourceJavadoc.of("", List.of(), folders)).isEmpty();
    assertThat(SourceJavadoc.of("mine.Fault", List.of(), "")).isEmpty();
  }

  @Test
  void javadocReadsAsText() {
    assertThat(SourceJavadoc.asText(" A {@code List<T>} of <b>all</b>.\n\n <p>More &lt;.\n @param x the {@link Y}\n @return it"))
        .isEqualTo("A List<T> of all.\nMore <.\nparam: x the Y\nreturn: it");
  }

  @Test
  void jupyterFoldersFollowTheEnvironment() {
    Path home = Path.of("/home/a");
    assertThat(KernelProgram.Place.ofUser(Map.of(), home, "Linux")).isEqualTo(Path.of("/home/a/.local/share/jupyter/kernels"));
    assertThat(KernelProgram.Place.ofUser(Map.of("XDG_DATA_HOME", "/x"), home, "Linux")).isEqualTo(Path.of("/x/jupyter/kernels"));
    assertThat(KernelProgram.Place.ofUser(Map.of("JUPYTER_DATA_DIR", "/j"), home, "Linux")).isEqualTo(Path.of("/j/kernels"));
    assertThat(KernelProgram.Place.ofUser(Map.of(), home, "Mac OS X")).isEqualTo(Path.of("/home/a/Library/Jupyter/kernels"));
    assertThat(KernelProgram.Place.ofEnvironment(Map.of("CONDA_PREFIX", "/c"))).contains(Path.of("/c/share/jupyter/kernels"));
    assertThat(KernelProgram.Place.ofEnvironment(Map.of())).isEmpty();
  }
}
