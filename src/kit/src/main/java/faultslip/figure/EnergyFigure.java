package faultslip.figure;

import faultslip.gouge.EnergyBalance;
import faultslip.gouge.GougeFilm;
import faultslip.gouge.GougeUnits;
import java.awt.Color;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Where the energy of a slip went: what the spring gave, and what became of it, added up over time. */
public final class EnergyFigure {
  private static final double HEIGHT_MM = 46;

  private EnergyFigure() {
  }

  /**
   * Where the energy of a slip goes, over time.
   *
   * @param film of a slip
   * @param units for seconds and joules
   * @param zero moment from which time is counted, such as a failure, in seconds
   */
  public static Figure of(GougeFilm film, GougeUnits units, double zero) {
    double[] times = film.frames().stream().mapToDouble(frame -> frame.time() * units.time() - zero).toArray();
    List<Line> lines = List.of(
        line("given by the spring", film, units, times, balance -> -balance.spring(), FigureStyle.INK),
        line("lost by sliding", film, units, times, EnergyBalance::friction, FigureStyle.line(0)),
        line("in dashpots", film, units, times, EnergyBalance::dashpots, FigureStyle.line(1)),
        line("to medium and drag", film, units, times, balance -> balance.viscosity() + balance.plateDrag(),
            FigureStyle.line(2)),
        line("in motion", film, units, times, EnergyBalance::kinetic, FigureStyle.line(3)));
    Panel panel = new LinePanel("Time since the failure (s)", "Energy since the first frame (J)", lines);
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, "",
        List.of(List.of(PanelStack.of(new PanelStack.Row(panel, HEIGHT_MM, "", "")))));
  }

  private static Line line(String name, GougeFilm film, GougeUnits units, double[] times,
      ToDoubleFunction<EnergyBalance> part, Color colour) {
    double[] sums = new double[times.length];
    for (int i = 1; i < sums.length; i++) {
      sums[i] = sums[i - 1] + part.applyAsDouble(film.energies().get(i - 1)) * units.energy();
    }
    return Line.of(name, times, sums, colour);
  }
}
