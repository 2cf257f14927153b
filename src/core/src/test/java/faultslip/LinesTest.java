package faultslip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The library is thin. */
class LinesTest {

  @Test
  void allOfTheLibraryIsAtMostFiveThousandLines() throws IOException {
    List<Path> files;
    try (var tree = Files.walk(Path.of("src", "core", "src", "main"))) {
      files = tree.filter(file -> file.toString().endsWith(".java")).toList();
    }
    long lines = 0;
    for (Path file : files) {
      lines += Files.readAllLines(file).size();
    }
    assertThat(files).hasSizeGreaterThan(50);
    assertThat(lines).isLessThanOrEqualTo(5000);
  }
}
