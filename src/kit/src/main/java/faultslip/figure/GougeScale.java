package faultslip.figure;

import faultslip.gouge.GougeSnapshot;
import faultslip.gouge.GougeSnapshot.Contact;
import faultslip.gouge.GougeSnapshot.Grain;
import java.awt.Color;
import java.util.List;
import java.util.stream.Stream;

/**
 * What pictures of a gouge have in common: the colours of the grains, by speed or by size, the width of forces, and
 * their size.
 *
 * @param bySpeed whether the faster a grain, the darker; else small and large grains are told apart
 * @param darkest speed of the darkest colour as an exponent of ten, or radius between small and large grains
 * @param strongest force that has the widest line, σ0 d, positive
 * @param room height of a picture in mean grain diameters, with the plates
 * @param points for a mean grain diameter
 */
record GougeScale(boolean bySpeed, double darkest, double strongest, double room, double points) {
  static final Color SMALL = new Color(0xF6DFA4);
  static final Color LARGE = new Color(0xB9D9EE);
  /** Speeds are told apart over so many. */
  static final int DECADES = 3;
  /** Few colours make an animation a small file. */
  static final int STEPS = 9;
  // The darkest reds of the map are left out: dark force chains lie on them.
  private static final double DARKEST = 0.7;

  /** Speeds up to the power of ten nearest to the largest of all frames. */
  static GougeScale ofSpeeds(List<GougeSnapshot> frames, double points) {
    double fastest = frames.stream().flatMap(GougeScale::grains).mapToDouble(GougeScale::speed).max().orElse(0);
    return of(true, fastest > 0 ? Math.rint(StrictMath.log10(fastest)) : 0, frames, points);
  }

  static GougeScale ofSizes(GougeSnapshot gouge, double points) {
    return of(false, grains(gouge).mapToDouble(Grain::radius).average().orElse(0), List.of(gouge), points);
  }

  private static GougeScale of(boolean bySpeed, double darkest, List<GougeSnapshot> frames, double points) {
    double force = frames.stream().flatMap(frame -> frame.contacts().stream()).mapToDouble(Contact::normalForce).max()
        .orElse(0);
    return new GougeScale(bySpeed, darkest, force > 0 ? force : 1, room(frames), points);
  }

  /** Height of the thickest gouge with its plates, in mean grain diameters. */
  static double room(List<GougeSnapshot> frames) {
    return frames.stream().mapToDouble(frame ->
        frame.disks().stream().mapToDouble(disk -> disk.y() + disk.radius()).max().orElse(1) - floor(frame)).max()
        .orElseThrow();
  }

  /** Where the bottom plate ends. */
  static double floor(GougeSnapshot frame) {
    return frame.disks().stream().mapToDouble(disk -> disk.y() - disk.radius()).min().orElse(0);
  }

  /** The free grains. */
  static Stream<Grain> grains(GougeSnapshot frame) {
    return frame.disks().stream().limit(frame.grains());
  }

  Color colour(Grain grain) {
    if (!bySpeed) {
      return grain.radius() < darkest ? SMALL : LARGE;
    }
    return colour(speed(grain) > 0 ? 1 + (StrictMath.log10(speed(grain)) - darkest) / DECADES : 0);
  }

  /** @param share of the scale of speeds, from the slowest at 0 to the fastest at 1 */
  static Color colour(double share) {
    return new Color(ColourMap.rgb(DARKEST * Math.rint(STEPS * Math.max(0, Math.min(1, share))) / STEPS));
  }

  private static double speed(Grain grain) {
    return Math.sqrt(grain.vx() * grain.vx() + grain.vy() * grain.vy());
  }
}
