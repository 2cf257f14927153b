package faultslip.gouge;

import faultslip.series.Series;

/**
 * What a fault did: five series on one clock. A sample is a mean over its time steps, and its time is their middle.
 *
 * @param friction shear stress with which the spring pulls the plate, over the normal stress
 * @param kineticEnergy of all free grains together, translation and rotation, σ0 d²
 * @param displacement of the top plate since preparation, d
 * @param height of the top plate over the bottom one, d: it grows as the gouge dilates
 * @param normalStress that pressed the plate down, σ0
 */
public record GougeHistory(Series friction, Series kineticEnergy, Series displacement, Series height,
    Series normalStress) {

  /** Number of samples. */
  public int length() {
    return friction.length();
  }

  /** Converts to the units of a material: seconds, joules, metres and pascals. */
  public GougeHistory in(GougeUnits units) {
    return new GougeHistory(units.of(friction, friction.unit(), 1), units.of(kineticEnergy, "J", units.energy()),
        units.of(displacement, "m", units.length()), units.of(height, "m", units.length()),
        units.of(normalStress, "Pa", units.stress()));
  }
}
