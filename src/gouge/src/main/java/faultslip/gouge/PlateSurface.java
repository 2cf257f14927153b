package faultslip.gouge;

import static faultslip.gouge.SimulationException.require;

/**
 * The side of a plate that meets the gouge: a row of disks of diameter 1, of which every few stand out by a tooth.
 *
 * @param density disks for a mean grain diameter of length, 0.5 to 20: at 1 they touch, above they overlap and make a
 *     plate finely rough, along which the gouge can slip
 * @param toothHeight by which a tooth stands out, 0 to 2; 0 for none
 * @param toothSpacing disks from one tooth to the next, 1 or above
 */
public record PlateSurface(double density, double toothHeight, int toothSpacing) {

  /** @throws SimulationException if a value is outside its range */
  public PlateSurface {
    require(density >= 0.5 && density <= 20, "density of a plate's disks", density, "0.5 to 20 a mean grain diameter");
    require(toothHeight >= 0 && toothHeight <= 2, "tooth height", toothHeight, "0 to 2 mean grain diameters");
    require(toothSpacing >= 1, "tooth spacing", toothSpacing, "at least 1");
  }

  /** Touching disks, of which every third stands out by 0.35: grains cannot just slide along it. */
  public static PlateSurface toothed() {
    return new PlateSurface(1, 0.35, 3);
  }
}
