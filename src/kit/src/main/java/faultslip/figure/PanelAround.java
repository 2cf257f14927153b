package faultslip.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.jfree.chart.plot.XYPlot;

/** A panel that shows what another one shows, but for what it says itself. */
interface PanelAround extends Panel {

  /** The other one. */
  Panel panel();

  @Override
  default double from() {
    return panel().from();
  }

  @Override
  default double to() {
    return panel().to();
  }

  @Override
  default String across() {
    return panel().across();
  }

  @Override
  default String label() {
    return panel().label();
  }

  @Override
  default XYPlot plot(double width, double height) {
    return panel().plot(width, height);
  }

  @Override
  default void decorate(Graphics2D g, Rectangle2D axes) {
    panel().decorate(g, axes);
  }

  @Override
  default Optional<ColourBar> colourBar() {
    return panel().colourBar();
  }
}
