package faultslip.progress;

import faultslip.ced.TrainingProgress;
import java.io.PrintStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Says how far a long work is and how much time it will still take. The work has parts, one after another or side by
 * side, each known by its name. Nothing is said in the first two seconds. The time left is reckoned from the work done
 * here alone, not from what a checkpoint had already.
 *
 * <p>Every method may be called from any thread; none waits, and no thread is started.
 */
public final class ProgressReport implements AutoCloseable {
  private static final long SECOND = 1_000_000_000L;
  private static final int WIDTH = 110;

  private final String task;
  private final long expected;
  private final boolean overwritten;
  private final PrintStream out;
  private final LongSupplier nanoTime;
  private final long created;

  private final Map<String, Part> running = new LinkedHashMap<>();
  /** The extent of ended parts, and what of it was done here. */
  private long ended;
  private long endedHere;
  private long begun;
  /** Before then nothing is said. */
  private long nextLine;
  private boolean said;
  private int written;

  /** @param first what of it was done when it began here */
  private record Part(long first, long done, long all, String remark) {}

  ProgressReport(String task, long expected, boolean overwritten, PrintStream out, LongSupplier nanoTime) {
    this.task = task;
    this.expected = expected;
    this.overwritten = overwritten;
    this.out = out;
    this.nanoTime = nanoTime;
    this.created = nanoTime.getAsLong();
    this.nextLine = created;
  }

  /**
   * A report on standard error: one line, written over itself, on a terminal, a line every 30 seconds in a log. The
   * system property {@code faultslip.terminal} says which: what Java calls a console is not the same in all versions.
   * Expected is the extent of all the parts to come, in their own unit, or 0 if only those that are running are known.
   */
  public static ProgressReport onConsole(String task, long expected) {
    return new ProgressReport(task, expected, Boolean.getBoolean("faultslip.terminal"), System.err, System::nanoTime);
  }

  /** A report on standard error of a work of which only the parts that are running are known. */
  public static ProgressReport onConsole(String task) {
    return onConsole(task, 0);
  }

  /** A report in one line, written over itself and gone when no part is running: below the cell of a notebook. */
  public static ProgressReport inCell(String task, PrintStream out) {
    return new ProgressReport(task, 0, true, out, System::nanoTime);
  }

  /** A training as a part of the work, in gradient steps; it may stop early. */
  public TrainingProgress training(String name) {
    return (step, steps, bestLoss) -> {
      if (step == steps) {
        end(name);
      } else {
        at(name, step, steps, "step " + step + " of " + steps + " at most"
            + (Double.isNaN(bestLoss) ? "" : String.format(Locale.ROOT, ", best validation loss %.4f", bestLoss)));
      }
    };
  }

  /** Tells how far a part is, as {@link #at(String, long, long, String)} with per cent as remark. */
  public void at(String name, long done, long all) {
    at(name, done, all, 100 * done / Math.max(1, all) + " %");
  }

  /**
   * Tells how far a part is: it begins with the first call, which says what was done before, ends when all is done, and
   * begins anew if it falls back. Its name is "" in a work of one part; the remark, such as "3 of 12", is shown.
   */
  public synchronized void at(String name, long done, long all, String remark) {
    Part before = running.get(name);
    boolean anew = before == null || done < before.done;
    if (anew) {
      end(name);
      // Where only running parts are known, those before are forgotten.
      if (running.isEmpty() && (expected == 0 || ended == 0)) {
        ended = 0;
        endedHere = 0;
        begun = nanoTime.getAsLong();
        nextLine = Math.max(nextLine, begun + 2 * SECOND);
      }
    }
    running.put(name, new Part(anew ? done : before.first, done, all, remark));
    if (done < all) {
      show();
    } else {
      end(name);
    }
  }

  /** Ends a part, also if not all of it was done. */
  public synchronized void end(String name) {
    Part part = running.remove(name);
    if (part != null) {
      // What it lacked will not be done: no work is left of it, but none of that was done here.
      ended += part.all;
      endedHere += part.done - part.first;
    }
    if (running.isEmpty()) {
      erase();
    }
  }

  /** Writes a line that stays, such as what has come of a part. */
  public synchronized void say(String line) {
    erase();
    out.println(line);
    out.flush();
  }

  /** Ends the report; if it has said anything of its parts, its last line says how long all took. */
  @Override
  public synchronized void close() {
    if (said) {
      say(task + " took " + clock(nanoTime.getAsLong() - created) + ".");
    }
  }

  private void show() {
    long now = nanoTime.getAsLong();
    if (now - nextLine >= 0) {
      said = true;
      nextLine = now + (overwritten ? SECOND / 2 : 30 * SECOND);
      String line = line(now - begun);
      if (overwritten) {
        overwrite(line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line);
      } else {
        out.println(line);
      }
      out.flush();
    }
  }

  private String line(long taken) {
    Collection<Part> parts = running.values();
    long done = ended + parts.stream().mapToLong(Part::done).sum();
    long here = endedHere + parts.stream().mapToLong(part -> part.done - part.first).sum();
    long total = Math.max(expected, ended + parts.stream().mapToLong(Part::all).sum());
    String remarks = running.entrySet().stream()
        .map(part -> (part.getKey().isEmpty() ? "" : part.getKey() + ": ") + part.getValue().remark)
        .collect(Collectors.joining(" | "));
    return task + ": " + 100 * done / total + " %"
        + (here > 0 ? ", about " + clock((long) ((double) taken / here * (total - done))) + " left" : "")
        + " · " + remarks;
  }

  private static String clock(long nanos) {
    long seconds = Math.round(nanos / (double) SECOND);
    return seconds < 3600 ? String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d h", seconds / 3600, seconds / 60 % 60);
  }

  private void overwrite(String line) {
    out.print("\r" + line + " ".repeat(Math.max(0, written - line.length())));
    written = line.length();
  }

  private void erase() {
    if (written > 0) {
      overwrite("");
      out.print("\r");
      out.flush();
    }
  }
}
