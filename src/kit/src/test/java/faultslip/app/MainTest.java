package faultslip.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be done is one line on standard error and exit code 1, before any work. */
class MainTest {
  @TempDir Path folder;
  private String errors = "";

  @ParameterizedTest
  @ValueSource(strings = {"reproduce", "fetch"})
  void unknownStudyIsOneLineThatNamesTheStudies(String command) {
    assertThat(run(command, "--study", "pubic")).isEqualTo(1);
    assertThat(errors).contains("'pubic'").contains("public");
    assertOneLine();
  }

  @Test
  void unknownStudyWritesNothing() {
    assertThat(run("reproduce", "--study", "pubic", "--out", folder.resolve("out").toString())).isEqualTo(1);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void unwritableOutputFolderIsRefusedBeforeAnyWork() throws IOException {
    Path file = Files.writeString(folder.resolve("figures"), "a file in the way");
    assertThat(run("reproduce", "--quick", "--out", file.toString())).isEqualTo(1);
    assertThat(errors).contains(file.toString()).contains("--out");
    assertOneLine();
    assertThat(run("reproduce", "--quick", "--out", file.resolve("deeper").toString())).isEqualTo(1);
    assertOneLine();
    assertThat(folder.toFile().list()).containsExactly("figures");
    assertThat(file).hasContent("a file in the way");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reproduce", "fetch"})
  void missingMirrorFolderIsOneLine(String command) {
    String mirror = folder.resolve("no such mirror").toString();
    String[] arguments = command.equals("fetch") ? new String[] {command, "--from", mirror}
        : new String[] {command, "--quick", "--from", mirror, "--out", folder.resolve("out").toString()};
    assertThat(run(arguments)).isEqualTo(1);
    assertThat(errors).contains(mirror).contains("no such folder");
    assertOneLine();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--seeds=0", "--threads=0"})
  void noSeedsOrThreadsIsOneLine(String option) {
    assertThat(run("reproduce", option, "--out", folder.resolve("out").toString())).isEqualTo(1);
    assertThat(errors).contains("at least 1");
    assertOneLine();
  }

  @Test
  void helpAndVersionAreNoFailure() {
    assertThat(run("--help")).isZero();
    assertThat(run("reproduce", "--help")).isZero();
    assertThat(run("--version")).isZero();
    assertThat(errors).isEmpty();
  }

  @Test
  void wrongOptionIsAWrongQuestion() {
    assertThat(run("reproduce", "--sedes", "3")).isEqualTo(2);
    assertThat(errors).contains("--sedes");
    assertThat(run("reproduce", "--seeds", "many")).isEqualTo(2);
    assertThat(errors).contains("many");
  }

  private void assertOneLine() {
    assertThat(errors.strip().lines()).hasSize(1);
    assertThat(errors).startsWith("faultslip: ").doesNotContain("Exception").doesNotContain("\tat ");
  }

  private int run(String... arguments) {
    PrintStream err = System.err;
    PrintStream out = System.out;
    ByteArrayOutputStream caught = new ByteArrayOutputStream();
    System.setErr(new PrintStream(caught, true, StandardCharsets.UTF_8));
    System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    try {
      return Main.run(arguments);
    } finally {
      System.setErr(err);
      System.setOut(out);
      errors = caught.toString(StandardCharsets.UTF_8);
    }
  }
}
