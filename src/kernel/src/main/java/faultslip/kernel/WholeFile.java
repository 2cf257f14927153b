package faultslip.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files in UTF-8 that are whole or not there. */
final class WholeFile {
  private WholeFile() {}

  /** Replaces what was there; missing folders are made. A {@link NotebookException} leaves nothing behind. */
  static void write(Path file, String content) {
    Path folder = file.toAbsolutePath().getParent();
    // Not by createTempFile: others than its owner should read it too.
    Path temporary = folder.resolve("." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      Files.createDirectories(folder);
      Files.writeString(temporary, content);
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // What is left nevertheless is a hidden file, and the failure is being reported already.
      boolean unused = temporary.toFile().delete();
      throw new NotebookException("Cannot write " + file + ": " + e.getMessage()
          + "; choose a folder you may write to, with space left.", e);
    }
  }
}
