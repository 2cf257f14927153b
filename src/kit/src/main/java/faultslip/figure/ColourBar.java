package faultslip.figure;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The key to a scalogram's colours: −limit to +limit, mostly in σ, the standard deviation of the training data that the
 * coefficients are scaled by.
 *
 * @param limit end of the colours, in the unit; positive
 * @param unit short, since there is little room: "σ"; "" for none
 */
public record ColourBar(double limit, String unit) {
  private static final int STEPS = 256;
  private static final String THIN_SPACE = "\u2009";
  /** Height of a digit. */
  private static final double ASCENT = 0.72 * FigureStyle.TEXT_SIZE;

  /** Draws the bar with its ticks to the right of it. */
  void draw(Graphics2D g, Rectangle2D place) {
    BufferedImage ramp = new BufferedImage(1, STEPS, BufferedImage.TYPE_BYTE_INDEXED, ColourMap.palette());
    for (int i = 0; i < STEPS; i++) {
      ramp.getRaster().setSample(0, i, 0, ColourMap.index(1 - 2 * (i + 0.5) / STEPS));
    }
    AffineTransform scaling = AffineTransform.getTranslateInstance(place.getX(), place.getY());
    scaling.scale(place.getWidth(), place.getHeight() / STEPS);
    g.drawImage(ramp, scaling, null);
    g.setPaint(FigureStyle.INK);
    g.setStroke(FigureStyle.AXIS_LINE);
    g.draw(place);
    String end = new BigDecimal(limit).round(new MathContext(2)).stripTrailingZeros().toPlainString()
        + (unit.isEmpty() ? "" : THIN_SPACE + unit);
    tick(g, place, place.getY(), end, ASCENT);
    tick(g, place, place.getCenterY(), "0", ASCENT / 2);
    tick(g, place, place.getMaxY(), "−" + end, 0);
  }

  /** @param drop from the tick to the text's base line: labels at the ends stay beside the bar */
  private static void tick(Graphics2D g, Rectangle2D place, double y, String label, double drop) {
    double end = place.getMaxX() + PlotStyle.TICK_LENGTH;
    g.draw(new Line2D.Double(place.getMaxX(), y, end, y));
    Lettering.draw(g, Typeface.regular(FigureStyle.TEXT_SIZE), label, end + 1.5, y + drop);
  }
}
