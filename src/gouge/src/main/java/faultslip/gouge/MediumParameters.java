package faultslip.gouge;

import static faultslip.gouge.SimulationException.require;

/**
 * What acts on every free grain besides its neighbours.
 *
 * @param viscosity rate at which a grain loses its velocity and its spin to what surrounds it, 0 or above; without it,
 *     loose grains rattle on for ever and hide the quiet of the fault
 * @param accelerationX body acceleration along the fault
 * @param accelerationY body acceleration across it: −g for gravity that points to the bottom plate
 */
public record MediumParameters(double viscosity, double accelerationX, double accelerationY) {

  /** @throws SimulationException if a value is outside its range */
  public MediumParameters {
    require(viscosity >= 0 && viscosity <= 10, "viscosity", viscosity, "0 to 10");
    require(Double.isFinite(accelerationX), "acceleration along x", accelerationX, "a finite number");
    require(Double.isFinite(accelerationY), "acceleration along y", accelerationY, "a finite number");
  }

  /** Nothing: no viscosity, no gravity. */
  public static MediumParameters vacuum() {
    return new MediumParameters(0, 0, 0);
  }
}
