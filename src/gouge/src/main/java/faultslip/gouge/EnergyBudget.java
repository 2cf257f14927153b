package faultslip.gouge;

import static faultslip.gouge.Disks.INERTIA;
import static faultslip.gouge.Disks.MASS;
import static faultslip.gouge.Disks.MOMENT;
import static faultslip.gouge.Disks.RADIUS;
import static faultslip.gouge.Disks.SPIN;
import static faultslip.gouge.Disks.STATE;
import static faultslip.gouge.Disks.VX;
import static faultslip.gouge.Disks.VY;

import faultslip.gouge.GougeParameters.Loading;
import faultslip.gouge.GougeParameters.Medium;
import faultslip.gouge.ShearExperiment.Stage;
import java.util.Arrays;

/**
 * An instrument that runs a fault and keeps account of its energy. It does what {@link GranularGouge#run} does, to the
 * last bit, and watches each step; a fault that is not watched pays nothing for it.
 *
 * <p>Work is force times the mean of the velocities half a step before and after, by which it equals the change of
 * kinetic energy exactly. Each kind of work is taken from its own force, none as what is left over; how well the budget
 * closes is therefore a check of the model, and errs only as the time step is finite.
 */
public final class EnergyBudget {
  private final GranularGouge gouge;
  private final Disks disks;
  private final TopPlate plate;
  private final Contacts contacts;
  private final double timeStep;
  private double[] before;
  private double pulling;
  private double pressing;
  private double body;
  private double normalDashpots;
  private double tangentialLoss;
  private double friction;
  private double viscosity;
  private double plateDrag;

  /** @param gouge to be run and watched */
  public EnergyBudget(GranularGouge gouge) {
    this.gouge = gouge;
    disks = gouge.disks;
    plate = gouge.plate;
    contacts = gouge.contacts;
    timeStep = gouge.parameters().integration().timeStep();
  }

  /** Runs the fault and accounts for it: the budget of these steps alone. */
  public EnergyBalance run(Stage stage) {
    plate.normalStress = stage.normalStress();
    pulling = pressing = body = normalDashpots = tangentialLoss = friction = viscosity = plateDrag = 0;
    double kinetic = disks.kineticEnergy() + plate.kineticEnergy();
    double elastic = contacts.elasticEnergy();
    double spring = plate.springEnergy();
    for (long k = 0; k < stage.steps(); k++) {
      step();
    }
    return new EnergyBalance(pulling, pressing, body, disks.kineticEnergy() + plate.kineticEnergy() - kinetic,
        contacts.elasticEnergy() - elastic, plate.springEnergy() - spring, normalDashpots + tangentialLoss - friction,
        friction, viscosity, plateDrag);
  }

  private void step() {
    double vx = plate.vx;
    double vy = plate.vy;
    double pull = plate.springForce;
    before = disks.state.clone();
    gouge.move();
    grains();
    dashpots();
    plate(vx, vy, pull);
    gouge.findNeighbours();
    Neighbours.Pairs pairs = gouge.neighbours.pairs;
    double[] springs = Arrays.copyOf(pairs.spring, pairs.count);
    gouge.exertForces();
    friction(springs);
  }

  private double mean(int state) {
    return 0.5 * (before[state] + disks.state[state]);
  }

  private void grains() {
    Medium medium = gouge.parameters().medium();
    for (int n = 0; n < disks.free; n++) {
      int i = STATE * n;
      double mass = disks.inertia[INERTIA * n + MASS];
      double moment = disks.inertia[INERTIA * n + MOMENT];
      body += timeStep * mass * (medium.accelerationX() * mean(i + VX) + medium.accelerationY() * mean(i + VY));
      viscosity += timeStep * medium.viscosity()
          * (mass * (before[i + VX] * mean(i + VX) + before[i + VY] * mean(i + VY))
          + moment * before[i + SPIN] * mean(i + SPIN));
    }
  }

  /** What the dashpots of all contacts take: their share of the forces that have just moved the grains. */
  private void dashpots() {
    Contacts c = contacts;
    double[] s = disks.state;
    for (int k = 0; k < c.count; k++) {
      int i = c.first[k];
      int j = c.second[k];
      double u = mean(j + VX) - mean(i + VX);
      double v = mean(j + VY) - mean(i + VY);
      double separating = u * c.normalX[k] + v * c.normalY[k];
      double sliding =
          v * c.normalX[k] - u * c.normalY[k] - s[i + RADIUS] * mean(i + SPIN) - s[j + RADIUS] * mean(j + SPIN);
      normalDashpots -= timeStep * (c.normalForce[k] - c.normalStiffness * c.overlap[k]) * separating;
      tangentialLoss -= timeStep * (c.tangentialForce[k] + c.tangentialStiffness * c.spring[k]) * sliding;
    }
  }

  private void plate(double vx, double vy, double pull) {
    Loading loading = gouge.parameters().loading();
    double length = gouge.parameters().grains().length();
    double meanX = 0.5 * (vx + plate.vx);
    double meanY = 0.5 * (vy + plate.vy);
    pulling += timeStep * 0.5 * (pull + plate.springForce) * loading.velocity();
    pressing -= timeStep * plate.normalStress * length * meanY;
    plateDrag += timeStep * length * (loading.plateDrag() * vx * meanX + loading.normalDrag() * vy * meanY);
  }

  /**
   * What tangential springs gave away: their force over the part of the sliding by which they were not stretched, and
   * all they held where contacts opened. Of that and the dashpots' share, sliding took the whole force over the same
   * path; the dashpots took the rest. Uses up the springs, those of all pairs before the step.
   */
  private void friction(double[] springs) {
    Contacts c = contacts;
    double kt = c.tangentialStiffness;
    for (int k = 0; k < c.count; k++) {
      double was = springs[c.pair[k]];
      double is = c.spring[k];
      double slipped = timeStep * c.sliding[k] - (is - was);
      tangentialLoss += 0.5 * kt * (was + is) * slipped;
      friction -= c.tangentialForce[k] * slipped;
      springs[c.pair[k]] = 0;
    }
    for (double opened : springs) {
      tangentialLoss += 0.5 * kt * opened * opened;
    }
  }
}
