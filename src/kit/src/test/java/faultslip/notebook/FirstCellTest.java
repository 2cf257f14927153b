package faultslip.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cell that every notebook begins with, on a stand-in for IJava and JJava that fails where these have been seen to. */
class FirstCellTest {
  @TempDir private Path folder;

  private String firstCell() throws IOException {
    Files.createDirectories(folder.resolve("target"));
    Files.writeString(folder.resolve("target/classpath.txt"),
        String.join(File.pathSeparator, OtherKernel.ownPath().filter(OtherKernel.IS_KIT.negate()).filter(path -> !path.endsWith("test-classes")).map(Path::toString).toList()));
    try (InputStream stream = Bootstrap.class.getResourceAsStream("first-cell.txt")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .replace("Path.of(\"\")", "Path.of(\"" + folder.toString().replace("\\", "\\\\") + "\")");
    }
  }

  private static String quietly(OtherKernel kernel, String... cells) {
    PrintStream before = System.out;
    System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    try {
      return Stream.of(cells).map(kernel::evaluate).reduce((earlier, later) -> later).orElseThrow();
    } finally {
      System.setOut(before);
    }
  }

  @Test
  void worksOnIJavaAndJJava() throws IOException {
    try (OtherKernel kernel = new OtherKernel()) {
      assertThat(quietly(kernel, firstCell(), "Clock clock = new Clock(0, 0.5);", "clock.interval() + studyName"))
          .isEqualTo("\"0.5\"");
    }
  }

  /** What IJava and JJava do, or the test above could not fail. */
  @Test
  void theStandInFailsWhereTheseKernelsDo() throws IOException {
    try (OtherKernel kernel = new OtherKernel()) {
      assertThat(quietly(kernel, firstCell(), "import java.text.*;", "studyName")).isEqualTo("null");
    }
    String jarsFirst = firstCell().lines().filter(line -> !line.startsWith("lineMagic(\"classpath\"")).reduce("",
        (before, line) -> before + line + "\n");
    try (OtherKernel kernel = new OtherKernel()) {
      assertThatThrownBy(() -> quietly(kernel, jarsFirst))
          .rootCause().hasMessageContaining("tech.tablesaw.");
    }
  }
}
