package faultslip.app;

import faultslip.notebook.RunListener;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/** A line a notebook, and while somebody watches, which cell it is at and what that tells of its progress. */
final class NotebookProgress implements RunListener {
  private static final int WIDTH = 110;

  private final int notebooks;
  private final boolean interactive;
  private final PrintStream out;
  private int done;
  private String title = "";
  private String place = "";
  private long start;

  /** @param notebooks how many there will be */
  NotebookProgress(int notebooks, boolean interactive, PrintStream out) {
    this.notebooks = notebooks;
    this.interactive = interactive;
    this.out = out;
  }

  @Override
  public void started(Path notebook, int cells) {
    done++;
    title = String.format(Locale.ROOT, "Notebook %d of %d: %s", done, notebooks, notebook.getFileName());
    start = System.nanoTime();
  }

  @Override
  public void cellStarted(int cell, int cells) {
    place = title + ", cell " + cell + " of " + cells;
    show(place);
  }

  @Override
  public void text(String text) {
    String[] lines = text.strip().split("[\r\n]");
    String last = lines[lines.length - 1].strip();
    show(last.isEmpty() ? place : place + " · " + last);
  }

  @Override
  public void cellFinished(int cell, int cells) {
    if (cell == cells) {
      String line = String.format(Locale.ROOT, "%s, %.1f s", title, (System.nanoTime() - start) / 1e9);
      out.println(interactive ? "\r" + padded(line) : line);
    }
  }

  private void show(String line) {
    if (interactive) {
      out.print("\r" + padded(line));
      out.flush();
    }
  }

  private static String padded(String line) {
    return line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line + " ".repeat(WIDTH - line.length());
  }
}
