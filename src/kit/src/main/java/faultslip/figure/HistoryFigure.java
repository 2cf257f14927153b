package faultslip.figure;

import faultslip.gouge.GougeHistory;
import faultslip.series.FailureCatalogue;
import faultslip.series.Series;
import java.awt.Color;
import java.util.List;

/**
 * What a simulated fault did: friction (a), kinetic energy of its grains (b) and height of the top plate (c) over time,
 * failures marked.
 */
public final class HistoryFigure {
  private static final double HEIGHT_MM = 24;

  private HistoryFigure() {
  }

  /**
   * Friction, kinetic energy and height of the top plate over a whole run.
   *
   * @param history in seconds and metres
   * @param failures to be marked by upright lines; may be empty
   */
  public static Figure of(GougeHistory history, FailureCatalogue failures) {
    Series energy = history.kineticEnergy();
    Series decades = energy.map("log10 of energy (" + energy.unit() + ")", "", StrictMath::log10);
    Series height = history.height().map(history.height().name(), "mm", metres -> 1000 * metres);
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, "", List.of(List.of(PanelStack.of(
        row(history.friction(), FigureStyle.INK, failures, "(a)", "Friction; upright lines: failures"),
        row(decades, FigureStyle.EMISSION, failures, "(b)", "Kinetic energy of all grains"),
        row(height, FigureStyle.INK, failures, "(c)", "Height of the top plate")))));
  }

  private static PanelStack.Row row(Series series, Color colour, FailureCatalogue failures, String tag,
      String heading) {
    return new PanelStack.Row(LinePanel.of(series, colour).marked(failures.times()), HEIGHT_MM, tag, heading);
  }
}
