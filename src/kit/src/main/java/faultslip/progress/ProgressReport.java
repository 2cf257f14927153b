package faultslip.progress;

import faultslip.ced.TrainingProgress;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
  /** What the report is written to. */
  public enum Place {
    /** A terminal that somebody watches: one line, written over itself. */
    TERMINAL,
    /** A file, or a pipe: a line every 30 seconds. */
    LOG,
    /** The output below a cell of a notebook: one line, written over itself, and nothing when no part is running. */
    CELL
  }

  private static final long SECOND = 1_000_000_000L;
  private static final long QUIET = 2 * SECOND;
  private static final int WIDTH = 110;

  private final String task;
  private final long expected;
  private final Place place;
  private final PrintStream out;
  private final LongSupplier nanoTime;

  private final List<Part> running = new ArrayList<>();
  private Pace past = new Pace(0, 0, 0);
  private long busySince;
  private Long begun;
  private Long lastLine;
  private int written;

  /** Work behind us: how much of the whole, how much of that was done here, and in what time. */
  private record Pace(long done, long here, long nanos) {
    Pace plus(long moreDone, long moreHere) {
      return new Pace(done + moreDone, here + moreHere, nanos);
    }

    Pace after(long moreNanos) {
      return new Pace(done, here, nanos + moreNanos);
    }
  }

  /**
   * A report of some work.
   *
   * @param task what is done, such as "Training"
   * @param expected extent of all the parts to come, in their own unit; 0 if only the parts that are running are known
   * @param place what {@code out} is
   */
  public ProgressReport(String task, long expected, Place place, PrintStream out) {
    this(task, expected, place, out, System::nanoTime);
  }

  ProgressReport(String task, long expected, Place place, PrintStream out, LongSupplier nanoTime) {
    this.task = Objects.requireNonNull(task, "task");
    this.expected = expected;
    this.place = Objects.requireNonNull(place, "place");
    this.out = Objects.requireNonNull(out, "out");
    this.nanoTime = nanoTime;
  }

  /**
   * A report on standard error: one line on a terminal, lines now and then in a log. Which it is, the system property
   * {@code faultslip.terminal} says: what Java calls a console is not the same in all its versions.
   */
  public static ProgressReport onConsole(String task, long expected) {
    Place place = Boolean.getBoolean("faultslip.terminal") ? Place.TERMINAL : Place.LOG;
    return new ProgressReport(task, expected, place, System.err);
  }

  /** A report on standard error of a work of which only the parts that are running are known. */
  public static ProgressReport onConsole(String task) {
    return onConsole(task, 0);
  }

  /** A report that says nothing. */
  public static ProgressReport silent() {
    return new ProgressReport("", 0, Place.CELL, new PrintStream(OutputStream.nullOutputStream()));
  }

  /**
   * A part of the work; it is shown from its first {@link Part#at} to its end.
   *
   * @param name "" for a work of one part; a running part of the same name ends when this begins
   */
  public Part part(String name) {
    return new Part(Objects.requireNonNull(name, "name"));
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

  /** Ends the report; if it has said anything of its parts, its last line says how long they took. */
  @Override
  public synchronized void close() {
    List.copyOf(running).forEach(Part::end);
    if (lastLine != null && place != Place.CELL) {
      say(task + " took " + clock(nanoTime.getAsLong() - begun) + ".");
    }
  }

  private void show() {
    long now = nanoTime.getAsLong();
    long between = place == Place.LOG ? 30 * SECOND : SECOND / 2;
    if (now - begun < QUIET || (lastLine != null && now - lastLine < between)) {
      return;
    }
    lastLine = now;
    String line = line(now);
    if (place == Place.LOG) {
      out.println(line);
    } else {
      overwrite(line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line);
    }
    out.flush();
  }

  private String line(long now) {
    Pace pace = past.after(now - busySince);
    long left = 0;
    for (Part part : running) {
      pace = pace.plus(part.done, part.done - part.first);
      left += part.all - part.done;
    }
    double total = (double) Math.max(expected, pace.done + left);
    String line = String.format(Locale.ROOT, "%s: %.0f %%", task, Math.floor(100.0 * pace.done / total));
    if (pace.here > 0) {
      line += ", about " + clock((long) ((double) pace.nanos / pace.here * (total - pace.done))) + " left";
    }
    String parts = running.stream().map(Part::text).filter(text -> !text.isEmpty()).collect(Collectors.joining(" | "));
    return parts.isEmpty() ? line : line + " · " + parts;
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

  private void begin(Part part) {
    List.copyOf(running).stream().filter(old -> old.name.equals(part.name)).forEach(Part::end);
    if (running.isEmpty()) {
      busySince = nanoTime.getAsLong();
      begun = begun == null ? busySince : begun;
    }
    running.add(part);
  }

  private void end(Part part) {
    if (!running.remove(part)) {
      return;
    }
    // What it lacked will not be done: no work is left of it, but none of that was done here.
    past = past.plus(part.all, part.done - part.first);
    if (running.isEmpty()) {
      past = expected > 0 ? past.after(nanoTime.getAsLong() - busySince) : new Pace(0, 0, 0);
      erase();
      if (place == Place.CELL) {
        begun = null;
        lastLine = null;
      }
    }
  }

  /** A part of the work. */
  public final class Part {
    private final String name;
    private long first;
    private long done;
    private long all;
    private String remark = "";

    private Part(String name) {
      this.name = name;
    }

    /**
     * Tells how far the part is; it ends when all is done.
     *
     * @param done 0 to {@code all}; what the first call tells was there before
     */
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
        if (!running.contains(this)) {
          first = done;
          begin(this);
        }
        this.done = done;
        this.all = all;
        this.remark = remark;
        if (done < all) {
          show();
        } else {
          ProgressReport.this.end(this);
        }
      }
    }

    /** Ends the part, also if not all of it was done. */
    public void end() {
      synchronized (ProgressReport.this) {
        ProgressReport.this.end(this);
      }
    }

    private String text() {
      return name.isEmpty() ? remark : name + ": " + remark;
    }
  }
}
