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

/**
 * The gouge at one moment: grains as circles, plates in grey, normal forces as lines from centre to centre, wide where
 * the force is large. What leaves the picture at one side comes in at the other, as in the periodic gouge itself.
 *
 * @param tag "(a)", printed bold before the heading; "" for none
 * @param heading printed above
 * @param snapshot what is shown
 * @param colours of the grains
 * @param strongest force that has the widest line, σ0 d, positive
 * @param scale points for a mean grain diameter
 * @param room height of the picture in mean grain diameters, at least that of the gouge and its plates
 */
record GougeFrame(String tag, String heading, GougeSnapshot snapshot, GrainColours colours, double strongest,
    double scale, double room) implements Drawing {
  static final Color CHAIN = new Color(0x1A1A1A);
  static final Color PLATE = new Color(0xB4B4B4);
  private static final Color RIM = new Color(0x8C8C8C);
  private static final Stroke RIM_LINE = new BasicStroke(0.3f);
  private static final double HEADING = 13;
  private static final double NOTCH = 5;
  /** Width of the line of the strongest force, in mean grain diameters. */
  private static final double WIDEST = 0.5;
  /** Forces below this share of the strongest are not drawn. */
  private static final double WEAKEST = 0.02;

  @Override
  public double height() {
    return HEADING + room * scale;
  }

  /** Height of gouge and plates, in mean grain diameters. */
  static double room(GougeSnapshot snapshot) {
    double low = snapshot.disks().stream().mapToDouble(disk -> disk.y() - disk.radius()).min().orElse(0);
    double high = snapshot.disks().stream().mapToDouble(disk -> disk.y() + disk.radius()).max().orElse(1);
    return high - low;
  }

  static double strongest(List<GougeSnapshot> snapshots) {
    double force = snapshots.stream().flatMap(snapshot -> snapshot.contacts().stream())
        .mapToDouble(Contact::normalForce).max().orElse(0);
    return force > 0 ? force : 1;
  }

  @Override
  public void draw(Graphics2D g, double x, double y, double width) {
    Lettering.drawHeading(g, tag, heading, x, 1, y + HEADING - 4);
    Shape clip = g.getClip();
    double left = x + (width - scale * snapshot.length()) / 2;
    Rectangle2D area = new Rectangle2D.Double(left, y + HEADING, scale * snapshot.length(), room * scale);
    g.clip(area);
    plates(g, area);
    List<Grain> grains = snapshot.disks().subList(0, snapshot.grains());
    grains.forEach(grain -> grain(g, area, grain));
    snapshot.contacts().forEach(contact -> contact(g, area, contact));
    g.setClip(clip);
  }

  private double pageX(Rectangle2D area, double x) {
    return area.getX() + scale * (x - snapshot.length() * Math.floor(x / snapshot.length()));
  }

  private double pageY(Rectangle2D area, double y) {
    double low = snapshot.disks().stream().mapToDouble(disk -> disk.y() - disk.radius()).min().orElse(0);
    return area.getMaxY() - scale * (y - low);
  }

  /** Everything is drawn once more a period aside where it reaches over an edge. */
  private void twice(Rectangle2D area, double x, double reach, DoubleConsumer drawing) {
    drawing.accept(x);
    if (x - reach < area.getX()) {
      drawing.accept(x + area.getWidth());
    }
    if (x + reach > area.getMaxX()) {
      drawing.accept(x - area.getWidth());
    }
  }

  private void grain(Graphics2D g, Rectangle2D area, Grain grain) {
    double radius = scale * grain.radius();
    double y = pageY(area, grain.y());
    Color colour = colours.of(grain);
    twice(area, pageX(area, grain.x()), radius, x -> {
      Ellipse2D circle = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
      g.setPaint(colour);
      g.fill(circle);
      g.setPaint(RIM);
      g.setStroke(RIM_LINE);
      g.draw(circle);
    });
  }

  private void contact(Graphics2D g, Rectangle2D area, Contact contact) {
    double share = contact.normalForce() / strongest;
    if (share < WEAKEST) {
      return;
    }
    Grain first = snapshot.disks().get(contact.first());
    double distance = first.radius() + snapshot.disks().get(contact.second()).radius() - contact.overlap();
    double y = pageY(area, first.y());
    double toX = scale * distance * contact.normalX();
    double toY = -scale * distance * contact.normalY();
    g.setPaint(CHAIN);
    float wide = (float) (WIDEST * scale * Math.min(1, share));
    g.setStroke(new BasicStroke(wide, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    twice(area, pageX(area, first.x()), Math.abs(toX), x -> g.draw(new Line2D.Double(x, y, x + toX, y + toY)));
  }

  private void plates(Graphics2D g, Rectangle2D area) {
    int top = snapshot.grains() + snapshot.bottom();
    plate(g, area, snapshot.disks().subList(snapshot.grains(), top), area.getMaxY());
    plate(g, area, snapshot.disks().subList(top, snapshot.disks().size()), area.getY());
  }

  /** A plate: its disks, what is behind them, and notches that show how it moves. */
  private void plate(Graphics2D g, Rectangle2D area, List<Grain> disks, double back) {
    if (disks.isEmpty()) {
      return;
    }
    g.setPaint(PLATE);
    for (Grain disk : disks) {
      double radius = scale * disk.radius();
      double y = pageY(area, disk.y());
      twice(area, pageX(area, disk.x()), radius,
          x -> g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius)));
    }
    double middle = pageY(area, disks.stream().mapToDouble(Grain::y).average().orElseThrow());
    g.fill(new Rectangle2D.Double(area.getX(), Math.min(middle, back), area.getWidth(), Math.abs(middle - back)));
    g.setPaint(FigureStyle.FAINT_INK);
    double half = 0.22 * scale;
    double depth = back + Math.signum(middle - back) * 0.4 * scale;
    for (int k = 0; k * NOTCH < snapshot.length(); k++) {
      twice(area, pageX(area, disks.get(0).x() + k * NOTCH), half, x -> g.fill(wedge(x, half, back, depth)));
    }
  }

  private static Shape wedge(double x, double half, double base, double point) {
    Path2D wedge = new Path2D.Double();
    wedge.moveTo(x - half, base);
    wedge.lineTo(x + half, base);
    wedge.lineTo(x, point);
    wedge.closePath();
    return wedge;
  }
}
