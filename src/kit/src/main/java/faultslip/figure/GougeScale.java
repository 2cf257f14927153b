package faultslip.figure;

import faultslip.gouge.GougeSnapshot;
import faultslip.gouge.GougeSnapshot.Contact;
import faultslip.gouge.GougeSnapshot.Grain;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Stream;

/**
 * What pictures of a gouge have in common, colours of grains by speed or by size, width of force chains, and size;
 * drawn, it is their key, on one line.
 *
 * @param bySpeed whether the faster a grain, the darker; else small and large grains are told apart
 * @param darkest speed of the darkest colour as an exponent of ten, or radius between small and large grains
 * @param strongest force that has the widest line, σ0 d, positive
 * @param room height of a picture in mean grain diameters, with the plates
 * @param points for a mean grain diameter
 */
record GougeScale(boolean bySpeed, double darkest, double strongest, double room, double points) implements Drawing {
  static final Color CHAIN = new Color(0x1A1A1A);
  static final Color PLATE = new Color(0xB4B4B4);
  private static final Color SMALL = new Color(0xF6DFA4);
  private static final Color LARGE = new Color(0xB9D9EE);
  /** Speeds are told apart over so many. */
  private static final int DECADES = 3;
  /** Few colours make an animation a small file. */
  private static final int STEPS = 9;
  // The darkest reds of the map are left out: dark force chains lie on them.
  private static final double DARKEST = 0.7;
  /** Width of the line of the strongest force, in mean grain diameters. */
  private static final double WIDEST = 0.5;
  private static final double HEIGHT = 15;
  private static final double STEP = 4.8;
  private static final double BAR = 5;

  /** Speeds up to the power of ten nearest to the largest of all frames. */
  static GougeScale ofSpeeds(List<GougeSnapshot> frames, double points) {
    double fastest = frames.stream().flatMap(GougeScale::grains).mapToDouble(GougeScale::speed).max().orElse(0);
    return of(true, fastest > 0 ? Math.rint(StrictMath.log10(fastest)) : 0, frames, points);
  }

  static GougeScale ofSizes(GougeSnapshot gouge, double points) {
    return of(false, grains(gouge).mapToDouble(Grain::radius).average().orElse(0), List.of(gouge), points);
  }

  private static GougeScale of(boolean bySpeed, double darkest, List<GougeSnapshot> frames, double points) {
    double force = frames.stream().flatMap(frame -> frame.contacts().stream()).mapToDouble(Contact::normalForce)
        .filter(each -> each > 0).max().orElse(1);
    return new GougeScale(bySpeed, darkest, force, room(frames), points);
  }

  /** Height of the thickest gouge with its plates, in mean grain diameters. */
  static double room(List<GougeSnapshot> frames) {
    return frames.stream().mapToDouble(frame -> frame.disks().stream().mapToDouble(disk -> disk.y() + disk.radius())
        .max().orElseThrow() - floor(frame)).max().orElseThrow();
  }

  /** Where the bottom plate ends. */
  static double floor(GougeSnapshot frame) {
    return frame.disks().stream().mapToDouble(disk -> disk.y() - disk.radius()).min().orElseThrow();
  }

  /** The free grains. */
  static Stream<Grain> grains(GougeSnapshot frame) {
    return frame.disks().stream().limit(frame.grains());
  }

  /** How a force of this share of the strongest is drawn where a mean grain diameter is so long. */
  static Stroke chain(double share, double diameter) {
    return new BasicStroke((float) (WIDEST * diameter * share), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  /** "25 σ0 d". */
  String force() {
    return new BigDecimal(strongest).round(new MathContext(2)).toPlainString() + " σ0 d";
  }

  Color colour(Grain grain) {
    if (!bySpeed) {
      return grain.radius() < darkest ? SMALL : LARGE;
    }
    double share = 1 + (StrictMath.log10(speed(grain)) - darkest) / DECADES;
    return colour((int) Math.rint(STEPS * Math.max(0, Math.min(1, share))));
  }

  /** @param step of the scale of speeds, from the slowest at 0 to the fastest */
  private static Color colour(int step) {
    return new Color(ColourMap.rgb(DARKEST * step / STEPS));
  }

  private static double speed(Grain grain) {
    return Math.sqrt(grain.vx() * grain.vx() + grain.vy() * grain.vy());
  }

  @Override
  public double height() {
    return HEIGHT;
  }

  @Override
  public void draw(Graphics2D g, double x, double y, double width) {
    double middle = y + HEIGHT / 2;
    double at = x + 2;
    if (bySpeed) {
      for (int i = 0; i <= STEPS; i++) {
        g.setPaint(colour(i));
        g.fill(new Rectangle2D.Double(at + i * STEP, middle - 3.5, STEP + 0.1, 7));
      }
      g.setPaint(FigureStyle.INK);
      g.setStroke(FigureStyle.AXIS_LINE);
      g.draw(new Rectangle2D.Double(at, middle - 3.5, (STEPS + 1) * STEP, 7));
      String speeds = "10^" + Math.round(darkest - DECADES) + " to 10^" + Math.round(darkest);
      at = text(g, "speed of grains: " + speeds.replace('-', '−') + " d √(σ0/m)", at + (STEPS + 1) * STEP + 4, middle);
    } else {
      at = swatch(g, SMALL, "small grain", at, middle);
      at = swatch(g, LARGE, "large grain", at, middle);
    }
    at = swatch(g, PLATE, "plate", at, middle);
    g.setPaint(CHAIN);
    g.setStroke(chain(1, points));
    g.draw(new Line2D.Double(at + 2, middle, at + 11, middle));
    String widest = bySpeed ? force() : "the strongest";
    at = text(g, "normal force: " + widest + "; width in proportion", at + 16, middle);
    g.setStroke(FigureStyle.TRUTH_LINE);
    g.draw(new Line2D.Double(at, middle, at + BAR * points, middle));
    text(g, Math.round(BAR) + " d", at + BAR * points + 4, middle);
  }

  private static double swatch(Graphics2D g, Color colour, String name, double x, double middle) {
    g.setPaint(colour);
    g.fill(new Ellipse2D.Double(x, middle - 4, 8, 8));
    return text(g, name, x + 11, middle);
  }

  /** Writes a text and returns where the next sign begins. */
  private static double text(Graphics2D g, String text, double x, double middle) {
    return Lettering.drawBeside(g, text, x, middle) + 16;
  }
}
