package faultslip.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;

/**
 * A panel with thin upright lines behind its data, as for failures.
 *
 * @param panel what is marked
 * @param places of the lines along the horizontal axis, in its unit; those outside the panel are not drawn
 */
public record MarkedPanel(Panel panel, List<Double> places) implements Panel {

  /** Keeps the places that the panel shows. */
  public MarkedPanel {
    double from = panel.from();
    double to = panel.to();
    places = places.stream().filter(place -> place >= from && place <= to).toList();
  }

  @Override
  public double from() {
    return panel.from();
  }

  @Override
  public double to() {
    return panel.to();
  }

  @Override
  public String across() {
    return panel.across();
  }

  @Override
  public String label() {
    return panel.label();
  }

  @Override
  public XYPlot plot(double width, double height) {
    XYPlot plot = panel.plot(width, height);
    for (double place : places) {
      plot.addDomainMarker(new ValueMarker(place, FigureStyle.FAILURE, FigureStyle.MARK_LINE), Layer.BACKGROUND);
    }
    return plot;
  }

  @Override
  public void decorate(Graphics2D g, Rectangle2D axes) {
    panel.decorate(g, axes);
  }

  @Override
  public Optional<ColourBar> colourBar() {
    return panel.colourBar();
  }
}
