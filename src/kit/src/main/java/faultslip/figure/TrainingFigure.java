package faultslip.figure;

import faultslip.ced.TrainingHistory;
import faultslip.ced.TrainingHistory.Validation;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Validation loss over the steps of trainings, the step whose weights were kept marked by a dot. */
public final class TrainingFigure {
  /** Loss shown for a loss of 0, which has no logarithm. */
  private static final double LEAST = 1e-12;

  private TrainingFigure() {
  }

  /**
   * One training, or several that differ in their seed alone.
   *
   * @throws FigureException if there is none, or one without a validation
   */
  public static Figure of(String title, TrainingHistory... histories) {
    List<Line> lines = new ArrayList<>();
    for (TrainingHistory history : histories) {
      String name = histories.length == 1 ? "validation loss" : "training " + (lines.size() + 1);
      lines.add(line(name, history, FigureStyle.line(lines.size())));
    }
    if (lines.isEmpty()) {
      throw new FigureException("No training to show for '" + title + "'; give at least one history.");
    }
    // A dot at the end of a line is shown whole.
    Panel panel = new LinePanel("Gradient steps", "Validation loss", lines).note("dot: best, kept").logarithmic()
        .margin(0.02);
    return Figure.of(FigureStyle.ONE_COLUMN_MM, "",
        List.of(List.of(PanelStack.of(new PanelStack.Row(panel, 45, "", title)))));
  }

  static Line line(String name, TrainingHistory history, Color colour) {
    List<Validation> validations = history.validations();
    if (validations.isEmpty()) {
      throw new FigureException("Training '" + name + "' has no validation; give one that was validated.");
    }
    return Line.of(String.format(Locale.ROOT, "%s, best %.3f", name, history.bestLoss()),
        validations.stream().mapToDouble(Validation::step).toArray(),
        validations.stream().mapToDouble(validation -> Math.max(LEAST, validation.loss())).toArray(), colour)
        .dotted(i -> validations.get(i).step() == history.bestStep());
  }
}
