package faultslip.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Called as nbconvert is: writes, as page, each notebook as it is; fails where one is empty. */
final class StandInNbconvert {
  private StandInNbconvert() {}

  public static void main(String[] arguments) throws IOException {
    List<String> given = List.of(arguments);
    Path folder = Files.createDirectories(Path.of(given.get(given.indexOf("--output-dir") + 1)));
    for (String notebook : given.stream().filter(argument -> argument.endsWith(".ipynb")).toList()) {
      if (Files.size(Path.of(notebook)) == 0) {
        System.err.println("Traceback:\nnothing in it");
        System.exit(3);
      }
      Files.copy(Path.of(notebook), folder.resolve(Path.of(notebook).getFileName().toString().replace(".ipynb", ".html")));
    }
  }
}
