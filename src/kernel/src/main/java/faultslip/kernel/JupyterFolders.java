package faultslip.kernel;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where Jupyter looks for kernels. */
public final class JupyterFolders {
  private JupyterFolders() {}

  /** Kernels of everyone who uses the Jupyter of a prefix such as {@code /usr/local}. */
  public static Path ofPrefix(Path prefix) {
    return prefix.resolve("share").resolve("jupyter").resolve("kernels");
  }

  /** Kernels of the current user. */
  public static Path ofUser() {
    return ofUser(System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name"));
  }

  /** Kernels of the active conda or virtual environment; empty if none is active. */
  public static Optional<Path> ofEnvironment() {
    return ofEnvironment(System.getenv());
  }

  static Optional<Path> ofEnvironment(Map<String, String> environment) {
    return Stream.of("VIRTUAL_ENV", "CONDA_PREFIX").map(environment::get)
        .filter(prefix -> prefix != null && !prefix.isBlank()).map(prefix -> ofPrefix(Path.of(prefix))).findFirst();
  }

  static Path ofUser(Map<String, String> environment, Path home, String system) {
    String given = environment.getOrDefault("JUPYTER_DATA_DIR", "");
    return (given.isBlank() ? dataFolder(environment, home, system.toLowerCase(Locale.ROOT)) : Path.of(given))
        .resolve("kernels");
  }

  private static Path dataFolder(Map<String, String> environment, Path home, String system) {
    if (system.contains("mac")) {
      return home.resolve("Library").resolve("Jupyter");
    }
    if (File.separatorChar == '\\') {
      return Path.of(environment.getOrDefault("APPDATA", home.toString())).resolve("jupyter");
    }
    String shared = environment.getOrDefault("XDG_DATA_HOME", "");
    return (shared.isBlank() ? home.resolve(".local").resolve("share") : Path.of(shared)).resolve("jupyter");
  }
}
