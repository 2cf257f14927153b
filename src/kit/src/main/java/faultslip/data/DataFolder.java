package faultslip.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The folder that holds the files of the manifest, outside the repository, as study/file name.
 *
 * @param root the folder; need not exist yet
 */
public record DataFolder(Path root) {

  /** The folder named by the environment variable FAULTSLIP_DATA, else one in the user's cache folder. */
  public static DataFolder standard() {
    return standard(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
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
    Path cache = cache(environment, system.toLowerCase(Locale.ROOT), home);
    return new DataFolder(cache.resolve("faultslip").resolve("data"));
  }

  private static Path cache(Map<String, String> environment, String system, Path home) {
    if (system.startsWith("mac")) {
      return home.resolve("Library").resolve("Caches");
    }
    boolean windows = system.startsWith("windows");
    String named = environment.getOrDefault(windows ? "LOCALAPPDATA" : "XDG_CACHE_HOME", "");
    // The XDG specification says to ignore a relative path.
    if (!named.isBlank() && Path.of(named).isAbsolute()) {
      return Path.of(named);
    }
    return windows ? home.resolve("AppData").resolve("Local") : home.resolve(".cache");
  }

  /**
   * The folder of trained models: that of the environment variable FAULTSLIP_MODELS, else {@code models} beside this
   * one.
   */
  public Path models() {
    String chosen = System.getenv("FAULTSLIP_MODELS");
    return chosen == null || chosen.isBlank() ? root.toAbsolutePath().resolveSibling("models") : Path.of(chosen);
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
    Path path = path(resource);
    if (!Files.exists(path)) {
      return new FileStatus(resource, path, FileStatus.State.MISSING, "");
    }
    long size = size(path);
    if (resource.bytes().isPresent() && resource.bytes().getAsLong() != size) {
      return new FileStatus(resource, path, FileStatus.State.WRONG_SIZE, Long.toString(size));
    }
    String sha256 = Sha256.of(path);
    return sha256.equals(resource.sha256()) ? new FileStatus(resource, path, FileStatus.State.OK, "")
        : new FileStatus(resource, path, FileStatus.State.WRONG_HASH, sha256);
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
    if (status.state() == FileStatus.State.MISSING) {
      throw new DataException(("%s: missing; fetch the data '%s' of study '%s' first, or set FAULTSLIP_DATA to"
          + " the folder that holds them.")
          .formatted(status.path(), resource.name(), resource.study()));
    }
    if (status.state() != FileStatus.State.OK) {
      throw new DataException(status.line() + ".");
    }
    return status.path();
  }

  /**
   * Makes the folder of a study if need be and makes sure files can be put there.
   *
   * @throws DataException if they cannot
   */
  void requireWritable(String study) {
    Path folder = root.resolve(study);
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".writable", null));
    } catch (IOException e) {
      throw new DataException("%s: cannot write into this folder (%s); set FAULTSLIP_DATA to a folder you may write to."
          .formatted(folder, FailureReason.of(e)), e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw TextFile.unreadable(file, e);
    }
  }
}
