package faultslip.progress;

import faultslip.ced.TrainingProgress;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Says how far a long work is and how much time it will still take. The work has parts, one after another or side by
 * side. Nothing is said in the first two seconds. The time left is reckoned from the work done here alone, not from
 * what a checkpoint had already.
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

  /** Those that have begun; where only running ones are known, since one of them was last alone. */
  private final List<Part> parts = new ArrayList<>();
  private long busyBefore;
  private long busySince;
  /** Before then nothing is said. */
  private long nextLine;
  private boolean said;
  private int written;

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
   * A report on standard error: one line, written over itself, on a terminal, a line every 30 seconds in a log. Which
   * it is, the system property {@code faultslip.terminal} says: what Java calls a console is not the same in all its
   * versions.
   *
   * @param task what is done, such as "Training"
   * @param expected extent of all the parts to come, in their own unit; 0 if only the parts that are running are known
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

  /**
   * A part of the work; it is shown from its first {@link Part#at} to its end.
   *
   * @param name "" for a work of one part; a running part of the same name ends when this begins
   */
  public Part part(String name) {
    return new Part(name);
  }

  /** A training as a part of the work, in gradient steps; it may stop early. */
  public TrainingProgress training(String name) {
    Part part = part(name);
    return (step, steps, bestLoss) -> {
      if (step == steps) {
        part.end();
      } else {
        part.at(step, steps, String.format(Locale.ROOT, "step %d of %d at most", step, steps)
            + (Double.isNaN(bestLoss) ? "" : String.format(Locale.ROOT, ", best validation loss %.4f", bestLoss)));
      }
    };
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
    parts.forEach(Part::end);
    if (said) {
      say(task + " took " + clock(nanoTime.getAsLong() - created) + ".");
    }
  }

  private void show() {
    long now = nanoTime.getAsLong();
    if (now - nextLine < 0) {
      return;
    }
    said = true;
    nextLine = now + (overwritten ? SECOND / 2 : 30 * SECOND);
    String line = line(now);
    if (overwritten) {
      overwrite(line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line);
    } else {
      out.println(line);
    }
    out.flush();
  }

  private String line(long now) {
    // What an ended part lacked will not be done: no work is left of it, but none of that was done here.
    long done = parts.stream().mapToLong(part -> part.ended ? part.all : part.done).sum();
    long here = parts.stream().mapToLong(part -> part.done - part.first).sum();
    double total = Math.max(expected, parts.stream().mapToLong(part -> part.all).sum());
    String line = String.format(Locale.ROOT, "%s: %.0f %%", task, Math.floor(100.0 * done / total));
    if (here > 0) {
      line += ", about " + clock((long) ((double) (busyBefore + now - busySince) / here * (total - done))) + " left";
    }
    String remarks = parts.stream().filter(part -> !part.ended)
        .map(part -> part.name.isEmpty() ? part.remark : part.name + ": " + part.remark)
        .collect(Collectors.joining(" | "));
    return remarks.isEmpty() ? line : line + " · " + remarks;
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

  /** A part of the work. */
  public final class Part {
    private final String name;
    private long first;
    private long done;
    private long all;
    private String remark = "";
    private boolean ended;

    private Part(String name) {
      this.name = name;
    }

    /** Tells how far the part is, as {@link #at(long, long, String)} with per cent as remark. */
    public void at(long done, long all) {
      at(done, all, String.format(Locale.ROOT, "%d %%", 100 * done / Math.max(1, all)));
    }

    /**
     * Tells how far the part is; it ends when all is done.
     *
     * @param done 0 to {@code all}; what the first call tells was there before
     * @param remark what to show of it, such as "3 of 12"
     */
    public void at(long done, long all, String remark) {
      synchronized (ProgressReport.this) {
        if (ended || !parts.contains(this)) {
          begin(done);
        }
        this.done = done;
        this.all = all;
        this.remark = remark;
        if (done < all) {
          show();
        } else {
          end();
        }
      }
    }

    private void begin(long before) {
      parts.stream().filter(part -> part.name.equals(name)).toList().forEach(Part::end);
      if (parts.stream().allMatch(part -> part.ended)) {
        busySince = nanoTime.getAsLong();
        if (expected == 0 || parts.isEmpty()) {
          nextLine = Math.max(nextLine, busySince + 2 * SECOND);
          busyBefore = 0;
          parts.clear();
        }
      }
      first = before;
      ended = false;
      parts.add(this);
    }

    /** Ends the part, also if not all of it was done. */
    public void end() {
      synchronized (ProgressReport.this) {
        ended = true;
        if (parts.contains(this) && parts.stream().allMatch(part -> part.ended)) {
          busyBefore += nanoTime.getAsLong() - busySince;
          erase();
        }
      }
    }
  }
}
