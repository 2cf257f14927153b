package faultslip.data;

import faultslip.progress.ProgressReport;
import java.util.OptionalLong;

/** Hears how files are fetched. Called on the fetching thread; every method does nothing unless overridden. */
public interface TransferListener {
  /** Hears nothing. */
  TransferListener SILENT = new TransferListener() {};

  /** Tells of transfers on standard error: how far each is, if it takes long, and where it comes from. */
  static TransferListener forConsole() {
    return new TransferReport(ProgressReport.onConsole("Fetching"));
  }

  /**
   * Bytes of a file are about to come; also at each new attempt.
   *
   * @param resource the file
   * @param origin the URL or path they come from
   * @param total how many bytes the file has, if known
   */
  default void started(DataResource resource, String origin, OptionalLong total) {}

  /** So many bytes of the file are there now, those of an earlier, interrupted transfer included. */
  default void progressed(long bytes) {}

  /** No more bytes come from this attempt, whether it failed or not; follows each {@link #started}. */
  default void ended() {}

  /**
   * An attempt failed and is repeated.
   *
   * @param resource the file
   * @param reason why it failed
   */
  default void retrying(DataResource resource, String reason) {}

  /** A file is there, or an optional one is not to be had. */
  default void finished(FetchResult result) {}
}
