package faultslip.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/** Keeps two runs of the kit from writing into one data folder at once; the second waits for the first. */
final class FolderLock {
  private FolderLock() {}

  /**
   * Does something while no other run does the like in that folder.
   *
   * @throws DataException if this process is at it already, or the file system has no locks
   */
  static <T> T holding(Path folder, Supplier<T> action) {
    Path file = folder.resolve(".lock");
    // Closing the channel gives the lock back.
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock();
      return action.get();
    } catch (OverlappingFileLockException e) {
      throw new DataException(folder + ": this program is already fetching into this folder; wait for it to end.", e);
    } catch (IOException e) {
      throw new DataException(file + ": cannot be locked (" + FailureReason.of(e)
          + "); set FAULTSLIP_DATA to a folder on a local disk.", e);
    }
  }
}
