package faultslip.app;

import faultslip.experiment.CampaignRows;
import java.io.PrintStream;
import java.util.Locale;

/** How far the predictions are, a line over itself while somebody watches; quiet where it takes no time. */
final class PredictionProgress implements CampaignRows.Progress {
  private static final long INTERACTIVE_NANOS = 500_000_000L;
  private static final long LINE_NANOS = 10_000_000_000L;

  private final boolean interactive;
  private final PrintStream out;
  private long last = System.nanoTime();
  private boolean said;

  /** @param interactive whether somebody watches a terminal */
  PredictionProgress(boolean interactive, PrintStream out) {
    this.interactive = interactive;
    this.out = out;
  }

  @Override
  public synchronized void done(int part, int parts) {
    boolean end = part == parts;
    if (System.nanoTime() - last > (interactive ? INTERACTIVE_NANOS : LINE_NANOS) || end && said) {
      String line = String.format(Locale.ROOT, "Predicting: %d of %d", part, parts);
      out.print(interactive && !end ? "\r" + line : interactive ? "\r" + line + "\n" : line + "\n");
      out.flush();
      last = System.nanoTime();
      said = true;
    }
  }
}
