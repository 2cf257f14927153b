package faultslip.gouge;

import static faultslip.gouge.ContactPairs.PAIR;
import static faultslip.gouge.ContactPairs.SPRING;
import static faultslip.gouge.Disks.INERTIA;
import static faultslip.gouge.Disks.MASS;
import static faultslip.gouge.Disks.MOMENT;
import static faultslip.gouge.Disks.RADIUS;
import static faultslip.gouge.Disks.SPIN;
import static faultslip.gouge.Disks.STATE;
import static faultslip.gouge.Disks.VX;
import static faultslip.gouge.Disks.VY;

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
  private final double timeStep;
  private final double[] before;
  private double[] springsBefore = new double[0];
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
    timeStep = gouge.parameters().integration().timeStep();
    before = new double[gouge.disks().state.length];
  }

  /**
   * Runs the fault and accounts for it.
   *
   * @return the budget of these steps alone
   */
  public EnergyBalance run(Stage stage) {
    gouge.plate().normalStress = stage.normalStress();
    pulling = pressing = body = normalDashpots = tangentialLoss = friction = viscosity = plateDrag = 0;
    double kinetic = kineticEnergy();
    double elastic = elasticEnergy();
    double spring = gouge.plate().springEnergy();
    for (long k = 0; k < stage.steps(); k++) {
      step();
    }
    return new EnergyBalance(pulling, pressing, body, kineticEnergy() - kinetic, elasticEnergy() - elastic,
        gouge.plate().springEnergy() - spring, normalDashpots + tangentialLoss - friction, friction,
        viscosity, plateDrag);
  }

  private void step() {
    TopPlate plate = gouge.plate();
    double vx = plate.vx;
    double vy = plate.vy;
    double pull = plate.springForce;
    System.arraycopy(gouge.disks().state, 0, before, 0, before.length);
    gouge.move();
    grains();
    dashpots();
    plate(vx, vy, pull);
    gouge.findNeighbours();
    rememberSprings();
    gouge.exertForces();
    friction();
  }

  private double mean(int state) {
    return 0.5 * (before[state] + gouge.disks().state[state]);
  }

  private void grains() {
    Disks disks = gouge.disks();
    MediumParameters medium = gouge.parameters().medium();
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
    Contacts c = gouge.contacts();
    double[] s = gouge.disks().state;
    double kn = gouge.law().normalStiffness();
    double kt = gouge.law().tangentialStiffness();
    for (int k = 0; k < c.count; k++) {
      int i = c.first[k];
      int j = c.second[k];
      double u = mean(j + VX) - mean(i + VX);
      double v = mean(j + VY) - mean(i + VY);
      double separating = u * c.normalX[k] + v * c.normalY[k];
      double sliding =
          v * c.normalX[k] - u * c.normalY[k] - s[i + RADIUS] * mean(i + SPIN) - s[j + RADIUS] * mean(j + SPIN);
      normalDashpots -= timeStep * (c.normalForce[k] - kn * c.overlap[k]) * separating;
      tangentialLoss -= timeStep * (c.tangentialForce[k] + kt * c.spring[k]) * sliding;
    }
  }

  private void plate(double vx, double vy, double pull) {
    TopPlate plate = gouge.plate();
    LoadingParameters loading = gouge.parameters().loading();
    double length = gouge.parameters().grains().length();
    double meanX = 0.5 * (vx + plate.vx);
    double meanY = 0.5 * (vy + plate.vy);
    pulling += timeStep * 0.5 * (pull + plate.springForce) * loading.velocity();
    pressing -= timeStep * plate.normalStress * length * meanY;
    plateDrag += timeStep * length * (loading.plateDrag() * vx * meanX + loading.normalDrag() * vy * meanY);
  }

  private void rememberSprings() {
    ContactPairs pairs = gouge.neighbours().pairs();
    if (springsBefore.length < pairs.count) {
      springsBefore = new double[2 * pairs.count];
    }
    for (int p = 0; p < pairs.count; p++) {
      springsBefore[p] = pairs.pair[PAIR * p + SPRING];
    }
  }

  /**
   * What tangential springs gave away: their force over the part of the sliding by which they were not stretched, and
   * all they held where contacts opened. Of that and the dashpots' share, sliding took the whole force over the same
   * path; the dashpots took the rest.
   */
  private void friction() {
    Contacts c = gouge.contacts();
    double kt = gouge.law().tangentialStiffness();
    for (int k = 0; k < c.count; k++) {
      int p = c.pair[k] / PAIR;
      double was = springsBefore[p];
      double is = c.spring[k];
      double slipped = timeStep * c.sliding[k] - (is - was);
      tangentialLoss += 0.5 * kt * (was + is) * slipped;
      friction -= c.tangentialForce[k] * slipped;
      springsBefore[p] = 0;
    }
    for (int p = 0; p < gouge.neighbours().pairs().count; p++) {
      tangentialLoss += 0.5 * kt * springsBefore[p] * springsBefore[p];
    }
  }

  private double kineticEnergy() {
    Disks disks = gouge.disks();
    double twice = 0;
    for (int n = 0; n < disks.free; n++) {
      double[] s = disks.state;
      int i = STATE * n;
      twice += disks.inertia[INERTIA * n + MASS] * (s[i + VX] * s[i + VX] + s[i + VY] * s[i + VY])
          + disks.inertia[INERTIA * n + MOMENT] * s[i + SPIN] * s[i + SPIN];
    }
    return 0.5 * twice + gouge.plate().kineticEnergy();
  }

  private double elasticEnergy() {
    Contacts c = gouge.contacts();
    double twice = 0;
    for (int k = 0; k < c.count; k++) {
      twice += gouge.law().normalStiffness() * c.overlap[k] * c.overlap[k]
          + gouge.law().tangentialStiffness() * c.spring[k] * c.spring[k];
    }
    return 0.5 * twice;
  }
}
