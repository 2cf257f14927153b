package faultslip;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes files that are either whole or not there: to a temporary neighbour first, on to the disk, then moved into
 * place.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** What writes the content. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of the content; the stream is buffered and closed by the caller. */
    void writeTo(OutputStream stream) throws IOException;
  }

  /**
   * Writes a file, replacing what was there; missing folders are made.
   *
   * @throws FaultslipException if the folder or the file cannot be written; nothing is left behind
   */
  public static void write(Path file, Content content) {
    Path folder = file.toAbsolutePath().getParent();
    // Of no other process, on whatever machine that shares the disk.
    Path temporary = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      Files.createDirectories(folder);
      // A new file: a link in its place is not followed.
      try (OutputStream stream = new BufferedOutputStream(
          Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
        content.writeTo(stream);
      }
      // Not by a channel, which an interrupt closes: who is interrupted keeps what was done.
      try (RandomAccessFile written = new RandomAccessFile(temporary.toFile(), "rw")) {
        written.getFD().sync();
      }
      move(temporary, file);
      force(folder);
    } catch (IOException e) {
      throw new FaultslipException("Cannot write " + file + ": " + reason(e)
          + "; choose a folder you may write to, with space left.", e);
    } finally {
      // Where it is still there the write has failed, and is being reported.
      boolean unused = temporary.toFile().delete();
    }
  }

  /** Writes a text in UTF-8, as {@link #write(Path, Content)}. */
  public static void write(Path file, String text) {
    write(file, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  // The name of a file is in its folder.
  private static void force(Path folder) {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    } catch (IOException e) {
      // Not every system opens folders; the file itself is on the disk.
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "access denied";
    }
    return e instanceof FileAlreadyExistsException exists
        ? exists.getFile() + " is a file, not a folder" : e.getMessage();
  }
}
