package faultslip.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code of all modules can be read in a window of 120 columns, and beside another version of itself. */
class SourceLinesTest {
  private static final int LONGEST = 120;

  @Test
  void noLineIsLongerThanTheWindow() throws IOException {
    List<String> longer = new ArrayList<>();
    int files = 0;
    for (String module : List.of("core", "onednn", "gouge", "kernel", "kit")) {
      for (Path file : sources(Path.of("src", module, "src", "main", "java"))) {
        files++;
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
          if (lines.get(i).codePointCount(0, lines.get(i).length()) > LONGEST) {
            longer.add(file + ":" + (i + 1));
          }
        }
      }
    }
    assertThat(files).isGreaterThan(200);
    assertThat(longer).isEmpty();
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
