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

  private record Running(long since, ProgressReport.Part part) {}

  /**
   * @param notebooks how many there will be
   * @param report one that expects so many times {@link #NOTEBOOK}
   */
  NotebookProgress(int notebooks, ProgressReport report) {
    this.notebooks = notebooks;
    this.report = report;
  }

  @Override
  public void progress(Path notebook, int ended, int cells, String text) {
    Running run = running.computeIfAbsent(notebook,
        begun -> new Running(System.nanoTime(), report.part(KitFolder.number(begun))));
    if (ended == cells) {
      done++;
      report.say(String.format(Locale.ROOT, "Notebook %d of %d: %s, %.1f s", done, notebooks, notebook.getFileName(),
          (System.nanoTime() - run.since()) / 1e9));
      run.part().at(NOTEBOOK, NOTEBOOK);
    } else {
      String last = text.strip().replaceFirst("(?s).*[\r\n]", "").strip();
      run.part().at((long) NOTEBOOK * ended / cells, NOTEBOOK,
          "cell " + (ended + 1) + " of " + cells + (last.isEmpty() ? "" : " · " + last));
    }
  }
}
