package faultslip.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.jfree.chart.plot.XYPlot;

/** One set of axes, mostly over time. Immutable; the layout gives it its horizontal axis and its place. */
public interface Panel {

  /** Start of what it shows, in seconds or what else lies across. */
  double from();

  /** End of what it shows, in seconds or what else lies across. */
  double to();

  /** What the horizontal axis shows, with its unit; the same for all panels of a stack. */
  default String across() {
    return "Time (s)";
  }

  /** What the vertical axis shows, with its unit: "Shear stress (MPa)". */
  String label();

  /**
   * A new plot of the data with its vertical axis and without a horizontal one.
   *
   * @param width of the axes, in points
   * @param height of the axes, in points
   */
  XYPlot plot(double width, double height);

  /** Draws what lies over the plot: legend, caption. */
  void decorate(Graphics2D g, Rectangle2D axes);

  /** The colour bar to the right of the axes, if colours mean values. */
  default Optional<ColourBar> colourBar() {
    return Optional.empty();
  }
}
