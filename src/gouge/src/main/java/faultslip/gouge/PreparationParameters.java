package faultslip.gouge;

import static faultslip.gouge.SimulationException.require;

/**
 * How the gouge is brought into the state a run starts from: first pressed together from a loose grid, then sheared at
 * a constant velocity until it has forgotten the grid.
 *
 * @param normalStress meanwhile, over the reference stress, positive
 * @param compactionTime of pressing, 0 or above
 * @param shearDistance by which the top plate is then dragged, in mean grain diameters, 0 or above; the friction over
 *     its second half tells how far to stretch the spring at the start
 * @param shearVelocity of dragging, positive
 */
public record PreparationParameters(double normalStress, double compactionTime, double shearDistance,
    double shearVelocity) {

  /** @throws SimulationException if a value is outside its range */
  public PreparationParameters {
    require(normalStress > 0 && normalStress <= 1000, "preparation's normal stress",
        normalStress, "above 0 to 1000 times the reference stress");
    require(compactionTime >= 0 && compactionTime <= 1e6, "compaction time", compactionTime, "0 to 1e6");
    require(shearDistance >= 0 && shearDistance <= 1e6, "shear distance",
        shearDistance, "0 to 1e6 mean grain diameters");
    require(shearVelocity > 0 && shearVelocity <= 1, "shear velocity", shearVelocity, "above 0 to 1");
  }
}
