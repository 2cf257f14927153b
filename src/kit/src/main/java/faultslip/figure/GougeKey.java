package faultslip.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/**
 * The key to pictures of a gouge, on one line: colours of grains, width of force chains, length.
 *
 * @param scale of the pictures
 * @param strongest force that has the widest line: "25 σ0 d"
 */
record GougeKey(GougeScale scale, String strongest) implements Drawing {
  private static final double HEIGHT = 15;
  private static final double BETWEEN = 16;
  private static final double RAMP = 48;
  private static final int STEPS = GougeScale.STEPS + 1;
  private static final double BAR = 5;

  @Override
  public double height() {
    return HEIGHT;
  }

  @Override
  public void draw(Graphics2D g, double x, double y, double width) {
    double middle = y + HEIGHT / 2;
    double at = x + 2;
    if (scale.bySpeed()) {
      at = ramp(g, at, middle);
    } else {
      at = swatch(g, GougeScale.SMALL, "small grain", at, middle);
      at = swatch(g, GougeScale.LARGE, "large grain", at, middle);
    }
    at = swatch(g, GougeFrame.PLATE, "plate", at, middle);
    g.setPaint(GougeFrame.CHAIN);
    g.setStroke(GougeFrame.chain(1, scale.points()));
    g.draw(new Line2D.Double(at + 2, middle, at + 11, middle));
    at = text(g, "normal force: " + strongest + "; width in proportion", at + 16, middle);
    g.setStroke(FigureStyle.TRUTH_LINE);
    g.draw(new Line2D.Double(at, middle, at + BAR * scale.points(), middle));
    text(g, Math.round(BAR) + " d", at + BAR * scale.points() + 4, middle);
  }

  private double ramp(Graphics2D g, double x, double middle) {
    double at = text(g, "speed of grains: " + power(scale.darkest() - GougeScale.DECADES), x, middle) - BETWEEN + 4;
    for (int i = 0; i < STEPS; i++) {
      g.setPaint(GougeScale.colour((double) i / GougeScale.STEPS));
      g.fill(new Rectangle2D.Double(at + i * RAMP / STEPS, middle - 3.5, RAMP / STEPS + 0.1, 7));
    }
    g.setPaint(FigureStyle.INK);
    g.setStroke(FigureStyle.AXIS_LINE);
    g.draw(new Rectangle2D.Double(at, middle - 3.5, RAMP, 7));
    return text(g, power(scale.darkest()) + " d √(σ0/m)", at + RAMP + 4, middle);
  }

  private static String power(double exponent) {
    return ("10^" + Math.round(exponent)).replace('-', '−');
  }

  private static double swatch(Graphics2D g, Color colour, String name, double x, double middle) {
    g.setPaint(colour);
    g.fill(new Ellipse2D.Double(x, middle - 4, 8, 8));
    return text(g, name, x + 11, middle);
  }

  /** Writes a text and returns where the next sign begins. */
  private static double text(Graphics2D g, String text, double x, double middle) {
    return Lettering.drawBeside(g, text, x, middle) + BETWEEN;
  }
}
