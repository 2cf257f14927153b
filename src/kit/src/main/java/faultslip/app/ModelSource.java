package faultslip.app;

import faultslip.data.DataFolder;
import faultslip.model.PortableModel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where models that travel are found: in a file, or in the folder of those that were imported. */
final class ModelSource {
  static final String ENDING = ".faultslip.zip";

  private ModelSource() {}

  /** Where the imported model of a name is. */
  static Path imported(String name) {
    return DataFolder.standard().models().resolve("imported").resolve(name + ENDING);
  }

  /** Reads the model of a file, or of a name under which it was imported. */
  static PortableModel read(String fileOrName) {
    Path file = Path.of(fileOrName);
    return PortableModel.read(Files.exists(file) || !fileOrName.matches("[A-Za-z0-9._-]+") ? file
        : Files.exists(imported(fileOrName)) ? imported(fileOrName) : file);
  }
}
