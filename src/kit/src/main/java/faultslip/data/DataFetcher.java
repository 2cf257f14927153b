package faultslip.data;

import faultslip.data.DataException.UnavailableException;
import faultslip.data.DataFolder.FileStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Brings files into the data folder: out of the kit's jar, from a local folder that holds copies, or from the network.
 * Under its final name a file is always whole and right: bytes gather in a file named {@code .part} beside it, are held
 * against the manifest's sha256, and are then renamed in one step.
 */
public final class DataFetcher {
  private final DataFolder folder;
  private final Optional<Path> mirror;
  private final Consumer<String> told;
  private final Download download;

  /**
   * @param folder where the files go
   * @param mirror a folder to take them from instead of the network: by their names in it, or in its subfolder of the
   *     study
   * @param told what is fetched from where, a line each, and what goes wrong; nothing of files already there
   * @throws DataException if there is no such mirror
   */
  public DataFetcher(DataFolder folder, Optional<Path> mirror, Consumer<String> told) {
    this(folder, mirror, told, Download.STANDARD);
  }

  DataFetcher(DataFolder folder, Optional<Path> mirror, Consumer<String> told, Download download) {
    mirror.filter(copies -> !Files.isDirectory(copies)).ifPresent(none -> {
      throw new DataException("Mirror " + none + ": no such folder; give the folder that holds the data files.");
    });
    this.folder = folder;
    this.mirror = mirror;
    this.told = told;
    this.download = download;
  }

  /**
   * Fetches what is not there yet or not right, in the order given; what is there and right is left alone. Stops at the
   * first failure; what came before it stays. While another run of the kit writes into the folder, it waits.
   *
   * @return what became of each file
   * @throws DataException if the folder must be written to and cannot (before anything is fetched), a file that is not
   *     optional cannot be had, or what comes is not what the manifest says
   */
  public List<FileStatus> fetch(Collection<DataResource> resources) {
    List<FileStatus> before = folder.verify(resources);
    List<FileStatus> wanting = before.stream().filter(status -> !status.isOk()).toList();
    if (wanting.isEmpty()) {
      return before;
    }
    try {
      wanting.stream().map(status -> status.path().getParent()).distinct().forEach(study ->
          DataFile.requireWritable(study, "set FAULTSLIP_DATA to a folder you may write to"));
    } catch (DataException e) {
      if (wanting.stream().allMatch(status -> status.isAcceptable() && !status.resource().isOfTheKit())) {
        // Someone else's folder, with all that is needed in it.
        return before.stream().map(status -> status.isOk() ? status : unavailable(status, e)).toList();
      }
      throw e;
    }
    Path lock = folder.root().resolve(".lock");
    // Closing the channel gives the lock back.
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock();
      return resources.stream().map(folder::check).map(status -> status.isOk() ? status : bring(status)).toList();
    } catch (OverlappingFileLockException e) {
      throw new DataException(folder.root() + ": this program is already fetching into this folder; wait for it to"
          + " end.", e);
    } catch (IOException e) {
      throw new DataException("%s: cannot be locked (%s); set FAULTSLIP_DATA to a folder on a local disk."
          .formatted(lock, DataException.reason(e)), e);
    }
  }

  private FileStatus unavailable(FileStatus status, DataException reason) {
    FileStatus without =
        new FileStatus(status.resource(), status.path(), FileStatus.State.UNAVAILABLE, reason.getMessage());
    told.accept(without.line());
    return without;
  }

  private FileStatus bring(FileStatus status) {
    DataResource resource = status.resource();
    Path part = status.path().resolveSibling(resource.fileName() + ".part");
    String origin = resource.url().toString();
    try {
      if (!resource.isOfTheKit()) {
        origin = mirror.map(copies -> copy(resource, copies).toString()).orElse(origin);
        told.accept("Fetching " + resource.name()
            + (resource.bytes().isPresent() ? " (" + resource.bytes().getAsLong() + " bytes)" : "")
            + " from " + origin);
      }
      FileStatus.State outcome = deliver(resource, origin, part);
      String sha256 = DataFile.sha256(part);
      if (!sha256.equals(resource.sha256())) {
        Files.delete(part);
        throw new DataException(("%s: sha256 %s, but the manifest says %s; it is damaged or another version: get"
            + " it elsewhere or correct the manifest.").formatted(origin, sha256, resource.sha256()));
      }
      Files.move(part, status.path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return new FileStatus(resource, status.path(), outcome, outcome == FileStatus.State.COPIED ? "copied"
          : outcome == FileStatus.State.RESUMED ? "downloaded, continuing an earlier transfer" : "downloaded");
    } catch (UnavailableException e) {
      if (resource.optional()) {
        return unavailable(status, e);
      }
      throw e;
    } catch (IOException e) {
      throw new DataException("%s: cannot be put in place from %s (%s); check the folder and its free space."
          .formatted(status.path(), origin, DataException.reason(e)), e);
    }
  }

  private FileStatus.State deliver(DataResource resource, String origin, Path part) throws IOException {
    if (mirror.isEmpty() && !resource.isOfTheKit()) {
      return download.bring(resource, part, told);
    }
    try (InputStream copy = resource.isOfTheKit() ? DataFetcher.class.getResourceAsStream(resource.path())
        : Files.newInputStream(Path.of(origin))) {
      Files.copy(copy, part, StandardCopyOption.REPLACE_EXISTING);
      return FileStatus.State.COPIED;
    }
  }

  private static Path copy(DataResource resource, Path copies) {
    return Stream.of(resource.fileName(), resource.path()).map(copies::resolve).filter(Files::isRegularFile).findFirst()
        .orElseThrow(() -> new UnavailableException(
            "%s: not in mirror %s; put a copy of %s there, or fetch from the network."
                .formatted(resource.fileName(), copies, resource.url()), null));
  }
}
