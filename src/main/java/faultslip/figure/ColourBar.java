package faultslip.figure;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.ui.RectangleEdge;

/**
 * The key to a scalogram's colours: −limit to +limit in σ, the standard deviation of the training data that the
 * coefficients are scaled by.
 *
 * @param limit end of the colours, in σ; positive
 */
public record ColourBar(double limit) {
  private static final int STEPS = 256;

  /** Draws the bar with its ticks to the right of it. */
  void draw(Graphics2D g, Rectangle2D place) {
    BufferedImage ramp = new BufferedImage(1, STEPS, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < STEPS; i++) {
      ramp.setRGB(0, i, ColourMap.rgb(1 - 2 * (i + 0.5) / STEPS));
    }
    AffineTransform scaling = AffineTransform.getTranslateInstance(place.getX(), place.getY());
    scaling.scale(place.getWidth(), place.getHeight() / STEPS);
    g.drawImage(ramp, scaling, null);
    g.setPaint(FigureStyle.INK);
    g.setStroke(FigureStyle.AXIS_LINE);
    g.draw(place);
    new DecimalAxis(-limit, limit, "σ").draw(g, place.getMaxX(), place, place, RectangleEdge.RIGHT, null);
  }
}
