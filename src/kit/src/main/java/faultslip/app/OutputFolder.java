package faultslip.app;

import faultslip.FaultslipException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a command writes to. */
final class OutputFolder {
  private OutputFolder() {}

  /** Makes the folder that {@code --out} names; refuses one that cannot be written to, before any work. */
  static void require(Path folder) {
    require(folder, "--out");
  }

  /** Makes the folder that an option names; refuses one that cannot be written to, before any work. */
  static void require(Path folder, String option) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".writable", ""));
    } catch (IOException e) {
      throw new FaultslipException("Cannot write to the output folder " + folder.toAbsolutePath()
          + "; choose another with " + option + ".", e);
    }
  }
}
