package faultslip.figure;

import faultslip.gouge.GougeSnapshot;
import faultslip.gouge.GougeUnits;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
    GrainColours colours = GrainColours.speed(frames);
    double strongest = GougeFrame.strongest(frames);
    double room = frames.stream().mapToDouble(GougeFrame::room).max().orElseThrow();
    int abreast = frames.size() > 1 && room > THICK * frames.get(0).length() ? 2 : 1;
    double scale = scale(frames.get(0), FigureStyle.TWO_COLUMNS_MM / abreast);
    List<Drawing> pictures = new ArrayList<>();
    for (GougeSnapshot frame : frames) {
      pictures.add(new GougeFrame(Lettering.tag(pictures.size()), time(frame, units, zero), frame, colours, strongest,
          scale, room));
    }
    List<List<Drawing>> rows = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i += abreast) {
      rows.add(pictures.subList(i, Math.min(i + abreast, pictures.size())));
    }
    rows.add(List.of(new GougeKey(colours, force(strongest) + " σ0 d", scale)));
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, "", rows);
  }

  /**
   * Different faults, the grains of each coloured by size, the forces of each on a scale of its own.
   *
   * @param gouges by name, at least one, in the order of the map
   * @throws FigureException if there is none
   */
  public static Figure of(Map<String, GougeSnapshot> gouges) {
    List<GougeSnapshot> all = List.copyOf(gouges.values());
    require(all);
    double scale = all.stream().mapToDouble(gouge -> scale(gouge, FigureStyle.TWO_COLUMNS_MM)).min().orElseThrow();
    List<List<Drawing>> rows = new ArrayList<>();
    gouges.forEach((name, gouge) -> {
      double strongest = GougeFrame.strongest(List.of(gouge));
      rows.add(List.of(new GougeFrame(Lettering.tag(rows.size()),
          name + ", strongest normal force " + force(strongest) + " σ0 d", gouge,
          GrainColours.size(gouge), strongest, scale, GougeFrame.room(gouge))));
    });
    rows.add(List.of(new GougeKey(GrainColours.size(all.get(0)), "the strongest", scale)));
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, "", rows);
  }

  static String force(double strongest) {
    return new BigDecimal(strongest).round(new MathContext(2)).toPlainString();
  }

  private static void require(List<GougeSnapshot> frames) {
    if (frames.isEmpty()) {
      throw new FigureException("No gouge to show; give at least one snapshot.");
    }
  }

  /** Points for a mean grain diameter, the whole length of the fault on a width in millimetres. */
  static double scale(GougeSnapshot snapshot, double widthMm) {
    return (widthMm * FigureStyle.POINTS_PER_MM - SIDES) / snapshot.length();
  }

  /** "+0.25 s". */
  static String time(GougeSnapshot frame, GougeUnits units, double zero) {
    double time = Math.rint((frame.time() * units.time() - zero) * 100) / 100;
    return String.format(Locale.ROOT, "%s%.2f s", time < 0 ? "−" : time > 0 ? "+" : "", Math.abs(time));
  }
}
