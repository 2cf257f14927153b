package faultslip.kernel;

import java.nio.file.Path;

/** Told how a run of notebooks gets on; never by two threads at once, though notebooks may take turns. */
public interface RunListener {
  /** Tells nobody. */
  RunListener SILENT = new RunListener() { };

  /**
   * A notebook begins.
   *
   * @param cells number of code cells that will be run
   */
  default void started(Path notebook, int cells) {}

  /**
   * A cell begins.
   *
   * @param cell counted from 1 among the code cells that are run
   * @param cells number of code cells that will be run
   */
  default void cellStarted(Path notebook, int cell, int cells) {}

  /**
   * The running cell writes.
   *
   * @param text what it has just written to standard output or error, with its "\r"
   */
  default void text(Path notebook, String text) {}

  /**
   * A cell has ended without an error, or with one that it may end with.
   *
   * @param cell counted from 1 among the code cells that are run
   * @param cells number of code cells that will be run
   */
  default void cellFinished(Path notebook, int cell, int cells) {}
}
