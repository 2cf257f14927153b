package faultslip.data;

import java.nio.file.Path;

/**
 * How a file in the data folder compares with the manifest.
 *
 * @param resource what the manifest says
 * @param path where the file lies, or would
 * @param state the outcome
 * @param difference what is wrong: "5 bytes instead of 6"; else ""
 */
public record FileStatus(DataResource resource, Path path, State state, String difference) {

  /** Outcomes of a verification. */
  public enum State {
    /** There, with the size and hash listed. */
    OK,
    /** Not there. */
    MISSING,
    /** There, but of another size or other content than listed. */
    WRONG
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
      case WRONG -> difference + "; fetch it again";
    };
  }
}
