package faultslip.data;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The folder that holds the files of the manifest, outside the repository, as study/file name.
 *
 * @param root the folder; need not exist yet
 */
public record DataFolder(Path root) {

  /** The folder named by the environment variable FAULTSLIP_DATA, else one in the user's cache folder. */
  public static DataFolder standard() {
    return standard(System.getenv(), System.getProperty("os.name"), Path.of(home()));
  }

  // As shells see it: without an entry in the list of users Java's own is "?".
  private static String home() {
    String home = File.separatorChar == '/' ? System.getenv("HOME") : null;
    return home == null || home.isBlank() ? System.getProperty("user.home") : home;
  }

  /**
   * As {@link #standard()} on a machine of that environment, operating system and home folder:
   * {@code $XDG_CACHE_HOME/faultslip/data} or {@code ~/.cache/faultslip/data}, on macOS
   * {@code ~/Library/Caches/faultslip/data}, on Windows {@code %LOCALAPPDATA%\faultslip\data}.
   */
  static DataFolder standard(Map<String, String> environment, String system, Path home) {
    String chosen = environment.getOrDefault("FAULTSLIP_DATA", "");
    if (!chosen.isBlank()) {
      return new DataFolder(Path.of(chosen));
    }
    boolean windows = system.startsWith("Windows");
    String cache = system.startsWith("Mac")
        ? "" : environment.getOrDefault(windows ? "LOCALAPPDATA" : "XDG_CACHE_HOME", "");
    String standard = windows ? "AppData/Local" : system.startsWith("Mac") ? "Library/Caches" : ".cache";
    // The XDG specification says to ignore a relative path.
    return new DataFolder((Path.of(cache).isAbsolute() ? Path.of(cache) : home.resolve(standard))
        .resolve("faultslip").resolve("data"));
  }

  /**
   * The folder of trained models: that of the environment variable FAULTSLIP_MODELS, else {@code models} beside this
   * one.
   */
  public Path models() {
    String chosen = System.getenv().getOrDefault("FAULTSLIP_MODELS", "");
    return chosen.isBlank() ? root.toAbsolutePath().resolveSibling("models") : Path.of(chosen);
  }

  /** Where a file lies, or will. */
  public Path path(DataResource resource) {
    return root.resolve(resource.study()).resolve(resource.fileName());
  }

  /**
   * Compares a file with the manifest, size first.
   *
   * @throws DataException if the file is there but cannot be read
   */
  public FileStatus check(DataResource resource) {
    FileStatus there = new FileStatus(resource, path(resource), FileStatus.State.OK, "");
    if (!Files.exists(there.path())) {
      return there.now(FileStatus.State.MISSING, "");
    }
    long size = there.path().toFile().length();
    if (size != resource.bytes().orElse(size)) {
      return there.now(FileStatus.State.WRONG, size + " bytes instead of " + resource.bytes().getAsLong());
    }
    String sha256 = DataFile.sha256(there.path());
    return sha256.equals(resource.sha256()) ? there
        : there.now(FileStatus.State.WRONG, "sha256 " + sha256 + " instead of " + resource.sha256());
  }

  /** Compares files with the manifest, in the order given. */
  public List<FileStatus> verify(Collection<DataResource> resources) {
    return resources.stream().map(this::check).toList();
  }

  /**
   * The path of a file that is there and right.
   *
   * @throws DataException if it is missing or not what the manifest says
   */
  public Path require(DataResource resource) {
    FileStatus status = check(resource);
    return switch (status.state()) {
      case OK -> status.path();
      case MISSING -> throw new DataException(("%s: missing; fetch the data '%s' of study '%s' first, or set "
          + "FAULTSLIP_DATA to the folder that holds them.")
          .formatted(status.path(), resource.name(), resource.study()));
      default -> throw new DataException(status.line() + ".");
    };
  }
}
