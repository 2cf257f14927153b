package faultslip.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What processes that were killed have left in a folder: beginnings of files that nobody will finish. */
public final class LeftBehind {
  private static final Pattern BEGINNING = Pattern.compile("\\..+\\.[0-9a-f-]{36}\\.part");
  private static final Pattern BEGINNING_OR_LEASE = Pattern.compile("\\..+\\.[0-9a-f-]{36}(\\.part|\\.old)?");
  /** A file takes seconds to write, but clocks of machines that share a disk may differ. */
  private static final Duration DEAD_AFTER = Duration.ofHours(1);

  private LeftBehind() {}

  /** Deletes beginnings of files in a folder in which nobody else writes now. */
  public static void inFolder(Path folder) {
    delete(folder, 1, BEGINNING, Instant.MAX);
  }

  /** Deletes those in a folder and the folders in it that are so old that nobody is still at them. */
  public static void oldOnes(Path folder) {
    delete(folder, 2, BEGINNING_OR_LEASE, Instant.now().minus(DEAD_AFTER));
  }

  // What cannot be deleted, or has gone meanwhile, is of no harm.
  private static void delete(Path folder, int depth, Pattern names, Instant before) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder, depth)) {
      files.filter(file -> names.matcher(String.valueOf(file.getFileName())).matches())
          .filter(file -> file.toFile().lastModified() < before.getEpochSecond() * 1000.0)
          .forEach(file -> {
            boolean unused = file.toFile().delete();
          });
    } catch (IOException | UncheckedIOException e) {
      // Another run looks after it.
    }
  }
}
