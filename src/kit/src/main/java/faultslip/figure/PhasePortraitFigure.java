package faultslip.figure;

import faultslip.gouge.GougeHistory;
import faultslip.series.FailureCatalogue;
import faultslip.series.Series;
import java.util.ArrayList;
import java.util.List;

/**
 * The cycles of a simulated fault as loops: friction against the velocity of the plate (a), and against the kinetic
 * energy of the grains (b), a colour a cycle. Time is left out; a fault that repeats itself goes round on one loop.
 */
public final class PhasePortraitFigure {
  private static final double HEIGHT_MM = 52;
  private static final double MARGIN = 0.03;
  /** Colours that are told apart. */
  private static final int MOST = 5;

  private PhasePortraitFigure() {
  }

  /**
   * Whole cycles, each from one failure to the next.
   *
   * @param history in seconds and metres
   * @param failures of its friction
   * @param cycles how many, the first ones, 1 to 5
   * @throws FigureException if there are not so many, or more are asked for
   */
  public static Figure of(GougeHistory history, FailureCatalogue failures, int cycles) {
    int most = Math.min(MOST, failures.size() - 1);
    if (cycles < 1 || cycles > most) {
      throw new FigureException("%d cycles asked for, of %d failures; give 1 to %d."
          .formatted(cycles, failures.size(), Math.max(most, 1)));
    }
    Series velocity = history.displacement().map("displacement", "mm", x -> 1000 * x).derivative();
    Series energy = history.kineticEnergy().map("log10 of kinetic energy", "", StrictMath::log10);
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, "", List.of(List.of(
        stack(velocity, "Plate velocity (mm/s)", history.friction(), failures,
        cycles, "(a)", "Friction and slip velocity", true),
        stack(energy, "log10 of kinetic energy (" + history.kineticEnergy().unit() + ")", history.friction(), failures,
            cycles, "(b)", "Friction and kinetic energy", false))));
  }

  private static PanelStack stack(Series across, String label, Series friction, FailureCatalogue failures,
      int cycles, String tag, String heading, boolean named) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < cycles; i++) {
      int from = failures.failures().get(i).sample();
      int to = failures.failures().get(i + 1).sample() + 1;
      lines.add(Line.of(named ? "cycle " + (i + 1) : "", across.slice(from, to).values(),
          friction.slice(from, to).values(), FigureStyle.line(i)));
    }
    Panel panel = new LinePanel(label, Lettering.capitalised(friction.label()), lines).margin(MARGIN);
    return PanelStack.of(new PanelStack.Row(panel, HEIGHT_MM, tag, heading));
  }
}
