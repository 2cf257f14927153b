package faultslip.gouge;

import static faultslip.gouge.SimulationException.require;

/**
 * What two grains do to each other where they touch: a spring and a dashpot along the normal, which push and never pull
 * (Cundall &amp; Strack 1979), and a spring and a dashpot along the tangent, which together bear no more than friction
 * lets them. Friction weakens with the velocity v of sliding:
 * {@code μ(v) = dynamic + (static − dynamic) / (1 + |v| / weakeningVelocity)}.
 *
 * @param stiffness of the normal spring over the reference stress, kn/σ0: at normal stress σ0 grains overlap by about
 *     its inverse in diameters; 100 to 10⁷
 * @param tangentialStiffness of the tangential spring, over {@code stiffness}, above 0 to 2
 * @param damping of the normal dashpot over what is critical for two grains of mass 1, 0 to 1
 * @param tangentialDamping of the tangential dashpot, over that of the normal one, 0 to 2
 * @param staticFriction coefficient at rest, 0 or above
 * @param dynamicFriction coefficient of fast sliding, 0 to {@code staticFriction}
 * @param weakeningVelocity at which half of the difference is lost, in the units of {@link GougeParameters}, positive
 */
public record ContactParameters(double stiffness, double tangentialStiffness, double damping, double tangentialDamping,
    double staticFriction, double dynamicFriction, double weakeningVelocity) {

  /** @throws SimulationException if a value is outside its range */
  public ContactParameters {
    require(stiffness >= 100 && stiffness <= 1e7, "stiffness", stiffness, "100 to 1e7 times the reference stress");
    require(tangentialStiffness > 0 && tangentialStiffness <= 2, "tangential stiffness",
        tangentialStiffness, "above 0 to 2 times the normal one");
    require(damping >= 0 && damping <= 1, "damping", damping, "0 to 1 times the critical one");
    require(tangentialDamping >= 0 && tangentialDamping <= 2, "tangential damping",
        tangentialDamping, "0 to 2 times the normal one");
    require(staticFriction >= 0 && staticFriction <= 10, "static friction", staticFriction, "0 to 10");
    require(dynamicFriction >= 0 && dynamicFriction <= staticFriction, "dynamic friction",
        dynamicFriction, "0 to the static friction");
    require(weakeningVelocity > 0 && Double.isFinite(weakeningVelocity), "weakening velocity",
        weakeningVelocity, "a positive velocity");
  }

  /** With a friction that does not weaken. */
  public ContactParameters withFriction(double friction) {
    return withFriction(friction, friction, weakeningVelocity);
  }

  /** With another friction: at rest, in fast sliding, and its weakening velocity. */
  public ContactParameters withFriction(double resting, double sliding, double velocity) {
    return new ContactParameters(stiffness, tangentialStiffness, damping, tangentialDamping, resting, sliding,
        velocity);
  }

  /** With other dashpots. */
  public ContactParameters withDamping(double normal, double tangential) {
    return new ContactParameters(stiffness, tangentialStiffness, normal, tangential, staticFriction, dynamicFriction,
        weakeningVelocity);
  }
}
