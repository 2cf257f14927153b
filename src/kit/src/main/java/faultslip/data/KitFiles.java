package faultslip.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Files that come with the kit, in its jar; all others from elsewhere.
 *
 * @param elsewhere where the others come from
 */
public record KitFiles(FileSource elsewhere) implements FileSource {

  @Override
  public FetchResult.Outcome deliver(DataResource resource, Path part, TransferListener listener) {
    if (!resource.isOfTheKit()) {
      return elsewhere.deliver(resource, part, listener);
    }
    try (InputStream stream = KitFiles.class.getResourceAsStream(resource.path())) {
      if (stream == null) {
        throw new DataException("%s: not in the kit's jar; build it anew (mvn package).".formatted(resource.path()));
      }
      Files.copy(stream, part, StandardCopyOption.REPLACE_EXISTING);
      return FetchResult.Outcome.COPIED;
    } catch (IOException e) {
      throw new DataException("%s: cannot be copied to %s (%s); free some space or check the folder."
          .formatted(resource.path(), part.getParent(), FailureReason.of(e)), e);
    }
  }

  @Override
  public String origin(DataResource resource) {
    return resource.isOfTheKit() ? resource.url().toString() : elsewhere.origin(resource);
  }
}
