package faultslip.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/**
 * The key to pictures of a gouge, on one line: colours of grains, width of force chains, length.
 *
 * @param colours of the grains
 * @param strongest force that has the widest line: "25 σ0 d"
 * @param scale points for a mean grain diameter
 */
record GougeKey(GrainColours colours, String strongest, double scale) implements Drawing {
  private static final double HEIGHT = 15;
  private static final double BETWEEN = 16;
  private static final double RAMP = 48;
  private static final int STEPS = GrainColours.Speed.STEPS + 1;
  private static final double BAR = 5;

  @Override
  public double height() {
    return HEIGHT;
  }

  @Override
  public void draw(Graphics2D g, double x, double y, double width) {
    double middle = y + HEIGHT / 2;
    double at = x + 2;
    if (colours instanceof GrainColours.Speed speed) {
      at = ramp(g, speed, at, middle);
    } else {
      at = swatch(g, GrainColours.Size.SMALL, "small grain", at, middle);
      at = swatch(g, GrainColours.Size.LARGE, "large grain", at, middle);
    }
    at = swatch(g, GougeFrame.PLATE, "plate", at, middle);
    g.setPaint(GougeFrame.CHAIN);
    g.setStroke(new BasicStroke((float) (0.5 * scale), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(new Line2D.Double(at + 2, middle, at + 11, middle));
    at = text(g, "normal force: " + strongest + "; width in proportion", at + 16, middle);
    g.setStroke(FigureStyle.TRUTH_LINE);
    g.draw(new Line2D.Double(at, middle, at + BAR * scale, middle));
    text(g, Math.round(BAR) + " d", at + BAR * scale + 4, middle);
  }

  private double ramp(Graphics2D g, GrainColours.Speed speed, double x, double middle) {
    double at =
        text(g, "speed of grains: 10^" + minus(speed.exponent() - GrainColours.Speed.DECADES), x, middle) - BETWEEN + 4;
    for (int i = 0; i < STEPS; i++) {
      g.setPaint(GrainColours.Speed.colour((double) i / GrainColours.Speed.STEPS));
      g.fill(new Rectangle2D.Double(at + i * RAMP / STEPS, middle - 3.5, RAMP / STEPS + 0.1, 7));
    }
    g.setPaint(FigureStyle.INK);
    g.setStroke(FigureStyle.AXIS_LINE);
    g.draw(new Rectangle2D.Double(at, middle - 3.5, RAMP, 7));
    return text(g, "10^" + minus(speed.exponent()) + " d √(σ0/m)", at + RAMP + 4, middle);
  }

  private static String minus(int exponent) {
    return Integer.toString(exponent).replace('-', '−');
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
