package faultslip.gouge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import faultslip.series.Series;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same bits however, and by whichever Java, the code is run. */
class ReproducibilityTest {
  private static final String HERE = HashOfARun.hash();

  @Test
  void anotherRunHasTheSameBits() {
    assertThat(HashOfARun.hash()).isEqualTo(HERE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation", "-XX:+UseSerialGC",
      "-XX:+UseParallelGC", "-XX:+UseG1GC", "-XX:+UseZGC", "-XX:UseAVX=0", "-XX:-UseSuperWord"})
  void anyCompilerAndCollectorGiveTheSameBits(String option) {
    assertThat(hashOf(Path.of(System.getProperty("java.home")), "-XX:+IgnoreUnrecognizedVMOptions", option))
        .isEqualTo(HERE);
  }

  @ParameterizedTest
  @MethodSource("otherJavas")
  void anyJavaGivesTheSameBits(Path java) {
    assumeThat(java).as("another JDK of version 17 or newer beside this one").exists();
    assertThat(hashOf(java)).isEqualTo(HERE);
  }

  static List<Path> otherJavas() throws IOException {
    Path here = Path.of(System.getProperty("java.home")).toRealPath();
    Path folder = here.getParent();
    List<Path> found = new ArrayList<>();
    try (Stream<Path> beside = Files.list(folder)) {
      for (Path java : beside.sorted().toList()) {
        if (Files.exists(java.resolve("bin/java")) && !Files.isSymbolicLink(java)
            && !java.toRealPath().equals(here) && version(java) >= 17) {
          found.add(java);
        }
      }
    }
    return found.isEmpty() ? List.of(folder.resolve("no other JDK")) : found;
  }

  /** As its file "release" has it; 0 if it has none. */
  private static int version(Path java) throws IOException {
    Path release = java.resolve("release");
    if (!Files.exists(release)) {
      return 0;
    }
    return Files.readAllLines(release).stream().filter(line -> line.startsWith("JAVA_VERSION=\""))
        .map(line -> line.substring(14).replaceFirst("[.\"].*", "")).mapToInt(Integer::parseInt).findFirst().orElse(0);
  }

  private static String hashOf(Path java, String... options) {
    List<String> command = new ArrayList<>(List.of(java.resolve("bin/java").toString()));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", classPath(), HashOfARun.class.getName()));
    try {
      Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String classPath() {
    return Stream.of(GranularGouge.class, HashOfARun.class, Series.class)
        .map(type -> new File(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString())
        .distinct().collect(Collectors.joining(File.pathSeparator));
  }
}
