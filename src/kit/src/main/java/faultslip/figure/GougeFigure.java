package faultslip.figure;

import faultslip.gouge.GougeSnapshot;
import faultslip.gouge.GougeUnits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Pictures of a simulated gouge, one above another: grains, plates, and force chains, whose width is the normal force.
 */
public final class GougeFigure {
  private static final double SIDES = 8;
  /** Height over length from which on a gouge is thick. */
  private static final double THICK = 0.18;

  private GougeFigure() {
  }

  /**
   * Moments of one fault, its grains coloured by speed; forces and speeds are on one scale in all of them. A thick
   * gouge is shown twice abreast, a thin one across the page.
   *
   * @param frames in the order of time, at least one, of one fault
   * @param units that tell its time in seconds
   * @param zero moment from which time is counted, such as a failure, in seconds
   * @throws FigureException if there is no frame
   */
  public static Figure of(List<GougeSnapshot> frames, GougeUnits units, double zero) {
    require(frames);
    boolean thick = GougeScale.room(frames) > THICK * frames.get(0).length();
    int abreast = frames.size() > 1 && thick ? 2 : 1;
    GougeScale scale = GougeScale.ofSpeeds(frames, points(frames.get(0), FigureStyle.TWO_COLUMNS_MM / abreast));
    List<List<? extends Drawing>> rows = new ArrayList<>();
    for (int i = 0; i < frames.size(); i += abreast) {
      rows.add(IntStream.range(i, Math.min(i + abreast, frames.size())).mapToObj(n -> new GougeFrame(Lettering.tag(n),
          GougeAnimation.time(frames.get(n), units, zero), frames.get(n), scale)).toList());
    }
    rows.add(List.of(scale));
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, "", rows);
  }

  /**
   * Different faults, the grains of each coloured by size, the forces of each on a scale of its own.
   *
   * @param gouges by name, at least one, in the order of the map
   * @throws FigureException if there is none
   */
  public static Figure of(Map<String, GougeSnapshot> gouges) {
    require(gouges.values());
    double points = gouges.values().stream().mapToDouble(gouge -> points(gouge, FigureStyle.TWO_COLUMNS_MM)).min()
        .orElseThrow();
    List<List<Drawing>> rows = new ArrayList<>();
    gouges.forEach((name, gouge) -> {
      GougeScale scale = GougeScale.ofSizes(gouge, points);
      String heading = name + ", strongest normal force " + scale.force();
      rows.add(List.of(new GougeFrame(Lettering.tag(rows.size()), heading, gouge, scale)));
    });
    rows.add(List.of(GougeScale.ofSizes(gouges.values().iterator().next(), points)));
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, "", rows);
  }

  private static void require(Collection<GougeSnapshot> frames) {
    if (frames.isEmpty()) {
      throw new FigureException("No gouge to show; give at least one snapshot.");
    }
  }

  /** Points for a mean grain diameter, the whole length of the fault on a width in millimetres. */
  static double points(GougeSnapshot snapshot, double widthMm) {
    return (widthMm * FigureStyle.POINTS_PER_MM - SIDES) / snapshot.length();
  }
}
