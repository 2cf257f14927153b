package faultslip.app;

import java.io.PrintStream;

/** What is said of how far something is: one line over itself while somebody watches, else a line now and then. */
final class ProgressLine {
  private static final long INTERACTIVE_NANOS = 500_000_000L;

  private final boolean interactive;
  private final PrintStream out;
  private final long between;
  private long last = System.nanoTime();
  private boolean said;

  /**
   * @param interactive whether somebody watches a terminal
   * @param seconds from one line to the next where nobody does, and before the first
   */
  ProgressLine(boolean interactive, PrintStream out, int seconds) {
    this.interactive = interactive;
    this.out = out;
    this.between = interactive ? INTERACTIVE_NANOS : seconds * 1_000_000_000L;
  }

  /** Says it if the last time is long enough ago; what is said in between is dropped. */
  synchronized void say(String line) {
    if (System.nanoTime() - last > between) {
      print(line, !interactive);
      last = System.nanoTime();
      said = true;
    }
  }

  /** The last line, if there has been one before: nothing is said of what took no time. */
  synchronized void end(String line) {
    if (said) {
      print(line, true);
    }
  }

  private void print(String line, boolean ends) {
    out.print((interactive ? "\r" : "") + line + (ends ? "\n" : ""));
    out.flush();
  }
}
