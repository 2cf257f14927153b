package faultslip.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/**
 * A local folder that holds copies of the files, found by their names in it or in its subfolder of the study.
 *
 * @param folder the folder
 */
public record MirrorFolder(Path folder) implements FileSource {

  /** @throws DataException if there is no such folder */
  public MirrorFolder {
    if (!Files.isDirectory(folder)) {
      throw new DataException("Mirror " + folder + ": no such folder; give the folder that holds the data files.");
    }
  }

  @Override
  public FetchResult.Outcome deliver(DataResource resource, Path part, TransferListener listener) {
    Path copy = find(resource);
    if (!Files.isRegularFile(copy)) {
      throw new UnavailableException("%s: not in mirror %s; put a copy of %s there, or fetch from the network."
          .formatted(resource.fileName(), folder, resource.url()), null);
    }
    listener.started(resource, copy.toString(), resource.bytes());
    try {
      Files.copy(copy, part, StandardCopyOption.REPLACE_EXISTING);
      listener.progressed(Files.size(part));
      return FetchResult.Outcome.COPIED;
    } catch (IOException e) {
      FileUtils.deleteQuietly(part.toFile());
      throw new DataException("%s: cannot be copied to %s (%s); free some space or check both folders."
          .formatted(copy, part.getParent(), FailureReason.of(e)), e);
    } finally {
      listener.ended();
    }
  }

  @Override
  public String origin(DataResource resource) {
    return find(resource).toString();
  }

  private Path find(DataResource resource) {
    Path direct = folder.resolve(resource.fileName());
    return Stream.of(direct, folder.resolve(resource.study()).resolve(resource.fileName()))
        .filter(Files::isRegularFile).findFirst().orElse(direct);
  }
}
