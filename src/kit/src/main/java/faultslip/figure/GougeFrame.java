package faultslip.figure;

import faultslip.gouge.GougeSnapshot;
import faultslip.gouge.GougeSnapshot.Contact;
import faultslip.gouge.GougeSnapshot.Grain;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
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
 * Lengths within the picture are in mean grain diameters.
 *
 * @param tag "(a)", printed bold before the heading; "" for none
 * @param heading printed above
 * @param snapshot what is shown
 * @param scale colours, forces and size
 */
record GougeFrame(String tag, String heading, GougeSnapshot snapshot, GougeScale scale) implements Drawing {
  private static final Color RIM = new Color(0x8C8C8C);
  /** Of the rim of a grain, in points. */
  private static final double RIM_WIDTH = 0.3;
  private static final double HEADING = 13;
  private static final double NOTCH = 5;
  private static final double HALF_NOTCH = 0.22;
  private static final double NOTCH_DEPTH = 0.4;
  /** Forces below this share of the strongest are not drawn. */
  private static final double WEAKEST = 0.02;

  @Override
  public double height() {
    return HEADING + scale.room() * scale.points();
  }

  @Override
  public void draw(Graphics2D g, double x, double y, double width) {
    Lettering.drawHeading(g, tag, heading, x, 1, y + HEADING - 4);
    Shape clip = g.getClip();
    AffineTransform page = g.getTransform();
    g.translate(x + (width - scale.points() * snapshot.length()) / 2, y + height());
    g.scale(scale.points(), -scale.points());
    g.clip(new Rectangle2D.Double(0, 0, snapshot.length(), scale.room()));
    double floor = GougeScale.floor(snapshot);
    g.translate(0, -floor);
    int top = snapshot.grains() + snapshot.bottom();
    plate(g, snapshot.disks().subList(snapshot.grains(), top), floor);
    plate(g, snapshot.disks().subList(top, snapshot.disks().size()), floor + scale.room());
    g.setStroke(new BasicStroke((float) (RIM_WIDTH / scale.points())));
    GougeScale.grains(snapshot).forEach(grain -> everywhere(grain.x(), grain.radius(), x0 -> {
      fill(g, grain, x0, scale.colour(grain));
      g.setPaint(RIM);
      g.draw(disk(grain, x0));
    }));
    g.setPaint(GougeScale.CHAIN);
    snapshot.contacts().stream().filter(contact -> contact.normalForce() >= WEAKEST * scale.strongest())
        .forEach(contact -> chain(g, contact));
    g.setTransform(page);
    g.setClip(clip);
  }

  /** Draws at a place, and once more a period aside if it reaches over an edge there. */
  private void everywhere(double x, double reach, DoubleConsumer drawing) {
    double length = snapshot.length();
    double inside = x - length * Math.floor(x / length);
    DoubleStream.of(inside, inside + length, inside - length).filter(at -> at + reach > 0 && at - reach < length)
        .forEach(drawing);
  }

  private static Shape disk(Grain grain, double x) {
    return new Ellipse2D.Double(x - grain.radius(), grain.y() - grain.radius(), 2 * grain.radius(),
        2 * grain.radius());
  }

  private static void fill(Graphics2D g, Grain grain, double x, Color colour) {
    g.setPaint(colour);
    g.fill(disk(grain, x));
  }

  private void chain(Graphics2D g, Contact contact) {
    Grain first = snapshot.disks().get(contact.first());
    double distance = first.radius() + snapshot.disks().get(contact.second()).radius() - contact.overlap();
    double toX = distance * contact.normalX();
    double toY = distance * contact.normalY();
    g.setStroke(GougeScale.chain(contact.normalForce() / scale.strongest(), 1));
    everywhere(first.x(), Math.abs(toX),
        x -> g.draw(new Line2D.Double(x, first.y(), x + toX, first.y() + toY)));
  }

  /** A plate: its disks, what is behind them, and notches that show how it moves. */
  private void plate(Graphics2D g, List<Grain> disks, double back) {
    if (disks.isEmpty()) {
      return;
    }
    disks.forEach(disk -> everywhere(disk.x(), disk.radius(), x -> fill(g, disk, x, GougeScale.PLATE)));
    double middle = disks.stream().mapToDouble(Grain::y).average().orElseThrow();
    g.fill(new Rectangle2D.Double(0, Math.min(middle, back), snapshot.length(), Math.abs(middle - back)));
    g.setPaint(FigureStyle.FAINT_INK);
    for (double at = 0; at < snapshot.length(); at += NOTCH) {
      everywhere(disks.get(0).x() + at, HALF_NOTCH, x -> {
        Path2D notch = new Path2D.Double();
        notch.moveTo(x - HALF_NOTCH, back);
        notch.lineTo(x + HALF_NOTCH, back);
        notch.lineTo(x, back + Math.signum(middle - back) * NOTCH_DEPTH);
        notch.closePath();
        g.fill(notch);
      });
    }
  }
}
