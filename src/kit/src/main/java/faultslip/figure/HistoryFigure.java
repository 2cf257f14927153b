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
    Panel loud = new TracePanel(decades, FigureStyle.EMISSION, List.of(), false);
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, "", List.of(List.of(PanelStack.of(
        new PanelStack.Row(new MarkedPanel(trace(history.friction()), times),
        HEIGHT_MM, "(a)", "Friction; upright lines: failures"),
        new PanelStack.Row(new MarkedPanel(loud, times), HEIGHT_MM, "(b)", "Kinetic energy of all grains"),
        new PanelStack.Row(new MarkedPanel(trace(millimetres(history.height())), times),
            HEIGHT_MM, "(c)", "Height of the top plate")))));
  }

  private static Series millimetres(Series height) {
    return height.map(height.name(), "mm", metres -> 1000 * metres);
  }

  private static Panel trace(Series series) {
    return new TracePanel(series, FigureStyle.INK, List.of(), false);
  }
}
