package faultslip.gouge;

import static faultslip.gouge.SimulationException.refuseUnless;
import static faultslip.gouge.SimulationException.require;

import java.io.Serializable;

/**
 * Everything that determines a simulated fault, without dimensions.
 *
 * <p>Units: the mean grain diameter d, the mass m of such a grain, and a reference normal stress σ0. In two dimensions
 * stress is force for a length, so force is in σ0 d, time in √(m/σ0), velocity in d √(σ0/m), energy in σ0 d².
 * {@link GougeUnits} turns them into metres, seconds and joules. These numbers tell one gouge from another:
 *
 * <ul>
 * <li>kn/σ0, {@link ContactLaw#stiffness()}: how hard grains are for the stress on them. From 1000 on they overlap so
 * little that only the pace of sound and ringing still depends on it.
 * <li>{@link #inertialNumber()}, I = (V/H) √(m/σ0): the time a grain needs to move by its size, over the time shear
 * does. Below 10⁻³ shear is quasi-static between slips.
 * <li>κ = k d/σ0, {@link Loading#springStiffness()}: how stiff the machine is that loads the fault.
 * <li>{@link #contactTime()} over {@link Integration#timeStep()}: steps that a collision takes.
 * </ul>
 */
public record GougeParameters(Grains grains, ContactLaw contacts, Loading loading, Medium medium,
    Preparation preparation, Integration integration) implements Serializable {
  private static final double FEWEST_STEPS_A_CONTACT = 10;

  /** One of the parts that parameters are made of. */
  public sealed interface Part extends Serializable {}

  /**
   * The grains and the plates between which they lie. Lengths are in mean grain diameters.
   *
   * <p>The gouge is periodic along the fault. Half of the grains are small, half large; their mean diameter is 1, and a
   * grain of diameter 1 has mass 1, so that all grains have one density.
   *
   * @param length of the fault, after which it repeats, 5 or above
   * @param layers of grains laid on each other, 1 or above: the gouge's thickness is about 0.9 of it
   * @param sizeRatio diameter of the small grains over that of the large ones, 0.2 to 1
   * @param bottom surface of the plate that never moves
   * @param top surface of the plate that is pulled
   * @param rolling whether grains turn; those that do not are a crude picture of angular grains
   * @param seed of the grains' sizes and of their first positions
   */
  public record Grains(double length, int layers, double sizeRatio, Surface bottom, Surface top, boolean rolling,
      long seed) implements Part {

    /** @throws SimulationException if a value is outside its range */
    public Grains {
      require(length >= 5 && length <= 1e5, "length", length, "5 to 100000 mean grain diameters");
      require(layers >= 1 && layers <= 1000, "layers", layers, "1 to 1000");
      require(sizeRatio >= 0.2 && sizeRatio <= 1, "size ratio", sizeRatio, "small over large diameter, 0.2 to 1");
    }

    double smallDiameter() {
      return largeDiameter() * sizeRatio;
    }

    double largeDiameter() {
      return 2 / (1 + sizeRatio);
    }

    /** Number of free grains. */
    public int count() {
      return Packing.columns(this) * layers;
    }
  }

  /**
   * The side of a plate that meets the gouge: a row of disks of diameter 1, of which every few stand out by a tooth.
   *
   * @param density disks for a mean grain diameter of length, 0.5 to 20: at 1 they touch, above they overlap and make a
   *     plate finely rough, along which the gouge can slip
   * @param toothHeight by which a tooth stands out, 0 to 2; 0 for none
   * @param toothSpacing disks from one tooth to the next, 1 or above
   */
  public record Surface(double density, double toothHeight, int toothSpacing) implements Serializable {

    /** @throws SimulationException if a value is outside its range */
    public Surface {
      require(density >= 0.5 && density <= 20, "density of a plate's disks", density,
          "0.5 to 20 a mean grain diameter");
      require(toothHeight >= 0 && toothHeight <= 2, "tooth height", toothHeight, "0 to 2 mean grain diameters");
      require(toothSpacing >= 1, "tooth spacing", toothSpacing, "at least 1");
    }

    /** Touching disks, of which every third stands out by 0.35: grains cannot just slide along it. */
    public static Surface toothed() {
      return new Surface(1, 0.35, 3);
    }
  }

  /**
   * What two grains do to each other where they touch: a spring and a dashpot along the normal, which push and never
   * pull (Cundall &amp; Strack 1979), and a spring and a dashpot along the tangent, which together bear no more than
   * friction lets them. Friction weakens with the velocity v of sliding:
   * {@code μ(v) = dynamic + (static − dynamic) / (1 + |v| / weakeningVelocity)}.
   *
   * @param stiffness of the normal spring, kn/σ0, 100 to 10⁷: at normal stress σ0 grains overlap by about its inverse
   * @param tangentialStiffness of the tangential spring, over {@code stiffness}, above 0 to 2
   * @param damping of the normal dashpot over what is critical for two grains of mass 1, 0 to 1
   * @param tangentialDamping of the tangential dashpot, over that of the normal one, 0 to 2
   * @param staticFriction coefficient at rest, 0 or above
   * @param dynamicFriction coefficient of fast sliding, 0 to {@code staticFriction}
   * @param weakeningVelocity at which half of the difference is lost, in the units of {@link GougeParameters}, positive
   */
  public record ContactLaw(double stiffness, double tangentialStiffness, double damping, double tangentialDamping,
      double staticFriction, double dynamicFriction, double weakeningVelocity) implements Part {

    /** @throws SimulationException if a value is outside its range */
    public ContactLaw {
      require(stiffness >= 100 && stiffness <= 1e7, "stiffness", stiffness, "100 to 1e7 times the reference stress");
      require(tangentialStiffness > 0 && tangentialStiffness <= 2, "tangential stiffness", tangentialStiffness,
          "above 0 to 2 times the normal one");
      require(damping >= 0 && damping <= 1, "damping", damping, "0 to 1 times the critical one");
      require(tangentialDamping >= 0 && tangentialDamping <= 2, "tangential damping", tangentialDamping,
          "0 to 2 times the normal one");
      require(staticFriction >= 0 && staticFriction <= 10, "static friction", staticFriction, "0 to 10");
      require(dynamicFriction >= 0 && dynamicFriction <= staticFriction, "dynamic friction", dynamicFriction,
          "0 to the static friction");
      require(weakeningVelocity > 0 && Double.isFinite(weakeningVelocity), "weakening velocity", weakeningVelocity,
          "a positive velocity");
    }

    /** With a friction that does not weaken. */
    public ContactLaw withFriction(double friction) {
      return withFriction(friction, friction, weakeningVelocity);
    }

    /** With another friction: at rest, in fast sliding, and its weakening velocity. */
    public ContactLaw withFriction(double resting, double sliding, double velocity) {
      return new ContactLaw(stiffness, tangentialStiffness, damping, tangentialDamping, resting, sliding, velocity);
    }
  }

  /**
   * How the top plate is loaded: a spring, whose far end moves on at constant velocity, pulls it along the fault, and
   * the normal stress of the {@linkplain ShearExperiment.Stage stage} presses it on the gouge. The bottom plate stays.
   *
   * <p>Everything is for a unit of the fault's length, so that a longer fault of the same kind has the same numbers.
   * With a drop Δμ of the friction coefficient at each slip, slips recur about every Δμ σ / (springStiffness ·
   * velocity).
   *
   * @param springStiffness κ, shear stress lost for each mean grain diameter of slip, over the reference stress,
   *     positive: the softer, the larger and rarer the slips
   * @param velocity V of the spring's far end, positive
   * @param plateMass mass of the top plate for a unit of length, positive: it sets how long a slip lasts
   * @param plateDrag shear stress for a unit of the plate's velocity, 0 or above
   * @param normalDrag normal stress for a unit of the plate's velocity across the fault, 0 or above: it keeps the plate
   *     from bouncing
   */
  public record Loading(double springStiffness, double velocity, double plateMass, double plateDrag, double normalDrag)
      implements Part {

    /** @throws SimulationException if a value is outside its range */
    public Loading {
      require(springStiffness > 0 && springStiffness <= 1e3, "spring stiffness", springStiffness, "above 0 to 1000");
      require(velocity > 0 && velocity <= 1, "velocity", velocity, "above 0 to 1");
      require(plateMass >= 0.1 && plateMass <= 1e6, "plate mass", plateMass, "0.1 to 1e6");
      require(plateDrag >= 0 && plateDrag <= 100, "plate drag", plateDrag, "0 to 100");
      require(normalDrag >= 0 && normalDrag <= 100, "normal drag", normalDrag, "0 to 100");
    }

    /** With another spring. */
    public Loading withSpring(double stiffness) {
      return new Loading(stiffness, velocity, plateMass, plateDrag, normalDrag);
    }

    /** At another velocity. */
    public Loading withVelocity(double other) {
      return new Loading(springStiffness, other, plateMass, plateDrag, normalDrag);
    }

    /** With another plate: its mass, and its drag along and across the fault. */
    public Loading withPlate(double mass, double drag, double dragAcross) {
      return new Loading(springStiffness, velocity, mass, drag, dragAcross);
    }
  }

  /**
   * What acts on every free grain besides its neighbours.
   *
   * @param viscosity rate at which a grain loses its velocity and its spin to what surrounds it, 0 or above; without
   *     it, loose grains rattle on for ever and hide the quiet of the fault
   * @param accelerationX body acceleration along the fault
   * @param accelerationY body acceleration across it: −g for gravity that points to the bottom plate
   */
  public record Medium(double viscosity, double accelerationX, double accelerationY) implements Part {
    /** No viscosity, no gravity. */
    public static final Medium VACUUM = new Medium(0, 0, 0);

    /** @throws SimulationException if a value is outside its range */
    public Medium {
      require(viscosity >= 0 && viscosity <= 10, "viscosity", viscosity, "0 to 10");
      require(Double.isFinite(accelerationX), "acceleration along x", accelerationX, "a finite number");
      require(Double.isFinite(accelerationY), "acceleration along y", accelerationY, "a finite number");
    }
  }

  /**
   * How the gouge is brought into the state a run starts from: first pressed together from a loose grid, then sheared
   * at a constant velocity until it has forgotten the grid.
   *
   * @param normalStress meanwhile, over the reference stress, positive
   * @param compactionTime of pressing, 0 or above
   * @param shearDistance by which the top plate is then dragged, in mean grain diameters, 0 or above; the friction over
   *     its second half tells how far to stretch the spring at the start
   * @param shearVelocity of dragging, positive
   */
  public record Preparation(double normalStress, double compactionTime, double shearDistance, double shearVelocity)
      implements Part {

    /** @throws SimulationException if a value is outside its range */
    public Preparation {
      require(normalStress > 0 && normalStress <= 1000, "preparation's normal stress", normalStress,
          "above 0 to 1000 times the reference stress");
      require(compactionTime >= 0 && compactionTime <= 1e6, "compaction time", compactionTime, "0 to 1e6");
      require(shearDistance >= 0 && shearDistance <= 1e6, "shear distance", shearDistance,
          "0 to 1e6 mean grain diameters");
      require(shearVelocity > 0 && shearVelocity <= 1, "shear velocity", shearVelocity, "above 0 to 1");
    }
  }

  /**
   * How time advances. Neither number is part of the physics: results change with them only as much as the method errs.
   *
   * @param timeStep of the leapfrog, at most a tenth of the time two small grains touch
   * @param skin by how much farther than touching neighbours are looked for, in mean grain diameters, 0.001 to 1: a
   *     thicker one lists more pairs, and rebuilds the list less often
   */
  public record Integration(double timeStep, double skin) implements Part {

    /** @throws SimulationException if a value is outside its range */
    public Integration {
      require(timeStep > 0 && timeStep <= 1, "time step", timeStep, "a positive number");
      require(skin >= 0.001 && skin <= 1, "skin", skin, "0.001 to 1 mean grain diameters");
    }
  }

  /** @throws SimulationException if the time step is longer than a tenth of the contact time */
  public GougeParameters {
    double longest = contactTime(grains, contacts) / FEWEST_STEPS_A_CONTACT;
    refuseUnless(integration.timeStep() <= longest, "Time step is %s, but two small grains touch for %.4g only; give "
        + "at most %.4g, a tenth of it, or softer grains.", integration.timeStep(), contactTime(grains, contacts),
        longest);
  }

  /** A fault that sticks and slips irregularly: 320 grains in 10 layers, a few tens of slips in a million steps. */
  public static GougeParameters standard() {
    return new GougeParameters(new Grains(40, 10, 0.75, Surface.toothed(), Surface.toothed(), true, 1),
        new ContactLaw(1000, 0.8, 0.3, 0.5, 0.5, 0.3, 0.01), new Loading(0.1, 7e-3, 5, 0.5, 1), new Medium(0.05, 0, 0),
        new Preparation(1, 150, 5, 0.02), new Integration(0.005, 0.04));
  }

  /** Time for which two small grains that collide without damping touch: π √(m/2kn). */
  public double contactTime() {
    return contactTime(grains, contacts);
  }

  private static double contactTime(Grains grains, ContactLaw contacts) {
    double reducedMass = 0.5 * grains.smallDiameter() * grains.smallDiameter();
    return Math.PI * Math.sqrt(reducedMass / contacts.stiffness());
  }

  /** Inertial number of steady shear at the loading velocity and reference stress, with one diameter a layer. */
  public double inertialNumber() {
    return loading.velocity() / grains.layers();
  }

  /** With one part in the place of that of its kind: other grains, another medium. */
  public GougeParameters with(Part part) {
    return new GougeParameters(part instanceof Grains other ? other : grains,
        part instanceof ContactLaw other ? other : contacts, part instanceof Loading other ? other : loading,
        part instanceof Medium other ? other : medium, part instanceof Preparation other ? other : preparation,
        part instanceof Integration other ? other : integration);
  }

  /** With grains drawn from another seed. */
  public GougeParameters withSeed(long seed) {
    return with(new Grains(grains.length, grains.layers, grains.sizeRatio, grains.bottom, grains.top, grains.rolling,
        seed));
  }
}
