package faultslip.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.jfree.chart.plot.XYPlot;

/**
 * A panel with a margin left and right of its data, so that a curve that turns there is seen to turn.
 *
 * @param panel what is shown
 * @param share of its width that each margin adds, 0 or above
 */
record WidenedPanel(Panel panel, double share) implements Panel {

  @Override
  public double from() {
    return panel.from() - margin();
  }

  @Override
  public double to() {
    return panel.to() + margin();
  }

  private double margin() {
    return share * (panel.to() - panel.from());
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
    return panel.plot(width, height);
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
