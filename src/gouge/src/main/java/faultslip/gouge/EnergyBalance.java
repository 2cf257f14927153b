package faultslip.gouge;

/**
 * Where energy came from, where it is, and where it went, over some steps of a fault; all in σ0 d².
 *
 * @param pulling work of what moves the spring's far end
 * @param pressing work of the normal stress on the top plate
 * @param body work of the body acceleration
 * @param kinetic change of the kinetic energy of grains and plate
 * @param elastic change of the energy in the contacts' springs, normal and tangential
 * @param spring change of the energy in the spring that pulls the plate
 * @param dashpots lost in the contacts' dashpots
 * @param friction lost by sliding
 * @param viscosity lost by grains to the medium
 * @param plateDrag lost by the plate's drag, along and across
 */
public record EnergyBalance(double pulling, double pressing, double body, double kinetic, double elastic,
    double spring, double dashpots, double friction, double viscosity, double plateDrag) {

  /** Of these steps and those of another balance together. */
  public EnergyBalance plus(EnergyBalance other) {
    return new EnergyBalance(pulling + other.pulling, pressing + other.pressing, body + other.body,
        kinetic + other.kinetic, elastic + other.elastic, spring + other.spring, dashpots + other.dashpots,
        friction + other.friction, viscosity + other.viscosity, plateDrag + other.plateDrag);
  }

  /** All that became heat. */
  public double dissipated() {
    return dashpots + friction + viscosity + plateDrag;
  }

  /** What the budget misses of the work done, less what is stored and lost: 0 for a time step that goes to 0. */
  public double residual() {
    return (pulling + pressing + body) - (kinetic + elastic + spring) - dissipated();
  }
}
