package faultslip.app;

import faultslip.FaultslipException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder the kit lies in, with its notebooks and figures: told by the scripts that start it. */
final class KitFolder {
  private KitFolder() {}

  /** The property {@code faultslip.home}; without it, where the process runs. */
  static Path resolve(String name) {
    return Path.of(System.getProperty("faultslip.home", "")).resolve(name);
  }

  /**
   * The notebooks of a folder, in their order.
   *
   * @param numbers two-digit numbers at the beginning of their names; empty for all
   * @throws FaultslipException if the folder cannot be read, or a number is none of a notebook
   */
  static List<Path> notebooks(Path folder, List<String> numbers) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all =
          files.filter(file -> file.getFileName().toString().matches("[0-9]{2}-.*\\.ipynb")).sorted().toList();
      List<String> known = all.stream().map(KitFolder::number).toList();
      List<String> wanted = numbers.stream().map(number -> number.length() == 1 ? "0" + number : number).toList();
      wanted.stream().filter(number -> !known.contains(number)).findFirst().ifPresent(number -> {
        throw new FaultslipException("No notebook '" + number + "'; there are " + String.join(", ", known) + ".");
      });
      return all.stream().filter(notebook -> wanted.isEmpty() || wanted.contains(number(notebook))).toList();
    } catch (IOException e) {
      throw new FaultslipException("Cannot read the notebooks in " + folder.toAbsolutePath() + ": " + e.getMessage()
          + "; run ./reproduce of a complete clone.", e);
    }
  }

  /** The two digits at the beginning of a notebook's name. */
  static String number(Path notebook) {
    return notebook.getFileName().toString().substring(0, 2);
  }
}
