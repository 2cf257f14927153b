package faultslip.kernel;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Options that say who is to find an installed kernel; a command has them as a group of which one may be given. */
public final class KernelPlace {
  @Option(names = "--user", description = "For the current user (the default).")
  private boolean user;

  @Option(names = "--sys-prefix", description = "For the active conda or virtual environment.")
  private boolean environment;

  @Option(names = "--prefix", paramLabel = "DIR", description = "Under DIR/share/jupyter, for instance /usr/local.")
  private Path prefix;

  /** For the current user, until an option says otherwise. */
  public KernelPlace() {}

  /**
   * The folder of kernels that was asked for.
   *
   * @throws NotebookException if it is that of an environment, and none is active
   */
  public Path folder() {
    if (environment) {
      return ofEnvironment(System.getenv()).orElseThrow(() -> new NotebookException(
          "No conda or virtual environment is active (neither VIRTUAL_ENV nor CONDA_PREFIX is set); "
              + "give --prefix DIR."));
    }
    return user || prefix == null
        ? ofUser(System.getenv(), Path.of(home()), System.getProperty("os.name"))
        : ofPrefix(prefix);
  }

  // As Jupyter sees it: without an entry in the list of users Java's own is "?".
  private static String home() {
    String home = File.separatorChar == '/' ? System.getenv("HOME") : null;
    return home == null || home.isBlank() ? System.getProperty("user.home") : home;
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

  private static Path ofPrefix(Path prefix) {
    return prefix.resolve("share/jupyter/kernels");
  }

  private static Path dataFolder(Map<String, String> environment, Path home, String system) {
    if (system.contains("mac")) {
      return home.resolve("Library/Jupyter");
    }
    if (File.separatorChar == '\\') {
      return Path.of(environment.getOrDefault("APPDATA", home.toString())).resolve("jupyter");
    }
    String shared = environment.getOrDefault("XDG_DATA_HOME", "");
    return (shared.isBlank() ? home.resolve(".local/share") : Path.of(shared)).resolve("jupyter");
  }
}
