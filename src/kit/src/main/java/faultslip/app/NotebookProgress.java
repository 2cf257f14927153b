package faultslip.app;

import faultslip.kernel.RunListener;
import faultslip.progress.ProgressReport;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Tells which cells are running and what they write last, and in a line that stays, which notebook has ended. */
final class NotebookProgress implements RunListener {
  /** A notebook's extent in a report: its cells are worth alike. */
  static final int NOTEBOOK = 1000;

  private final int notebooks;
  private final ProgressReport report;
  private final Map<Path, Running> running = new HashMap<>();
  private int done;

  private static final class Running {
    final long since = System.nanoTime();
    final ProgressReport.Part part;
    long reached;
    String place = "";

    Running(ProgressReport.Part part) {
      this.part = part;
    }

    void say(String text) {
      part.at(reached, NOTEBOOK, text.isEmpty() ? place : place + " · " + text);
    }
  }

  /**
   * @param notebooks how many there will be
   * @param report one that expects so many times {@link #NOTEBOOK}
   */
  NotebookProgress(int notebooks, ProgressReport report) {
    this.notebooks = notebooks;
    this.report = report;
  }

  @Override
  public void started(Path notebook, int cells) {
    running.put(notebook, new Running(report.part(notebook.getFileName().toString().replaceFirst("-.*", ""))));
  }

  @Override
  public void cellStarted(Path notebook, int cell, int cells) {
    Running run = running.get(notebook);
    run.reached = (long) NOTEBOOK * (cell - 1) / cells;
    run.place = "cell " + cell + " of " + cells;
    run.say("");
  }

  @Override
  public void text(Path notebook, String text) {
    String written = text.strip();
    int lastEnd = Math.max(written.lastIndexOf('\r'), written.lastIndexOf('\n'));
    running.get(notebook).say(written.substring(lastEnd + 1).strip());
  }

  @Override
  public void cellFinished(Path notebook, int cell, int cells) {
    if (cell == cells) {
      Running run = running.remove(notebook);
      done++;
      report.say(String.format(Locale.ROOT, "Notebook %d of %d: %s, %.1f s", done, notebooks, notebook.getFileName(),
          (System.nanoTime() - run.since) / 1e9));
      run.part.at(NOTEBOOK, NOTEBOOK);
    }
  }
}
