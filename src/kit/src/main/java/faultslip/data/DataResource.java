package faultslip.data;

import java.net.URI;
import java.util.OptionalLong;

/**
 * A file the kit works on, as the manifest lists it.
 *
 * @param name unique in the manifest: "p4581"
 * @param title one line for people
 * @param study the study it belongs to: "public"
 * @param path where it lies in the data folder, study/file name
 * @param bytes its size, empty if not known beforehand
 * @param sha256 what it must hash to, 64 lower-case hexadecimal digits
 * @param url where it is downloaded from; of the scheme {@code kit} if the kit made it and brings it along
 * @param optional whether the kit does without it
 */
public record DataResource(String name, String title, String study, String path, OptionalLong bytes, String sha256,
    URI url, boolean optional) {

  /** @throws DataException if the path is not that of a file of the study */
  public DataResource {
    if (!path.startsWith(study + "/")) {
      throw new DataException("Resource '%s': path '%s'; it must be '%s/' and a file name."
          .formatted(name, path, study));
    }
  }

  /** Whether the kit brings the file along. */
  public boolean isOfTheKit() {
    return url.getScheme().equals("kit");
  }

  /** The last part of the path. */
  public String fileName() {
    return path.substring(study.length() + 1);
  }
}
