package faultslip.notebook;

import java.nio.file.Path;

/** Told how the run of a notebook gets on; never by two threads at once. */
public interface RunListener {
  /** Tells nobody. */
  RunListener SILENT = new RunListener() { };

  /** @param cells number of code cells that will be run */
  default void started(Path notebook, int cells) {}

  /** @param cell counted from 1 among the code cells that are run */
  default void cellStarted(int cell, int cells) {}

  /** @param text what the running cell has just written to standard output or error, with its "\r" */
  default void text(String text) {}

  /** @param cell counted from 1 among the code cells that are run */
  default void cellFinished(int cell, int cells) {}
}
