package faultslip.gouge;

import java.util.Objects;

/**
 * Everything that determines a simulated fault, without dimensions.
 *
 * <p>Units: the mean grain diameter d, the mass m of a grain of that diameter, and a reference normal stress σ0. In two
 * dimensions a stress is a force for a length, so force is in σ0 d, time in √(m/σ0), velocity in d √(σ0/m), energy in
 * σ0 d². {@link GougeUnits} turns them into metres, seconds and joules. What remains are the numbers that make one
 * gouge different from another:
 *
 * <ul>
 * <li>kn/σ0, {@link ContactParameters#stiffness()}: how hard grains are for the stress on them. From 1000 on they
 * overlap so little that only the pace of sound and ringing still depends on it.
 * <li>{@link #inertialNumber()}, I = (V/H) √(m/σ0): the time a grain needs to move by its size, over the time shear
 * does. Below 10⁻³ shear is quasi-static between slips.
 * <li>κ = k d/σ0, {@link LoadingParameters#springStiffness()}: how stiff the machine is that loads the fault.
 * <li>{@link #contactTime()} over {@link IntegrationParameters#timeStep()}: steps that a collision takes.
 * </ul>
 *
 * @param grains grains and plates
 * @param contacts the law of a contact
 * @param loading the machine that loads the fault
 * @param medium what else acts on grains
 * @param preparation compaction and first shear
 * @param integration time step and neighbours
 */
public record GougeParameters(GrainParameters grains, ContactParameters contacts, LoadingParameters loading,
    MediumParameters medium, PreparationParameters preparation, IntegrationParameters integration) {
  private static final double FEWEST_STEPS_A_CONTACT = 10;

  /** @throws SimulationException if the time step is longer than a tenth of the contact time */
  public GougeParameters {
    Objects.requireNonNull(medium, "medium");
    Objects.requireNonNull(loading, "loading");
    Objects.requireNonNull(preparation, "preparation");
    double touching = contactTime(grains, contacts);
    if (integration.timeStep() > touching / FEWEST_STEPS_A_CONTACT) {
      throw new SimulationException(("Time step is %s, but two small grains touch for %.4g only; give at most %.4g, a "
          + "tenth of it, or softer grains.")
          .formatted(integration.timeStep(), touching, touching / FEWEST_STEPS_A_CONTACT));
    }
  }

  /** A fault that sticks and slips irregularly: 320 grains in 10 layers, a few tens of slips in a million steps. */
  public static GougeParameters standard() {
    return new GougeParameters(
        new GrainParameters(40, 10, 0.75, PlateSurface.toothed(), PlateSurface.toothed(), true, 1),
        new ContactParameters(1000, 0.8, 0.3, 0.5, 0.5, 0.3, 0.01), new LoadingParameters(0.1, 7e-3, 5, 0.5, 1),
        new MediumParameters(0.05, 0, 0), new PreparationParameters(1, 150, 5, 0.02),
            new IntegrationParameters(0.005, 0.04));
  }

  /** Time for which two small grains that collide without damping touch: π √(m/2kn). */
  public double contactTime() {
    return contactTime(grains, contacts);
  }

  private static double contactTime(GrainParameters grains, ContactParameters contacts) {
    double reducedMass = 0.5 * grains.smallDiameter() * grains.smallDiameter();
    return Math.PI * Math.sqrt(reducedMass / contacts.stiffness());
  }

  /** Inertial number of steady shear at the loading velocity and reference stress, with one diameter a layer. */
  public double inertialNumber() {
    return loading.velocity() / grains.layers();
  }

  /** With grains drawn from another seed. */
  public GougeParameters withSeed(long seed) {
    return with(grains.withSeed(seed));
  }

  /** With other grains and plates. */
  public GougeParameters with(GrainParameters other) {
    return new GougeParameters(other, contacts, loading, medium, preparation, integration);
  }

  /** With another law of contact. */
  public GougeParameters with(ContactParameters other) {
    return new GougeParameters(grains, other, loading, medium, preparation, integration);
  }

  /** Loaded otherwise. */
  public GougeParameters with(LoadingParameters other) {
    return new GougeParameters(grains, contacts, other, medium, preparation, integration);
  }

  /** In another medium. */
  public GougeParameters with(MediumParameters other) {
    return new GougeParameters(grains, contacts, loading, other, preparation, integration);
  }

  /** Prepared otherwise. */
  public GougeParameters with(PreparationParameters other) {
    return new GougeParameters(grains, contacts, loading, medium, other, integration);
  }

  /** Integrated otherwise. */
  public GougeParameters with(IntegrationParameters other) {
    return new GougeParameters(grains, contacts, loading, medium, preparation, other);
  }
}
