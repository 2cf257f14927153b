package faultslip.app;

import faultslip.data.DataFolder;
import faultslip.data.DataManifest;
import faultslip.data.DataResource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists what the manifest knows. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "List the studies and their files.")
final class ListData implements Callable<Integer> {
  @Override
  public Integer call() {
    DataManifest manifest = DataManifest.ofProject();
    for (String study : manifest.studies()) {
      System.out.println(study);
      for (DataResource resource : manifest.ofStudy(study)) {
        System.out.printf("  %-40s %s%s%n", resource.fileName(), resource.title(),
            resource.optional() ? " (optional)" : "");
      }
    }
    System.out.println("Data folder: " + DataFolder.standard().root());
    return 0;
  }
}
