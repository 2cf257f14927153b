package faultslip.app;

import faultslip.ced.TrainingProgress;
import faultslip.experiment.Campaign;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * One bar over all the gradient steps of a campaign, with the time left; where nobody watches, a line now and then.
 * Counts only steps done here, so that what comes from the store or a checkpoint does not spoil the forecast.
 */
final class CampaignProgress implements Campaign.Progress, AutoCloseable {
  private static final long LINE_NANOS = 30_000_000_000L;

  private final ProgressBar bar;
  private final PrintStream lines;
  private final long total;
  private final long start = System.nanoTime();
  private final Map<String, Integer> done = new ConcurrentHashMap<>();
  private long lastLine = System.nanoTime();

  /**
   * @param total gradient steps to reckon with in all trainings to come, positive if there are any
   * @param interactive whether somebody watches a terminal
   */
  CampaignProgress(long total, boolean interactive, PrintStream out) {
    this.total = total;
    this.lines = interactive ? null : out;
    this.bar = interactive ? new ProgressBarBuilder().setTaskName("Training").setInitialMax(total).setUnit(" steps", 1)
        .setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(500)
        .setConsumer(new ConsoleProgressBarConsumer(out)).build() : null;
  }

  @Override
  public TrainingProgress of(String training) {
    return (step, steps, bestLoss) -> report(training, step, steps, bestLoss);
  }

  private synchronized void report(String training, int step, int steps, double bestLoss) {
    // A training that stops early reports its last step at once.
    int before = done.getOrDefault(training, 0);
    done.put(training, step == steps && before > 0 && before + 1 < steps ? before : step);
    long sum = done.values().stream().mapToLong(Integer::longValue).sum();
    String message = String.format(Locale.ROOT, "%s: step %d of %d at most", training, step, steps)
        + (Double.isNaN(bestLoss) ? "" : String.format(Locale.ROOT, ", best validation loss %.4f", bestLoss));
    if (bar != null) {
      bar.stepTo(Math.min(sum, total));
      bar.setExtraMessage(message);
    } else if (System.nanoTime() - lastLine > LINE_NANOS || step == steps) {
      lastLine = System.nanoTime();
      double elapsed = (System.nanoTime() - start) / 1e9;
      Duration left = Duration.ofSeconds((long) (elapsed / sum * Math.max(0, total - sum)));
      lines.printf(Locale.ROOT, "%3d %% · %s · about %d:%02d min left%n", Math.min(99, 100 * sum / Math.max(1, total)), message,
          left.toMinutes(), left.toSecondsPart());
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
