package faultslip.kernel;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    Map<String, String> variables = System.getenv();
    if (environment) {
      return ofEnvironment(variables).orElseThrow(() -> new NotebookException(
          "No conda or virtual environment is active (neither VIRTUAL_ENV nor CONDA_PREFIX is set); "
              + "give --prefix DIR."));
    }
    // As Jupyter sees it: without an entry in the list of users Java's own is "?".
    Path home = named(variables, File.separatorChar == '/' ? "HOME" : "USERPROFILE")
        .orElse(Path.of(System.getProperty("user.home")));
    return user || prefix == null ? ofUser(variables, home, System.getProperty("os.name")) : ofPrefix(prefix);
  }

  static Optional<Path> ofEnvironment(Map<String, String> variables) {
    return named(variables, "VIRTUAL_ENV").or(() -> named(variables, "CONDA_PREFIX")).map(KernelPlace::ofPrefix);
  }

  static Path ofUser(Map<String, String> variables, Path home, String system) {
    Path data = system.toLowerCase(Locale.ROOT).contains("mac") ? home.resolve("Library/Jupyter")
        : File.separatorChar == '\\' ? named(variables, "APPDATA").orElse(home).resolve("jupyter")
        : named(variables, "XDG_DATA_HOME").orElse(home.resolve(".local/share")).resolve("jupyter");
    return named(variables, "JUPYTER_DATA_DIR").orElse(data).resolve("kernels");
  }

  private static Path ofPrefix(Path prefix) {
    return prefix.resolve("share/jupyter/kernels");
  }

  // The folder that a variable names.
  private static Optional<Path> named(Map<String, String> variables, String variable) {
    return Optional.ofNullable(variables.get(variable)).filter(value -> !value.isBlank()).map(Path::of);
  }
}
