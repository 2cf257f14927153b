package faultslip.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files that are whole or not there. */
final class WholeFile {
  private WholeFile() {}

  /**
   * Replaces what was there; missing folders are made.
   *
   * @throws NotebookException if the folder or the file cannot be written; nothing is left behind
   */
  static void write(Path file, byte[] content) {
    Path folder = file.toAbsolutePath().getParent();
    // Not by createTempFile: others than its owner should read it too.
    Path temporary = folder.resolve("." + file.getFileName() + "." + ProcessHandle.current().pid() + "-"
        + Thread.currentThread().getId() + ".part");
    try {
      Files.createDirectories(folder);
      Files.write(temporary, content);
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      discard(temporary);
      throw new NotebookException("Cannot write " + file + ": " + e.getMessage()
          + "; choose a folder you may write to, with space left.", e);
    }
  }

  /** A text in UTF-8, as {@link #write(Path, byte[])}. */
  static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void discard(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      // The failure is being reported already; a leftover hidden file harms nobody.
    }
  }
}
