package faultslip.gouge;

import static faultslip.gouge.SimulationException.require;

/**
 * How the top plate is loaded: a spring, whose far end moves on at constant velocity, pulls it along the fault, and the
 * normal stress of the {@linkplain Stage stage} presses it on the gouge. The bottom plate stays where it is.
 *
 * <p>Everything is for a unit of the fault's length, so that a longer fault of the same kind has the same numbers. With
 * a drop Δμ of the friction coefficient at each slip, slips recur about every Δμ σ / (springStiffness · velocity).
 *
 * @param springStiffness κ, shear stress lost for each mean grain diameter of slip, over the reference stress,
 *     positive: the softer, the larger and rarer the slips
 * @param velocity V of the spring's far end, positive
 * @param plateMass mass of the top plate for a unit of length, positive: it sets how long a slip lasts
 * @param plateDrag shear stress for a unit of the plate's velocity, 0 or above
 * @param normalDrag normal stress for a unit of the plate's velocity across the fault, 0 or above: it keeps the plate
 *     from bouncing
 */
public record LoadingParameters(double springStiffness, double velocity, double plateMass, double plateDrag,
    double normalDrag) {

  /** @throws SimulationException if a value is outside its range */
  public LoadingParameters {
    require(springStiffness > 0 && springStiffness <= 1e3, "spring stiffness", springStiffness, "above 0 to 1000");
    require(velocity > 0 && velocity <= 1, "velocity", velocity, "above 0 to 1");
    require(plateMass >= 0.1 && plateMass <= 1e6, "plate mass", plateMass, "0.1 to 1e6");
    require(plateDrag >= 0 && plateDrag <= 100, "plate drag", plateDrag, "0 to 100");
    require(normalDrag >= 0 && normalDrag <= 100, "normal drag", normalDrag, "0 to 100");
  }

  /** With another spring. */
  public LoadingParameters withSpring(double stiffness) {
    return new LoadingParameters(stiffness, velocity, plateMass, plateDrag, normalDrag);
  }

  /** At another velocity. */
  public LoadingParameters withVelocity(double other) {
    return new LoadingParameters(springStiffness, other, plateMass, plateDrag, normalDrag);
  }

  /** With another plate: its mass, and its drag along and across the fault. */
  public LoadingParameters withPlate(double mass, double drag, double dragAcross) {
    return new LoadingParameters(springStiffness, velocity, mass, drag, dragAcross);
  }
}
