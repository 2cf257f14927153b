package faultslip.kernel;

import java.nio.file.Path;

/** Passes on what several threads tell, one after the other. */
record SynchronizedListener(RunListener listener) implements RunListener {
  @Override
  public synchronized void started(Path notebook, int cells) {
    listener.started(notebook, cells);
  }

  @Override
  public synchronized void cellStarted(Path notebook, int cell, int cells) {
    listener.cellStarted(notebook, cell, cells);
  }

  @Override
  public synchronized void text(Path notebook, String text) {
    listener.text(notebook, text);
  }

  @Override
  public synchronized void cellFinished(Path notebook, int cell, int cells) {
    listener.cellFinished(notebook, cell, cells);
  }
}
