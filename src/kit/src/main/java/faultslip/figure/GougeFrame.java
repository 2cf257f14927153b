package faultslip.figure;

import faultslip.gouge.GougeSnapshot;
import faultslip.gouge.GougeSnapshot.Contact;
import faultslip.gouge.GougeSnapshot.Grain;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.DoubleStream;

/**
 * The gouge at one moment: grains as circles, plates in grey, normal forces as lines from centre to centre, wide where
 * the force is large. What leaves the picture at one side comes in at the other, as in the periodic gouge itself.
 *
 * @param tag "(a)", printed bold before the heading; "" for none
 * @param heading printed above
 * @param snapshot what is shown
 * @param scale colours, forces and size
 */
record GougeFrame(String tag, String heading, GougeSnapshot snapshot, GougeScale scale) implements Drawing {
  static final Color CHAIN = new Color(0x1A1A1A);
  static final Color PLATE = new Color(0xB4B4B4);
  private static final Color RIM = new Color(0x8C8C8C);
  private static final Stroke RIM_LINE = new BasicStroke(0.3f);
  private static final double HEADING = 13;
  private static final double NOTCH = 5;
  private static final double HALF_NOTCH = 0.22;
  private static final double NOTCH_DEPTH = 0.4;
  /** Width of the line of the strongest force, in mean grain diameters. */
  private static final double WIDEST = 0.5;
  /** Forces below this share of the strongest are not drawn. */
  private static final double WEAKEST = 0.02;

  @Override
  public double height() {
    return HEADING + scale.room() * scale.points();
  }

  /** How a force of this share of the strongest is drawn. */
  static Stroke chain(double share, double points) {
    return new BasicStroke((float) (WIDEST * points * Math.min(1, share)), BasicStroke.CAP_ROUND,
        BasicStroke.JOIN_ROUND);
  }

  @Override
  public void draw(Graphics2D g, double x, double y, double width) {
    Lettering.drawHeading(g, tag, heading, x, 1, y + HEADING - 4);
    double length = scale.points() * snapshot.length();
    Rectangle2D area =
        new Rectangle2D.Double(x + (width - length) / 2, y + HEADING, length, scale.room() * scale.points());
    Shape clip = g.getClip();
    g.clip(area);
    int top = snapshot.grains() + snapshot.bottom();
    plate(g, area, snapshot.disks().subList(snapshot.grains(), top), area.getMaxY());
    plate(g, area, snapshot.disks().subList(top, snapshot.disks().size()), area.getY());
    GougeScale.grains(snapshot).forEach(grain -> disks(g, area, grain, scale.colour(grain), RIM));
    snapshot.contacts().forEach(contact -> contact(g, area, contact));
    g.setClip(clip);
  }

  /** Where a place is on the page: once more a period aside where it reaches over an edge. */
  private void everywhere(Rectangle2D area, double x, double reach, DoubleConsumer drawing) {
    double inside = area.getX() + scale.points() * (x - snapshot.length() * Math.floor(x / snapshot.length()));
    DoubleStream.of(inside, inside + area.getWidth(), inside - area.getWidth())
        .filter(at -> at + reach > area.getX() && at - reach < area.getMaxX()).forEach(drawing);
  }

  private double pageY(Rectangle2D area, double y) {
    return area.getMaxY() - scale.points() * (y - GougeScale.floor(snapshot));
  }

  private void disks(Graphics2D g, Rectangle2D area, Grain grain, Color colour, Color rim) {
    double radius = scale.points() * grain.radius();
    double y = pageY(area, grain.y());
    everywhere(area, grain.x(), radius, x -> {
      Shape circle = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
      g.setPaint(colour);
      g.fill(circle);
      if (!rim.equals(colour)) {
        g.setPaint(rim);
        g.setStroke(RIM_LINE);
        g.draw(circle);
      }
    });
  }

  private void contact(Graphics2D g, Rectangle2D area, Contact contact) {
    double share = contact.normalForce() / scale.strongest();
    if (share < WEAKEST) {
      return;
    }
    Grain first = snapshot.disks().get(contact.first());
    double distance =
        scale.points() * (first.radius() + snapshot.disks().get(contact.second()).radius() - contact.overlap());
    double y = pageY(area, first.y());
    double toX = distance * contact.normalX();
    g.setPaint(CHAIN);
    g.setStroke(chain(share, scale.points()));
    everywhere(area, first.x(), Math.abs(toX),
        x -> g.draw(new Line2D.Double(x, y, x + toX, y - distance * contact.normalY())));
  }

  /** A plate: its disks, what is behind them, and notches that show how it moves. */
  private void plate(Graphics2D g, Rectangle2D area, List<Grain> disks, double back) {
    if (disks.isEmpty()) {
      return;
    }
    disks.forEach(disk -> disks(g, area, disk, PLATE, PLATE));
    double middle = pageY(area, disks.stream().mapToDouble(Grain::y).average().orElseThrow());
    g.fill(new Rectangle2D.Double(area.getX(), Math.min(middle, back), area.getWidth(), Math.abs(middle - back)));
    g.setPaint(FigureStyle.FAINT_INK);
    double half = HALF_NOTCH * scale.points();
    double point = back + Math.signum(middle - back) * NOTCH_DEPTH * scale.points();
    for (double at = 0; at < snapshot.length(); at += NOTCH) {
      everywhere(area, disks.get(0).x() + at, half, x -> {
        Path2D notch = new Path2D.Double();
        notch.moveTo(x - half, back);
        notch.lineTo(x + half, back);
        notch.lineTo(x, point);
        notch.closePath();
        g.fill(notch);
      });
    }
  }
}
