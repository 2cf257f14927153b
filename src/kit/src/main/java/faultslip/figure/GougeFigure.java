package faultslip.figure;

import faultslip.gouge.GougeSnapshot;
import faultslip.gouge.GougeSnapshot.Contact;
import faultslip.gouge.GougeSnapshot.Grain;
import faultslip.gouge.GougeUnits;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Pictures of a simulated gouge, one above another: grains, plates, and force chains, as wide as the normal force. */
public final class GougeFigure {
  /** Height over length from which on a gouge is thick. */
  private static final double THICK = 0.18;

  private GougeFigure() {}

  /**
   * Moments of one fault, in the order of time, its grains coloured by speed; forces and speeds are on one scale in all
   * of them. A thick gouge is shown twice abreast, a thin one across the page. Time is told in seconds, by the units,
   * from zero, such as a failure. A {@link FigureException} if there is no frame.
   */
  public static Figure of(List<GougeSnapshot> frames, GougeUnits units, double zero) {
    boolean thick = Scale.across(frames).span() > THICK * frames.get(0).length();
    int abreast = frames.size() > 1 && thick ? 2 : 1;
    Scale scale = Scale.ofSpeeds(frames, FigureStyle.TWO_COLUMNS_MM / abreast);
    List<List<? extends Figure.Drawing>> rows = new ArrayList<>();
    for (int i = 0; i < frames.size(); i += abreast) {
      rows.add(IntStream.range(i, Math.min(i + abreast, frames.size())).mapToObj(n -> new Moment(Lettering.tag(n),
          GougeAnimation.time(frames.get(n), units, zero), frames.get(n), scale)).toList());
    }
    rows.add(List.of(scale));
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, "", rows);
  }

  /**
   * Different faults by name, in the order of the map, the grains of each coloured by size, the forces of each on a
   * scale of its own; a {@link FigureException} if there is none.
   */
  public static Figure of(Map<String, GougeSnapshot> gouges) {
    double longest = gouges.values().stream().mapToDouble(GougeSnapshot::length).max().orElse(0);
    List<List<Figure.Drawing>> rows = new ArrayList<>();
    gouges.forEach((name, gouge) -> {
      Scale scale = Scale.ofSizes(List.of(gouge), longest);
      String heading = name + ", strongest normal force " + scale.force();
      rows.add(List.of(new Moment(Lettering.tag(rows.size()), heading, gouge, scale)));
    });
    rows.add(List.of(Scale.ofSizes(List.copyOf(gouges.values()), longest)));
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, "", rows);
  }

  /**
   * What pictures of a gouge have in common; drawn, it is their key, on one line.
   *
   * @param bySpeed whether the faster a grain, the darker; else small and large grains are told apart
   * @param darkest speed of the darkest colour as an exponent of ten, or radius between small and large grains
   * @param strongest force that has the widest line, σ0 d, positive
   * @param across from the edge of the bottom plate to that of the top one, in mean grain diameters
   * @param points for a mean grain diameter
   */
  record Scale(boolean bySpeed, double darkest, double strongest, ValueRange across, double points)
      implements Figure.Drawing {
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
    private static final double RAMP = 48;
    private static final double BAR = 5;

    /** Speeds up to the power of ten nearest to the largest of all frames. */
    static Scale ofSpeeds(List<GougeSnapshot> frames, double widthMm) {
      double fastest = frames.stream().flatMap(Scale::grains).mapToDouble(Scale::speed).max().orElse(0);
      double darkest = fastest > 0 ? Math.rint(StrictMath.log10(fastest)) : 0;
      return of(true, darkest, frames, widthMm, frames.get(0).length());
    }

    /** @param longest length of a fault for which the page is wide enough, in mean grain diameters */
    static Scale ofSizes(List<GougeSnapshot> gouges, double longest) {
      double radius = gouges.stream().flatMap(Scale::grains).mapToDouble(Grain::radius).average().orElse(0);
      return of(false, radius, gouges, FigureStyle.TWO_COLUMNS_MM, longest);
    }

    private static Scale of(boolean bySpeed, double darkest, List<GougeSnapshot> frames, double widthMm,
        double longest) {
      double force = frames.stream().flatMap(frame -> frame.contacts().stream()).mapToDouble(Contact::normalForce)
          .filter(each -> each > 0).max().orElse(1);
      return new Scale(bySpeed, darkest, force, across(frames), (widthMm * FigureStyle.POINTS_PER_MM - 8) / longest);
    }

    /** The thickest gouge with its plates. */
    private static ValueRange across(List<GougeSnapshot> frames) {
      return frames.stream().flatMap(frame -> frame.disks().stream())
          .map(disk -> new ValueRange(disk.y() - disk.radius(), disk.y() + disk.radius())).reduce(ValueRange::and)
          .orElseThrow(() -> new FigureException("No gouge to show; give at least one snapshot."));
    }

    /** The free grains. */
    static Stream<Grain> grains(GougeSnapshot frame) {
      return frame.disks().stream().limit(frame.grains());
    }

    /** How a force is drawn where a mean grain diameter is so long: the strongest half as wide as that. */
    Stroke chain(double force, double diameter) {
      return new BasicStroke((float) (0.5 * diameter * force / strongest), BasicStroke.CAP_ROUND,
          BasicStroke.JOIN_ROUND);
    }

    /** "25 σ0 d". */
    private String force() {
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
      return 15;
    }

    @Override
    public void draw(Graphics2D g, double x, double y, double width) {
      double middle = y + height() / 2;
      double at = x + 2;
      if (bySpeed) {
        for (int i = 0; i <= STEPS; i++) {
          g.setPaint(colour(i));
          g.fill(new Rectangle2D.Double(at + i * RAMP / (STEPS + 1), middle - 3.5, RAMP / (STEPS + 1) + 0.1, 7));
        }
        g.setPaint(FigureStyle.INK);
        g.setStroke(FigureStyle.AXIS_LINE);
        g.draw(new Rectangle2D.Double(at, middle - 3.5, RAMP, 7));
        String speeds = "10^" + Math.round(darkest - DECADES) + " to 10^" + Math.round(darkest);
        at = text(g, "speed of grains: " + speeds.replace('-', '−') + " d √(σ0/m)", at + RAMP + 4, middle);
      } else {
        at = swatch(g, SMALL, "small grain", at, middle);
        at = swatch(g, LARGE, "large grain", at, middle);
      }
      at = swatch(g, PLATE, "plate", at, middle);
      g.setPaint(CHAIN);
      g.setStroke(chain(strongest, points));
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

  /**
   * The gouge at one moment: grains as circles, plates in grey with marks that show how they move, normal forces as
   * lines from centre to centre, wide where the force is large. What leaves the picture at one side comes in at the
   * other, as in the gouge itself. It is drawn in mean grain diameters, its tag, if not "", bold before the heading.
   */
  record Moment(String tag, String heading, GougeSnapshot snapshot, Scale scale) implements Figure.Drawing {
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
      Scale.grains(snapshot).forEach(grain -> disk(g, grain.x(), grain.y(), grain.radius(), scale.colour(grain), RIM));
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
      everywhere(first.x(), Math.abs(toX), x -> g.draw(new Line2D.Double(x, first.y(), x + toX, first.y() + toY)));
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
}
