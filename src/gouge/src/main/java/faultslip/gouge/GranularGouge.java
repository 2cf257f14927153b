package faultslip.gouge;

import java.io.IOException;
import java.util.List;

/**
 * A granular fault: grains between two rough plates, the upper of which is pressed down and pulled along by a spring.
 * It sticks and slips by itself; no slip is drawn.
 *
 * <p>A fault has a state, which {@link #run} carries on; runs follow each other. The same parameters give the same bits
 * on every machine, Java version and garbage collector. Not safe for use by several threads at once, but several faults
 * may run in a thread each.
 */
public final class GranularGouge {
  private final GougeParameters parameters;
  private final double timeStep;
  private final Leapfrog leapfrog;
  private final ContactLaw law;
  private final Disks disks;
  private final TopPlate plate;
  private final Neighbours neighbours;
  private final Contacts contacts;
  private double grainEnergy;
  private long steps;

  GranularGouge(GougeParameters parameters, Packing packing) {
    this.parameters = parameters;
    timeStep = parameters.integration().timeStep();
    leapfrog = new Leapfrog(timeStep, parameters.medium());
    law = new ContactLaw(parameters.contacts(), timeStep);
    disks = new Disks(packing, parameters.grains().rolling());
    plate = new TopPlate(disks, packing, parameters.grains().length(), parameters.loading());
    neighbours = new Neighbours(disks, parameters.grains().length(), parameters.integration().skin());
    contacts = new Contacts(disks);
  }

  /**
   * A fault ready to be run: its grains pressed together, sheared, and at rest under a half-stretched spring.
   *
   * @param progress of compaction and first shear, about a second
   */
  public static GranularGouge prepared(GougeParameters parameters, SimulationProgress progress) {
    GranularGouge gouge = loose(parameters);
    new Preparation(gouge).run(progress);
    return gouge;
  }

  /** Grains as they are laid out, before preparation. */
  static GranularGouge loose(GougeParameters parameters) {
    return new GranularGouge(parameters, Packing.loose(parameters.grains()));
  }

  /**
   * Runs the fault through stages, one after the other.
   *
   * @param stages at least one
   * @param samplingSteps time steps over which a sample is the mean, at least 1; every stage's steps are a multiple
   * @return one sample for every {@code samplingSteps}, its clock going on from the run before
   * @throws SimulationException if a stage is no multiple of the sampling, or the thread is interrupted; the fault then
   *     stays where it was stopped
   */
  public GougeHistory run(List<Stage> stages, int samplingSteps, SimulationProgress progress) {
    ShearRun run = new ShearRun(this, stages, samplingSteps);
    run.advance(run.steps(), progress);
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

  /** One time step with the plate dragged at a velocity. */
  void dragged(double velocity) {
    grainEnergy = leapfrog.advance(disks);
    plate.drag(velocity, timeStep);
    findNeighbours();
    exertForces();
  }

  void move() {
    grainEnergy = leapfrog.advance(disks);
    plate.pull(timeStep);
    steps++;
  }

  void findNeighbours() {
    neighbours.update(grainEnergy, Math.abs(plate.vx) + Math.abs(plate.vy), timeStep);
  }

  void exertForces() {
    contacts.update(neighbours.pairs(), law);
    plate.collectForces();
  }

  /** Kinetic energy with which the free grains made the last step, translation and rotation. */
  double grainEnergy() {
    return grainEnergy;
  }

  Disks disks() {
    return disks;
  }

  TopPlate plate() {
    return plate;
  }

  Neighbours neighbours() {
    return neighbours;
  }

  Contacts contacts() {
    return contacts;
  }

  ContactLaw law() {
    return law;
  }

  void transfer(StateTransfer transfer) throws IOException {
    disks.transfer(transfer);
    plate.transfer(transfer);
    neighbours.transfer(transfer);
    grainEnergy = transfer.of(grainEnergy);
    steps = transfer.of(steps);
  }
}
