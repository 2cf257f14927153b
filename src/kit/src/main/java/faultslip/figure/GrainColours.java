package faultslip.figure;

import faultslip.gouge.GougeSnapshot;
import faultslip.gouge.GougeSnapshot.Grain;
import java.awt.Color;
import java.util.List;

/** What the colour of a grain tells: its size, or its speed on a logarithmic scale. */
sealed interface GrainColours {

  /** The colour of a free grain. */
  Color of(Grain grain);

  /** Two sizes of a snapshot, told apart. */
  static GrainColours size(GougeSnapshot snapshot) {
    return new Size(
        snapshot.disks().subList(0, snapshot.grains()).stream().mapToDouble(Grain::radius).average().orElse(0));
  }

  /** Speeds over three decades, up to the power of ten nearest to the largest of all frames. */
  static Speed speed(List<GougeSnapshot> frames) {
    double fastest = frames.stream().flatMap(frame -> frame.disks().subList(0, frame.grains()).stream())
        .mapToDouble(Speed::speed).max().orElse(0);
    return new Speed(fastest > 0 ? (int) Math.rint(StrictMath.log10(fastest)) : 0);
  }

  /**
   * Small and large grains are told apart.
   *
   * @param middle radius between those of small and large grains
   */
  record Size(double middle) implements GrainColours {
    static final Color SMALL = new Color(0xF6DFA4);
    static final Color LARGE = new Color(0xB9D9EE);

    @Override
    public Color of(Grain grain) {
      return grain.radius() < middle ? SMALL : LARGE;
    }
  }

  /**
   * The faster a grain, the darker.
   *
   * @param exponent of ten of the speed with the darkest colour
   */
  record Speed(int exponent) implements GrainColours {
    static final int DECADES = 3;
    /** Few colours make an animation a small file. */
    static final int STEPS = 9;
    // The darkest reds of the map are left out: dark force chains lie on them.
    private static final double DARKEST = 0.7;

    @Override
    public Color of(Grain grain) {
      double speed = speed(grain);
      return speed > 0 ? colour(1 + (StrictMath.log10(speed) - exponent) / DECADES) : colour(0);
    }

    /** @param share of the scale, from the slowest at 0 to the fastest at 1 */
    static Color colour(double share) {
      return new Color(ColourMap.rgb(DARKEST * Math.rint(STEPS * Math.max(0, Math.min(1, share))) / STEPS));
    }

    private static double speed(Grain grain) {
      return Math.sqrt(grain.vx() * grain.vx() + grain.vy() * grain.vy());
    }
  }
}
