package faultslip.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Brings files into the data folder. Under its final name a file is always whole and right: bytes gather in a file
 * named {@code .part} beside it, are held against the manifest's sha256, and are then renamed in one step.
 */
public final class DataFetcher {
  private final DataFolder folder;
  private final FileSource source;
  private final TransferListener listener;

  /**
   * @param folder where the files go
   * @param source where they come from
   * @param listener hears of progress
   */
  public DataFetcher(DataFolder folder, FileSource source, TransferListener listener) {
    this.folder = folder;
    this.source = source;
    this.listener = listener;
  }

  /**
   * Fetches what is not there yet or not right, in the order given; what is there and right is left alone. Stops at the
   * first failure; what came before it stays.
   *
   * @return what became of each file
   * @throws DataException if the folder must be written to and cannot (before anything is fetched), a file that is not
   *     optional cannot be had, or what comes is not what the manifest says
   */
  public List<FetchResult> fetch(Collection<DataResource> resources) {
    List<FileStatus> before = folder.verify(resources);
    List<FileStatus> wanting = before.stream().filter(status -> status.state() != FileStatus.State.OK).toList();
    try {
      wanting.stream().map(status -> status.resource().study()).distinct().forEach(folder::requireWritable);
    } catch (DataException e) {
      if (wanting.stream().allMatch(status -> status.acceptable() && !status.resource().isOfTheKit())) {
        // Someone else's folder, with all that is needed in it.
        return each(before, status -> unavailable(status, e));
      }
      throw e;
    }
    return wanting.isEmpty() ? each(before, this::bring)
        : FolderLock.holding(folder.root(), () -> each(folder.verify(resources), this::bring));
  }

  private List<FetchResult> each(List<FileStatus> statuses, Function<FileStatus, FetchResult> wanting) {
    List<FetchResult> results = new ArrayList<>();
    for (FileStatus status : statuses) {
      FetchResult result = status.state() == FileStatus.State.OK
          ? new FetchResult(status.resource(), status.path(), FetchResult.Outcome.PRESENT, "") : wanting.apply(status);
      listener.finished(result);
      results.add(result);
    }
    return List.copyOf(results);
  }

  private static FetchResult unavailable(FileStatus status, DataException reason) {
    return new FetchResult(status.resource(), status.path(), FetchResult.Outcome.UNAVAILABLE, reason.getMessage());
  }

  private FetchResult bring(FileStatus status) {
    Path target = status.path();
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      return new FetchResult(status.resource(), target, bring(status.resource(), part, target), "");
    } catch (UnavailableException e) {
      if (status.resource().optional()) {
        return unavailable(status, e);
      }
      throw e;
    }
  }

  private FetchResult.Outcome bring(DataResource resource, Path part, Path target) {
    try {
      FetchResult.Outcome outcome = source.deliver(resource, part, listener);
      String sha256 = Sha256.of(part);
      if (!sha256.equals(resource.sha256()) && outcome == FetchResult.Outcome.RESUMED) {
        // The earlier part belonged to something else: once more from the first byte.
        listener.retrying(resource, "the parts of two transfers do not fit together");
        Files.delete(part);
        outcome = source.deliver(resource, part, listener);
        sha256 = Sha256.of(part);
      }
      if (!sha256.equals(resource.sha256())) {
        Files.delete(part);
        throw new DataException(("%s: sha256 %s, but the manifest says %s; it is damaged or another version: get"
            + " it elsewhere or correct the manifest.")
            .formatted(source.origin(resource), sha256, resource.sha256()));
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return outcome;
    } catch (IOException e) {
      throw new DataException("%s: cannot be put in place (%s); check the folder and its free space."
          .formatted(target, FailureReason.of(e)), e);
    }
  }
}
