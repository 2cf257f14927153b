package faultslip.figure;

import faultslip.gouge.GougeHistory;
import faultslip.series.FailureCatalogue;
import faultslip.series.Series;
import java.util.List;
import java.util.stream.DoubleStream;

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
    List<Double> times = DoubleStream.of(failures.times()).boxed().toList();
    Series energy = history.kineticEnergy();
    Series decades = energy.map("log10 of energy (" + energy.unit() + ")", "", StrictMath::log10);
    Panel loud = TracePanel.of(decades, FigureStyle.EMISSION);
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, "", List.of(List.of(PanelStack.of(
        row(trace(history.friction()), times, "(a)", "Friction; upright lines: failures"),
        row(loud, times, "(b)", "Kinetic energy of all grains"),
        row(trace(millimetres(history.height())), times, "(c)", "Height of the top plate")))));
  }

  private static PanelStack.Row row(Panel panel, List<Double> failures, String tag, String heading) {
    return new PanelStack.Row(panel, HEIGHT_MM, tag, heading).marked(failures);
  }

  private static Series millimetres(Series height) {
    return height.map(height.name(), "mm", metres -> 1000 * metres);
  }

  private static Panel trace(Series series) {
    return TracePanel.of(series, FigureStyle.INK);
  }
}
