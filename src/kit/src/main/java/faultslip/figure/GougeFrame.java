package faultslip.figure;

import faultslip.figure.GougeFigure.Scale;
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
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.DoubleStream;

/**
 * The gouge at one moment: grains as circles, plates in grey with marks that show how they move, normal forces as lines
 * from centre to centre, wide where the force is large. What leaves the picture at one side comes in at the other, as
 * in the periodic gouge itself. It is drawn in mean grain diameters.
 *
 * @param tag "(a)", printed bold before the heading; "" for none
 */
record GougeFrame(String tag, String heading, GougeSnapshot snapshot, Scale scale) implements Drawing {
  private static final Color RIM = new Color(0x8C8C8C);
  /** In points. */
  private static final double RIM_WIDTH = 0.3;
  private static final double HEADING = 13;
  private static final double BETWEEN_MARKS = 5;
  private static final double MARK_RADIUS = 0.3;
  /** Forces below this share of the strongest are not drawn. */
  private static final double WEAKEST = 0.02;

  @Override
  public double height() {
    return HEADING + scale.across().span() * scale.points();
  }

  @Override
  public void draw(Graphics2D g, double x, double y, double width) {
    Lettering.drawHeading(g, tag, heading, x, 1, y + HEADING - 4);
    Shape clip = g.getClip();
    AffineTransform page = g.getTransform();
    g.translate(x + (width - scale.points() * snapshot.length()) / 2, y + height());
    g.scale(scale.points(), -scale.points());
    g.clip(new Rectangle2D.Double(0, 0, snapshot.length(), scale.across().span()));
    g.translate(0, -scale.across().low());
    g.setStroke(new BasicStroke((float) (RIM_WIDTH / scale.points())));
    int top = snapshot.grains() + snapshot.bottom();
    plate(g, snapshot.disks().subList(snapshot.grains(), top), scale.across().low());
    plate(g, snapshot.disks().subList(top, snapshot.disks().size()), scale.across().high());
    Scale.grains(snapshot)
        .forEach(grain -> disk(g, grain.x(), grain.y(), grain.radius(), scale.colour(grain), RIM));
    g.setPaint(Scale.CHAIN);
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

  private void disk(Graphics2D g, double centre, double y, double radius, Color colour, Color rim) {
    everywhere(centre, radius, x -> {
      Shape circle = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
      g.setPaint(colour);
      g.fill(circle);
      g.setPaint(rim);
      g.draw(circle);
    });
  }

  private void chain(Graphics2D g, Contact contact) {
    Grain first = snapshot.disks().get(contact.first());
    double distance = first.radius() + snapshot.disks().get(contact.second()).radius() - contact.overlap();
    double toX = distance * contact.normalX();
    double toY = distance * contact.normalY();
    g.setStroke(scale.chain(contact.normalForce(), 1));
    everywhere(first.x(), Math.abs(toX),
        x -> g.draw(new Line2D.Double(x, first.y(), x + toX, first.y() + toY)));
  }

  /** A plate: its disks, what is behind them as far as its edge, and marks on that. */
  private void plate(Graphics2D g, List<Grain> disks, double edge) {
    disks.forEach(disk -> disk(g, disk.x(), disk.y(), disk.radius(), Scale.PLATE, Scale.PLATE));
    double middle = disks.stream().mapToDouble(Grain::y).average().orElse(edge);
    g.fill(new Rectangle2D.Double(0, Math.min(middle, edge), snapshot.length(), Math.abs(middle - edge)));
    for (double at = 0; at < snapshot.length(); at += BETWEEN_MARKS) {
      disk(g, disks.get(0).x() + at, edge, MARK_RADIUS, FigureStyle.FAINT_INK, FigureStyle.FAINT_INK);
    }
  }
}
