package faultslip.data;

import java.nio.file.Path;

/**
 * What became of a file that was to be fetched.
 *
 * @param resource the file
 * @param path where it lies in the data folder
 * @param outcome how it got there, or that it did not
 * @param note why an optional file is not there; else ""
 */
public record FetchResult(DataResource resource, Path path, Outcome outcome, String note) {

  /** How a file came to be in the data folder. */
  public enum Outcome {
    /** It was there and right. */
    PRESENT,
    /** Downloaded whole. */
    DOWNLOADED,
    /** Downloaded from where an earlier transfer had stopped. */
    RESUMED,
    /** Copied from a local folder. */
    COPIED,
    /** Optional, and not to be had; the kit does without it. */
    UNAVAILABLE
  }

  /** One line: the file and what became of it. */
  public String line() {
    return switch (outcome) {
      case PRESENT -> path + ": already there";
      case DOWNLOADED -> path + ": downloaded";
      case RESUMED -> path + ": downloaded, continuing an earlier transfer";
      case COPIED -> path + ": copied";
      case UNAVAILABLE -> "Going on without '" + resource.name() + "', which is optional: " + note;
    };
  }
}
