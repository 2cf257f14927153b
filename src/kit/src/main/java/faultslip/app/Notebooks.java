package faultslip.app;

import faultslip.FaultslipException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The kit's notebooks, in their order. */
final class Notebooks {
  private Notebooks() {}

  /**
   * The notebooks of a folder.
   *
   * @param numbers two-digit numbers at the beginning of their names; empty for all
   * @throws FaultslipException if the folder cannot be read, or a number is none of a notebook
   */
  static List<Path> in(Path folder, List<String> numbers) {
    List<Path> all;
    try (Stream<Path> files = Files.list(folder)) {
      all = files.filter(file -> file.getFileName().toString().matches("[0-9]{2}-.*\\.ipynb")).sorted().toList();
    } catch (IOException e) {
      throw new FaultslipException("Cannot read the notebooks in " + folder.toAbsolutePath() + ": " + e.getMessage()
          + "; run ./reproduce of a complete clone.", e);
    }
    numbers.forEach(number -> {
      if (all.stream().noneMatch(file -> has(file, number))) {
        throw new FaultslipException("No notebook '" + number + "'; there are "
            + String.join(", ", all.stream().map(file -> file.getFileName().toString().substring(0, 2)).toList())
            + ".");
      }
    });
    return all.stream().filter(file -> numbers.isEmpty() || numbers.stream().anyMatch(number -> has(file, number)))
        .toList();
  }

  private static boolean has(Path notebook, String number) {
    return notebook.getFileName().toString().startsWith((number.length() == 1 ? "0" + number : number) + "-");
  }
}
