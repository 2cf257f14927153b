package faultslip.model;

import faultslip.data.DataFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/**
 * Where models that travel are found: in a file, under a name among those that were imported, or among those that come
 * with the kit.
 *
 * @param folder of those that were imported
 */
public record ModelSource(Path folder) {
  /** Names of the models that come with the kit. */
  public static final List<String> OF_THE_KIT = List.of("granular", "granular-nowcast", "p4581");
  private static final String ENDING = ".faultslip.zip";
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";

  /** With those imported beside the standard store of models. */
  public static ModelSource standard() {
    return new ModelSource(DataFolder.standard().models().resolve("imported"));
  }

  /**
   * Reads the model of a file, or of a name.
   *
   * @throws faultslip.FaultslipException if there is none, or it cannot be used
   */
  public PortableModel read(String fileOrName) {
    Path file = Path.of(fileOrName);
    if (Files.exists(file) || !fileOrName.matches(NAME)) {
      return PortableModel.read(file);
    }
    if (Files.exists(imported(fileOrName))) {
      return PortableModel.read(imported(fileOrName));
    }
    ModelException.require(OF_THE_KIT.contains(fileOrName), "%s: no such file, and no model of that name; there are "
        + "%s: name one, or a file that ./faultslip model export wrote.", fileOrName, String.join(", ", names()));
    return ofTheKit(fileOrName);
  }

  private static PortableModel ofTheKit(String name) {
    try (InputStream bytes = Objects.requireNonNull(ModelSource.class.getResourceAsStream(name + ENDING), name)) {
      Path folder = Files.createTempDirectory("faultslip");
      try {
        Path file = folder.resolve(name + ENDING);
        Files.copy(bytes, file);
        return PortableModel.read(file);
      } finally {
        FileUtils.deleteQuietly(folder.toFile());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names that there are, those of the kit first. */
  public List<String> names() {
    try (Stream<Path> imported = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
      return Stream.concat(OF_THE_KIT.stream(), imported.map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(ENDING)).map(file -> file.substring(0, file.length() - ENDING.length()))
          .sorted()).toList();
    } catch (IOException e) {
      throw new ModelException("%s cannot be listed (%s); make it readable.".formatted(folder, e.getMessage()), e);
    }
  }

  /**
   * Keeps a model under a name.
   *
   * @return where it is kept
   * @throws ModelException if the name is none, or taken
   */
  public Path add(PortableModel model, String name) {
    ModelException.require(name.matches(NAME), "The name '%s'; give letters, digits, dots and dashes.", name);
    ModelException.require(!names().contains(name), "There is a model '%s' already; give another name with --name, or "
        + "delete %s.", name, imported(name));
    model.write(imported(name));
    return imported(name);
  }

  private Path imported(String name) {
    return folder.resolve(name + ENDING);
  }
}
