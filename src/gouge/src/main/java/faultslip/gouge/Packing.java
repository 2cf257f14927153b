package faultslip.gouge;

import faultslip.gouge.GougeParameters.Grains;
import faultslip.gouge.GougeParameters.Surface;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Where the disks are laid out before anything moves: the free grains, the bottom plate, which never moves, and the top
 * plate, which is pulled, at its height; its disks are told relative to it.
 */
record Packing(List<Disk> grains, List<Disk> bottom, List<Disk> top, double height) {
  /** Grains start on a loose grid, which compaction closes: this far apart at least, in mean grain diameters. */
  private static final double GRID = 1.25;
  /** Heights of the lowest grain above the bottom plate's teeth, and of the top plate above the uppermost grain. */
  private static final double CLEARANCE = 1.3;
  private static final double HEADROOM = 0.5;
  /** Grains are put off the grid, and start with a velocity, so that nothing is aligned. */
  private static final double JITTER = 0.05;
  private static final double AGITATION = 0.1;
  private static final double PLATE_RADIUS = 0.5;

  /** A disk as it is laid out: x lies along the fault and y across it, spin is counter-clockwise. */
  record Disk(double x, double y, double vx, double vy, double spin, double radius) {

    /** A disk at rest. */
    Disk(double x, double y, double radius) {
      this(x, y, 0, 0, 0, radius);
    }

    double mass() {
      return 4 * radius * radius;
    }

    double moment() {
      return 0.5 * mass() * radius * radius;
    }
  }

  /** Two sizes of grains in equal number, drawn from the seed, on a loose grid between two rough plates. */
  static Packing loose(Grains grains) {
    double height =
        CLEARANCE + grains.bottom().toothHeight() + grains.layers() * GRID + HEADROOM + grains.top().toothHeight();
    return new Packing(grid(grains), plate(grains.length(), grains.bottom(), 1),
        plate(grains.length(), grains.top(), -1), height);
  }

  private static List<Disk> grid(Grains grains) {
    var random = new SplittableRandom(grains.seed());
    int columns = columns(grains);
    double spacing = grains.length() / columns;
    return IntStream.range(0, columns * grains.layers()).mapToObj(i -> {
      double radius = 0.5 * (random.nextDouble() < 0.5 ? grains.smallDiameter() : grains.largeDiameter());
      double x = (i % columns + 0.5) * spacing + JITTER * (random.nextDouble() - 0.5);
      int layer = i / columns;
      double y = CLEARANCE + grains.bottom().toothHeight() + layer * GRID + JITTER * (random.nextDouble() - 0.5);
      double vx = AGITATION * (random.nextDouble() - 0.5);
      double vy = AGITATION * (random.nextDouble() - 0.5);
      return new Disk(x, y, vx, vy, 0, radius);
    }).toList();
  }

  static int columns(Grains grains) {
    return (int) Math.floor(grains.length() / GRID);
  }

  /** @param inward 1 for teeth that stand up, -1 for teeth that hang down */
  private static List<Disk> plate(double length, Surface surface, int inward) {
    int count = (int) Math.round(length * surface.density());
    double spacing = length / count;
    return IntStream.range(0, count).mapToObj(k -> new Disk((k + 0.5) * spacing,
        k % surface.toothSpacing() == 0 ? inward * surface.toothHeight() : 0, PLATE_RADIUS)).toList();
  }
}
