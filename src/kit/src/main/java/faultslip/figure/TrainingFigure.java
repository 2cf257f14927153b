package faultslip.figure;

import faultslip.ced.TrainingHistory;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Validation loss over the steps of trainings, the step whose weights were kept marked by a dot. */
public final class TrainingFigure {
  /** Loss shown for a loss of 0, which has no logarithm. */
  private static final double LEAST = 1e-12;

  private TrainingFigure() {}

  /** One training, or several that differ in seed; a {@link FigureException} if none, or one without validation. */
  public static Figure of(String title, TrainingHistory... histories) {
    FigureException.require(histories.length > 0, "No training to show for '%s'; give at least one history.", title);
    List<Line> lines = IntStream.range(0, histories.length).mapToObj(i ->
        line(histories.length == 1 ? "validation loss" : "training " + (i + 1), histories[i], FigureStyle.line(i)))
        .toList();
    // A dot at the end of a line is shown whole.
    LinePanel panel = new LinePanel("Gradient steps", "Validation loss", lines).note("dot: best, kept").logarithmic()
        .margin(0.02);
    return Figure.of(FigureStyle.ONE_COLUMN_MM, "",
        List.of(List.of(PanelStack.of(new PanelStack.Row(panel, 45, "", title)))));
  }

  static Line line(String name, TrainingHistory history, Color colour) {
    FigureException.require(!history.validations().isEmpty(),
        "Training '%s' has no validation; give one that was validated.", name);
    List<Line.Point> points = history.validations().stream().map(each -> {
      double loss = Math.max(LEAST, each.loss());
      return new Line.Point(each.step(), loss, loss, loss);
    }).toList();
    return new Line(String.format(Locale.ROOT, "%s, best %.3f", name, history.bestLoss()), points, colour,
        Line.Look.SOLID, i -> points.get(i).x() == history.bestStep());
  }
}
