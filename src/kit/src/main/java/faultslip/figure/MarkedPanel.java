package faultslip.figure;

import java.util.List;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;

/**
 * A panel with thin upright lines behind its data, as for failures.
 *
 * @param panel what is marked
 * @param places of the lines along the horizontal axis, in its unit; those outside the panel are not drawn
 */
public record MarkedPanel(Panel panel, List<Double> places) implements PanelAround {

  /** Keeps the places that the panel shows. */
  public MarkedPanel {
    double from = panel.from();
    double to = panel.to();
    places = places.stream().filter(place -> place >= from && place <= to).toList();
  }

  @Override
  public XYPlot plot(double width, double height) {
    XYPlot plot = panel.plot(width, height);
    for (double place : places) {
      plot.addDomainMarker(new ValueMarker(place, FigureStyle.FAILURE, FigureStyle.MARK_LINE), Layer.BACKGROUND);
    }
    return plot;
  }
}
