package faultslip.kernel;

import java.nio.file.Path;
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
      return JupyterFolders.ofEnvironment().orElseThrow(() -> new NotebookException(
          "No conda or virtual environment is active (neither VIRTUAL_ENV nor CONDA_PREFIX is set); "
              + "give --prefix DIR."));
    }
    return user || prefix == null ? JupyterFolders.ofUser() : JupyterFolders.ofPrefix(prefix);
  }
}
