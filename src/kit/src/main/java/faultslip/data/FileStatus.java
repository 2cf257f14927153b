package faultslip.data;

import java.nio.file.Path;

/**
 * How a file stands in the data folder, compared with the manifest or just fetched.
 *
 * @param resource what the manifest says
 * @param path where the file lies, or would
 * @param state the outcome
 * @param note what is wrong ("5 bytes instead of 6"), or why an optional file is not to be had; else ""
 */
public record FileStatus(DataResource resource, Path path, State state, String note) {

  /**
   * Outcomes: there and as listed, not there, of another size or hash than listed; just downloaded whole, or from where
   * an earlier transfer had stopped, or copied; optional, and not to be had.
   */
  public enum State { OK, MISSING, WRONG, DOWNLOADED, RESUMED, COPIED, UNAVAILABLE }

  FileStatus now(State other, String why) {
    return new FileStatus(resource, path, other, why);
  }

  public boolean isOk() {
    return state == State.OK;
  }

  /**
   * Whether the kit can work: the file is right, or it is missing and optional, or missing and brought along by the
   * kit.
   */
  public boolean isAcceptable() {
    return isOk() || (state == State.MISSING && (resource.optional() || resource.isOfTheKit()));
  }

  /** One line: the file and how it stands. */
  public String line() {
    return switch (state) {
      case OK -> path + ": ok";
      case MISSING -> path + ": " + (resource.isOfTheKit() ? "not unpacked yet (comes with the kit)"
          : resource.optional() ? "missing (optional)" : "missing; fetch it");
      case WRONG -> path + ": " + note + "; fetch it again";
      case DOWNLOADED -> path + ": downloaded";
      case RESUMED -> path + ": downloaded, continuing an earlier transfer";
      case COPIED -> path + ": copied";
      case UNAVAILABLE -> "Going on without '" + resource.name() + "', which is optional: " + note;
    };
  }
}
