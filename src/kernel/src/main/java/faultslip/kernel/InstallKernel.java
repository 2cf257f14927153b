package faultslip.kernel;

import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A program that makes a kernel known to Jupyter: cells may use everything on the class path that it runs with. */
@Command(name = "InstallKernel", sortOptions = false, mixinStandardHelpOptions = true,
    versionProvider = KernelProgram.class,
    description = "Make a Java kernel with this class path known to Jupyter, by default for the current user.")
public final class InstallKernel implements Callable<Integer> {
  @Mixin
  private final KernelOptions options = new KernelOptions();

  @ArgGroup(exclusive = true)
  private final KernelPlace place = new KernelPlace();

  private InstallKernel() {}

  /** Runs the program and exits: 0 done, 1 could not be done, 2 asked wrongly. */
  public static void main(String[] arguments) {
    System.exit(KernelProgram.run(new InstallKernel(), arguments));
  }

  /** Installs the kernel, and says where. */
  @Override
  public Integer call() {
    KernelSettings settings = options.settings();
    System.out.println("Installed the kernel \"" + settings.name() + "\" in "
        + KernelSpec.ofThisProcess(settings).install(place.folder()));
    return 0;
  }
}
