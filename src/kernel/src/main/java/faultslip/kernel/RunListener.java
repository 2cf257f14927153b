package faultslip.kernel;

import java.nio.file.Path;

/** Told how a run of notebooks gets on, by the thread that runs them, though notebooks may take turns. */
@FunctionalInterface
public interface RunListener {
  /** Tells nobody. */
  RunListener SILENT = (notebook, done, cells, text) -> { };

  /**
   * A notebook begins, one of its cells writes, or one has ended without an error, or with one that it may end with.
   *
   * @param done how many of its code cells have ended: 0 as it begins, {@code cells} once at its end
   * @param cells number of code cells that are run
   * @param text what the running cell has just written to standard output or error, with its "\r"; "" if none has
   */
  void progress(Path notebook, int done, int cells, String text);
}
