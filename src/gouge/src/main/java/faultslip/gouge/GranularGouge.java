package faultslip.gouge;

import faultslip.gouge.GougeParameters.Preparation;
import faultslip.gouge.ShearExperiment.Stage;
import java.io.Serializable;
import java.util.List;

/**
 * A granular fault: grains between two rough plates, the upper of which is pressed down and pulled along by a spring.
 * It sticks and slips by itself; no slip is drawn.
 *
 * <p>A fault has a state, which {@link #run} carries on; runs follow each other. Not safe for use by several threads at
 * once, but several faults may run in a thread each.
 */
public final class GranularGouge implements Serializable {
  /** Share of the sheared friction at which the spring starts: far enough from failure, and near enough not to wait. */
  private static final double INITIAL_STRETCH = 0.5;
  /** Mass of the plate for a unit of length while it compacts the gouge: a light one comes to rest soonest. */
  private static final double LIGHT = 1;
  /** Steps of preparation from one report to the next: about a tenth of a second with 300 grains. */
  private static final long REPORTED = 10_000;

  final Disks disks;
  final TopPlate plate;
  final Neighbours neighbours;
  final Contacts contacts;
  private final GougeParameters parameters;
  private final double timeStep;
  /** Kinetic energy with which the free grains made the last step, translation and rotation. */
  double grainEnergy;
  private long steps;

  GranularGouge(GougeParameters parameters, Packing packing) {
    this.parameters = parameters;
    timeStep = parameters.integration().timeStep();
    double length = parameters.grains().length();
    disks = new Disks(packing, parameters.grains().rolling());
    plate = new TopPlate(disks, packing, length, parameters.loading());
    neighbours = new Neighbours(disks, length, parameters.integration().skin());
    contacts = new Contacts(disks, parameters.contacts(), timeStep);
  }

  /**
   * A fault ready to be run: its grains pressed together, sheared, and at rest under a half-stretched spring. Of that
   * compaction and first shear, about a second, progress is told.
   */
  public static GranularGouge prepared(GougeParameters parameters, SimulationProgress progress) {
    GranularGouge gouge = loose(parameters);
    gouge.prepare(progress);
    return gouge;
  }

  /** Grains as they are laid out, before preparation. */
  static GranularGouge loose(GougeParameters parameters) {
    return new GranularGouge(parameters, Packing.loose(parameters.grains()));
  }

  private void prepare(SimulationProgress progress) {
    Preparation preparation = parameters.preparation();
    long compacting = compactingSteps(parameters);
    long all = preparingSteps(parameters);
    double mass = plate.mass;
    double pull = 0;
    long samples = 0;
    plate.normalStress = preparation.normalStress();
    plate.mass = LIGHT * parameters.grains().length();
    for (long k = 0; k < all; k++) {
      if (k % REPORTED == 0) {
        report(progress, k, all);
      }
      if (k == compacting) {
        plate.mass = mass;
      }
      grainEnergy = disks.advance(timeStep, parameters.medium());
      plate.drag(k < compacting ? 0 : preparation.shearVelocity(), timeStep);
      findNeighbours();
      exertForces();
      if (k - compacting > (all - compacting) / 2) {
        pull -= plate.forceX;
        samples++;
      }
    }
    plate.mass = mass;
    plate.hang(INITIAL_STRETCH * (samples == 0 ? 0 : pull / (samples * parameters.grains().length())));
    report(progress, all, all);
  }

  private static long compactingSteps(GougeParameters of) {
    return (long) (of.preparation().compactionTime() / of.integration().timeStep());
  }

  static long preparingSteps(GougeParameters of) {
    double time = of.preparation().shearDistance() / of.preparation().shearVelocity();
    return compactingSteps(of) + (long) (time / of.integration().timeStep());
  }

  /** @throws SimulationException if the thread is interrupted, which it stays */
  static void report(SimulationProgress progress, long done, long all) {
    progress.at(done, all);
    SimulationException.refuseUnless(!Thread.currentThread().isInterrupted(),
        "Simulation interrupted after %d of %d steps; run it again.", done, all);
  }

  /**
   * Runs the fault through stages, at least one, each of a multiple of the time steps, at least 1, over which a sample
   * is the mean. The samples' clock goes on from the run before. A {@link SimulationException} if a stage is no such
   * multiple, or the thread is interrupted; the fault then stays where it was stopped.
   */
  public GougeHistory run(List<Stage> stages, int samplingSteps, SimulationProgress progress) {
    ShearExperiment.Run run = new ShearExperiment.Run(new ShearExperiment(parameters, stages, samplingSteps), this);
    run.advance(Long.MAX_VALUE, progress);
    return run.history();
  }

  public GougeParameters parameters() {
    return parameters;
  }

  /** Time since preparation, in √(m/σ0). */
  public double time() {
    return steps * timeStep;
  }

  /** The grains, the plates and their contacts as they are now. */
  public GougeSnapshot snapshot() {
    return GougeSnapshot.of(this);
  }

  /** One time step with the plate pulled by its spring. */
  void step() {
    move();
    findNeighbours();
    exertForces();
  }

  void move() {
    grainEnergy = disks.advance(timeStep, parameters.medium());
    plate.pull(timeStep);
    steps++;
  }

  void findNeighbours() {
    neighbours.update(grainEnergy, Math.abs(plate.vx) + Math.abs(plate.vy), timeStep);
  }

  void exertForces() {
    contacts.update(neighbours.pairs);
    disks.unloadPlates(plate);
  }
}
