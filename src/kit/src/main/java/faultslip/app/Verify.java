package faultslip.app;

import faultslip.data.DataFolder;
import faultslip.data.DataManifest;
import faultslip.data.FileStatus;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Holds the data folder against the manifest. */
@Command(name = "verify", mixinStandardHelpOptions = true,
    description = "Check every file in the data folder by size and sha256; exit code 1 if one is wrong or missing.")
final class Verify implements Callable<Integer> {
  @Override
  public Integer call() {
    List<FileStatus> statuses = DataFolder.standard().verify(DataManifest.ofProject().resources());
    statuses.forEach(status -> System.out.println(status.line()));
    return statuses.stream().allMatch(FileStatus::acceptable) ? 0 : 1;
  }
}
