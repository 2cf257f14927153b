package faultslip.app;

import faultslip.kernel.RunListener;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A line a notebook that has ended, and while somebody watches, which cells are running and what they tell. */
final class NotebookProgress implements RunListener {
  private static final int WIDTH = 110;

  private final int notebooks;
  private final boolean interactive;
  private final PrintStream out;
  private final Map<Path, Running> running = new LinkedHashMap<>();
  private int done;

  private record Running(long since, String place, String said) {
    Running at(String where) {
      return new Running(since, where, "");
    }

    Running saying(String text) {
      return new Running(since, place, text);
    }

    @Override
    public String toString() {
      return said.isEmpty() ? place : place + " · " + said;
    }
  }

  /** @param notebooks how many there will be */
  NotebookProgress(int notebooks, boolean interactive, PrintStream out) {
    this.notebooks = notebooks;
    this.interactive = interactive;
    this.out = out;
  }

  @Override
  public void started(Path notebook, int cells) {
    running.put(notebook, new Running(System.nanoTime(), "", ""));
  }

  @Override
  public void cellStarted(Path notebook, int cell, int cells) {
    String number = notebook.getFileName().toString().replaceFirst("-.*", "");
    running.computeIfPresent(notebook, (file, run) -> run.at(number + ", cell " + cell + " of " + cells));
    show();
  }

  @Override
  public void text(Path notebook, String text) {
    String[] lines = text.strip().split("[\r\n]");
    running.computeIfPresent(notebook, (file, run) -> run.saying(lines[lines.length - 1].strip()));
    show();
  }

  @Override
  public void cellFinished(Path notebook, int cell, int cells) {
    if (cell == cells) {
      done++;
      String line = String.format(Locale.ROOT, "Notebook %d of %d: %s, %.1f s", done, notebooks, notebook.getFileName(),
          (System.nanoTime() - running.remove(notebook).since()) / 1e9);
      out.println(interactive ? "\r" + padded(line) : line);
      show();
    }
  }

  private void show() {
    if (interactive && !running.isEmpty()) {
      out.print("\r" + padded(running.values().stream().map(Running::toString).collect(Collectors.joining(" | ", "Notebook ", ""))));
      out.flush();
    }
  }

  private static String padded(String line) {
    return line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line + " ".repeat(WIDTH - line.length());
  }
}
