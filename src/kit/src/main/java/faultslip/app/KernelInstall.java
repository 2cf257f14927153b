package faultslip.app;

import faultslip.kernel.KernelPlace;
import faultslip.kernel.KernelSpec;
import faultslip.notebook.KitKernel;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** Makes the kernel known to Jupyter. */
@Command(name = "install", mixinStandardHelpOptions = true,
    description = "Make the Java kernel known to Jupyter, by default for the current user.")
final class KernelInstall implements Callable<Integer> {
  @ArgGroup(exclusive = true)
  private final KernelPlace place = new KernelPlace();

  @Override
  public Integer call() {
    KernelSpec kernel = KitKernel.spec(KitFolder.resolve(""));
    System.out.println("Installed the kernel \"" + kernel.name() + "\" in " + kernel.install(place.folder()));
    return 0;
  }
}
