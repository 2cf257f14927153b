package faultslip.notebook;

import faultslip.ced.TrainingProgress;
import faultslip.experiment.Campaign;
import java.io.PrintStream;
import java.util.Locale;

/** Trainings as one line below the cell that returns to its start; nothing is left of it in the end. */
final class CellProgress implements Campaign.Progress {
  private static final long WAIT_NANOS = 500_000_000L;

  private final PrintStream out;

  CellProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  public TrainingProgress of(String training) {
    return new Line(training);
  }

  private final class Line implements TrainingProgress {
    private final String training;
    private final long start = System.nanoTime();
    private long shown = start;
    private int firstStep = -1;
    private int width;

    Line(String training) {
      this.training = training;
    }

    @Override
    public void at(int step, int steps, double bestLoss) {
      if (firstStep < 0) {
        firstStep = step;
      }
      if (step == steps) {
        print("");
        out.print("\r");
      } else if (System.nanoTime() - shown > WAIT_NANOS) {
        shown = System.nanoTime();
        print(text(step, steps, bestLoss));
      }
    }

    private String text(int step, int steps, double bestLoss) {
      long seconds = Math.round((shown - start) / 1e9 * (steps - step) / Math.max(1, step - firstStep));
      String loss = Double.isNaN(bestLoss) ? "" : String.format(Locale.ROOT, ", validation loss %.4f", bestLoss);
      return String.format(Locale.ROOT, "Training %s: step %d of %d%s, %d:%02d min left at most", training, step, steps,
          loss, seconds / 60, seconds % 60);
    }

    private void print(String text) {
      out.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
      width = text.length();
    }
  }
}
