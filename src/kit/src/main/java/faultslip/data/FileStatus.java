package faultslip.data;

import java.nio.file.Path;

/**
 * How a file in the data folder compares with the manifest.
 *
 * @param resource what the manifest says
 * @param path where the file lies, or would
 * @param state the outcome
 * @param found what was found where it differs: the size in bytes or the sha256; else ""
 */
public record FileStatus(DataResource resource, Path path, State state, String found) {

  /** Outcomes of a verification. */
  public enum State {
    /** There, with the size and hash listed. */
    OK,
    /** Not there. */
    MISSING,
    /** There, but longer or shorter than listed. */
    WRONG_SIZE,
    /** There with the size listed, or none listed, but other content. */
    WRONG_HASH
  }

  /**
   * Whether the kit can work: the file is right, or it is missing and optional, or missing and brought along by the
   * kit.
   */
  public boolean acceptable() {
    return state == State.OK || (state == State.MISSING && (resource.optional() || resource.isOfTheKit()));
  }

  /** One line: the file and what is the matter with it. */
  public String line() {
    return path + ": " + switch (state) {
      case OK -> "ok";
      case MISSING -> resource.isOfTheKit() ? "not unpacked yet (comes with the kit)"
          : resource.optional() ? "missing (optional)" : "missing; fetch it";
      case WRONG_SIZE -> "%s bytes instead of %d; fetch it again".formatted(found, resource.bytes().orElseThrow());
      case WRONG_HASH -> "sha256 %s instead of %s; fetch it again".formatted(found, resource.sha256());
    };
  }
}
