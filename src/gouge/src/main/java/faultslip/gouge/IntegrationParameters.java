package faultslip.gouge;

import static faultslip.gouge.SimulationException.require;

/**
 * How time advances. Neither number is part of the physics: results change with them only as much as the method errs.
 *
 * @param timeStep of the leapfrog, at most a tenth of the time two small grains touch (see {@link GougeParameters})
 * @param skin by how much farther than touching neighbours are looked for, in mean grain diameters, 0.001 to 1: a
 *     thicker one lists more pairs, and rebuilds the list less often
 */
public record IntegrationParameters(double timeStep, double skin) {

  /** @throws SimulationException if a value is outside its range */
  public IntegrationParameters {
    require(timeStep > 0 && timeStep <= 1, "time step", timeStep, "a positive number");
    require(skin >= 0.001 && skin <= 1, "skin", skin, "0.001 to 1 mean grain diameters");
  }

  /** Replaces the time step. */
  public IntegrationParameters withTimeStep(double step) {
    return new IntegrationParameters(step, skin);
  }
}
