package faultslip.data;

import faultslip.data.DataManifest.DataResource;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The folder that holds the files of the manifest, outside the repository, as study/file name; need not exist yet. */
public record DataFolder(Path root) {

  /**
   * How a file stands in the data folder, compared with the manifest or just fetched: the path where it lies, or would,
   * and a note, its state in words or why an optional file is not to be had.
   */
  public record FileStatus(DataResource resource, Path path, State state, String note) {

    /** As listed, not there, of another size or hash than listed; just fetched; optional, and not to be had. */
    public enum State { OK, MISSING, WRONG, FETCHED, UNAVAILABLE }

    public boolean isOk() {
      return state == State.OK;
    }

    /** Whether the kit can work: the file is right, or missing and either optional or brought along by the kit. */
    public boolean isAcceptable() {
      return isOk() || (state == State.MISSING && (resource.optional() || resource.isOfTheKit()));
    }

    /** One line: the file and how it stands. */
    public String line() {
      return state == State.UNAVAILABLE
          ? "Going on without '" + resource.name() + "', which is optional: " + note : path + ": " + note;
    }
  }

  /** The folder named by the environment variable FAULTSLIP_DATA, else one in the user's cache folder. */
  public static DataFolder standard() {
    // As shells see it: without an entry in the list of users Java's own is "?".
    String home = File.separatorChar == '/' ? System.getenv().getOrDefault("HOME", "") : "";
    return standard(System.getenv(), System.getProperty("os.name"),
        Path.of(home.isBlank() ? System.getProperty("user.home") : home));
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
    boolean mac = system.startsWith("Mac");
    String cache = mac ? "" : environment.getOrDefault(windows ? "LOCALAPPDATA" : "XDG_CACHE_HOME", "");
    String standard = windows ? "AppData/Local" : mac ? "Library/Caches" : ".cache";
    // The XDG specification says to ignore a relative path.
    return new DataFolder((Path.of(cache).isAbsolute() ? Path.of(cache) : home.resolve(standard))
        .resolve("faultslip").resolve("data"));
  }

  /** The folder of trained models: the one named by FAULTSLIP_MODELS, else {@code models} beside this one. */
  public Path models() {
    String chosen = System.getenv().getOrDefault("FAULTSLIP_MODELS", "");
    return chosen.isBlank() ? root.toAbsolutePath().resolveSibling("models") : Path.of(chosen);
  }

  /** Compares a file with the manifest, size first. */
  public FileStatus check(DataResource resource) {
    Path path = root.resolve(resource.path());
    if (!Files.exists(path)) {
      return new FileStatus(resource, path, FileStatus.State.MISSING, resource.isOfTheKit()
          ? "not unpacked yet (comes with the kit); fetch it" : resource.optional() ? "missing (optional)"
          : "missing; fetch it, or set FAULTSLIP_DATA to the folder that holds it");
    }
    long size = path.toFile().length();
    if (size != resource.bytes().orElse(size)) {
      return new FileStatus(resource, path, FileStatus.State.WRONG,
          "%d bytes instead of %d; fetch it again".formatted(size, resource.bytes().getAsLong()));
    }
    String sha256 = DataFile.sha256(path);
    return sha256.equals(resource.sha256()) ? new FileStatus(resource, path, FileStatus.State.OK, "ok")
        : new FileStatus(resource, path, FileStatus.State.WRONG,
            "sha256 %s instead of %s; fetch it again".formatted(sha256, resource.sha256()));
  }

  /** Compares files with the manifest, in the order given. */
  public List<FileStatus> verify(Collection<DataResource> resources) {
    return resources.stream().map(this::check).toList();
  }

  /** The path of a file that is there and right; a {@link DataException} otherwise. */
  public Path require(DataResource resource) {
    FileStatus status = check(resource);
    DataException.require(status.isOk(), "%s.", status.line());
    return status.path();
  }
}
