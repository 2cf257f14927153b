package faultslip.kernel;

import java.nio.file.Path;

/** Told how a run of notebooks gets on; never by two threads at once, though notebooks may take turns. */
public interface RunListener {
  /** Tells nobody. */
  RunListener SILENT = new RunListener() { };

  /** @param cells number of code cells that will be run */
  default void started(Path notebook, int cells) {}

  /** @param cell counted from 1 among the code cells that are run */
  default void cellStarted(Path notebook, int cell, int cells) {}

  /** @param text what the running cell has just written to standard output or error, with its "\r" */
  default void text(Path notebook, String text) {}

  /** @param cell counted from 1 among the code cells that are run */
  default void cellFinished(Path notebook, int cell, int cells) {}
}
