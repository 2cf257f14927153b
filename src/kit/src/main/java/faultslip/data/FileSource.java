package faultslip.data;

import java.nio.file.Path;
import java.util.Map;

/** Where files are fetched from: their addresses on the network, or a local folder that holds copies. */
public sealed interface FileSource permits WebSource, MirrorFolder, KitFiles {

  /**
   * The folder named by the environment variable FAULTSLIP_MIRROR, else the network.
   *
   * @throws DataException if there is no such folder
   */
  static FileSource standard() {
    return standard(System.getenv());
  }

  /** As {@link #standard()} in that environment. */
  static FileSource standard(Map<String, String> environment) {
    String mirror = environment.getOrDefault("FAULTSLIP_MIRROR", "");
    return mirror.isBlank() ? new WebSource() : new MirrorFolder(Path.of(mirror));
  }

  /**
   * Brings a file's bytes to a path, unverified; a part of the file that is already there may be continued.
   *
   * @param resource the file
   * @param part where to
   * @param listener hears of progress
   * @return {@code DOWNLOADED}, {@code RESUMED} or {@code COPIED}
   * @throws DataException if they cannot be had
   */
  FetchResult.Outcome deliver(DataResource resource, Path part, TransferListener listener);

  /** The URL or path the bytes come from, for messages. */
  String origin(DataResource resource);
}
