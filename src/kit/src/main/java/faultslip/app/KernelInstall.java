package faultslip.app;

import faultslip.FaultslipException;
import faultslip.kernel.JupyterFolders;
import faultslip.kernel.KernelSpec;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the kernel known to Jupyter. */
@Command(name = "install", mixinStandardHelpOptions = true,
    description = "Make the Java kernel known to Jupyter, by default for the current user.")
final class KernelInstall implements Callable<Integer> {
  @ArgGroup(exclusive = true)
  private Place place;

  /** Who is to find the kernel. */
  private static final class Place {
    @Option(names = "--user", description = "For the current user (the default).")
    private boolean user;

    @Option(names = "--sys-prefix", description = "For the active conda or virtual environment.")
    private boolean environment;

    @Option(names = "--prefix", paramLabel = "DIR", description = "Under DIR/share/jupyter, for instance /usr/local.")
    private Path prefix;
  }

  @Override
  public Integer call() {
    System.out.println("Installed the kernel \"" + KernelSpec.NAME + "\" in " + KernelSpec.ofThisProcess().install(kernels()));
    return 0;
  }

  private Path kernels() {
    if (place != null && place.prefix != null) {
      return JupyterFolders.ofPrefix(place.prefix);
    }
    if (place != null && place.environment) {
      return JupyterFolders.ofEnvironment().orElseThrow(() -> new FaultslipException(
          "No conda or virtual environment is active (neither VIRTUAL_ENV nor CONDA_PREFIX is set); give --prefix DIR."));
    }
    return JupyterFolders.ofUser();
  }
}
