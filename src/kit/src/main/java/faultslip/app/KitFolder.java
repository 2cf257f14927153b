package faultslip.app;

import faultslip.FaultslipException;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The folder the kit lies in, with its notebooks and figures: told by the scripts that start it. */
final class KitFolder {
  private KitFolder() {}

  /** The property {@code faultslip.home}; without it, where the process runs. */
  static Path resolve(String name) {
    return Path.of(System.getProperty("faultslip.home", "")).resolve(name);
  }

  /** The notebooks of a folder, in their order: those whose names begin with one of the numbers, or all for none. */
  static List<Path> notebooks(Path folder, List<String> numbers) {
    File[] files = folder.toFile().listFiles((in, name) -> name.matches("[0-9]{2}-.*\\.ipynb"));
    if (files == null) {
      throw new FaultslipException("Cannot read the notebooks in " + folder.toAbsolutePath()
          + "; run ./reproduce of a complete clone.");
    }
    List<Path> all = Arrays.stream(files).map(File::toPath).sorted().toList();
    List<String> known = all.stream().map(KitFolder::number).toList();
    List<String> wanted = numbers.stream().map(number -> number.length() == 1 ? "0" + number : number).toList();
    wanted.stream().filter(number -> !known.contains(number)).findFirst().ifPresent(number -> {
      throw new FaultslipException("No notebook '" + number + "'; there are " + String.join(", ", known) + ".");
    });
    return all.stream().filter(notebook -> wanted.isEmpty() || wanted.contains(number(notebook))).toList();
  }

  /** The two digits at the beginning of a notebook's name. */
  static String number(Path notebook) {
    return notebook.getFileName().toString().substring(0, 2);
  }
}
