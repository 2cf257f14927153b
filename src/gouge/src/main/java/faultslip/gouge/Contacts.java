package faultslip.gouge;

import static faultslip.gouge.Disks.FORCE;
import static faultslip.gouge.Disks.FX;
import static faultslip.gouge.Disks.FY;
import static faultslip.gouge.Disks.RADIUS;
import static faultslip.gouge.Disks.SPIN;
import static faultslip.gouge.Disks.STATE;
import static faultslip.gouge.Disks.TORQUE;
import static faultslip.gouge.Disks.VX;
import static faultslip.gouge.Disks.VY;
import static faultslip.gouge.Disks.X;
import static faultslip.gouge.Disks.Y;

import faultslip.gouge.GougeParameters.ContactLaw;
import java.io.Serializable;

/**
 * The pairs that touch, one quantity an array: gathered from the disks, put through the law of a contact, and scattered
 * back as forces. Each array has a value for contacts 0 to {@code count}, exclusive. Between steps it holds what the
 * last forces came from, which instruments read.
 *
 * <p>Each method of the law is one line of it in one loop without branches over plain arrays, which the just-in-time
 * compiler turns into vector instructions. The minimum and maximum of two numbers are written by absolute values for
 * that reason: {@code max(a, 0) = (a + |a|) / 2}, and a clamped to ±b is {@code (|a + b| − |a − b|) / 2}. Every
 * operation is one of IEEE 754, so results are the same with and without vectors.
 */
final class Contacts implements Serializable {
  private final Disks disks;
  private final double timeStep;
  final double normalStiffness;
  final double tangentialStiffness;
  private final double normalDamping;
  private final double tangentialDamping;
  private final double dynamicFriction;
  private final double weakening;
  private final double inverseWeakeningVelocity;

  int count;
  /** The pair of each contact, and where the states of its two disks begin. */
  int[] pair = new int[0];
  int[] first;
  int[] second;
  /** From the first disk to the second. */
  private double[] separationX;
  private double[] separationY;
  private double[] squaredDistance;
  private double[] reach;
  /** Of the second disk's centre, seen from the first. */
  private double[] velocityX;
  private double[] velocityY;
  /** By which spins let the surfaces pass each other. */
  private double[] surfaceVelocity;
  /** Extension of the tangential spring. */
  double[] spring;

  double[] normalX;
  double[] normalY;
  double[] overlap;
  /** Velocity of the second surface, seen from the first, along the normal, and along the tangent left of it. */
  private double[] separating;
  double[] sliding;
  /** On the second disk, along the normal and along the tangent. */
  double[] normalForce;
  double[] tangentialForce;

  Contacts(Disks disks, ContactLaw law, double timeStep) {
    this.disks = disks;
    this.timeStep = timeStep;
    normalStiffness = law.stiffness();
    tangentialStiffness = law.tangentialStiffness() * normalStiffness;
    // Two grains of mass 1 have the reduced mass 0.5.
    normalDamping = 2 * law.damping() * Math.sqrt(normalStiffness * 0.5);
    tangentialDamping = law.tangentialDamping() * normalDamping;
    dynamicFriction = law.dynamicFriction();
    weakening = law.staticFriction() - dynamicFriction;
    inverseWeakeningVelocity = 1 / law.weakeningVelocity();
  }

  /** Exerts the forces of all pairs that touch, and brings their springs forward by a time step. */
  void update(Neighbours.Pairs pairs) {
    if (pair.length < pairs.count) {
      allocate(pairs.count + pairs.count / 4);
    }
    gather(pairs);
    normals(count, separationX, separationY, squaredDistance, reach, normalX, normalY, overlap);
    velocities(count, normalX, normalY, velocityX, velocityY, surfaceVelocity, separating, sliding);
    normalForces(count, overlap, separating, normalForce);
    tangentialForces(count, normalForce, sliding, spring, tangentialForce);
    springs(count, tangentialForce, sliding, spring);
    scatter(pairs);
  }

  private void gather(Neighbours.Pairs pairs) {
    final double[] s = disks.state;
    final int[] firsts = pairs.first;
    final int[] seconds = pairs.second;
    final double[] shifts = pairs.shift;
    final double[] reaches = pairs.reach;
    final double[] springs = pairs.spring;
    final int pairCount = pairs.count;
    int k = 0;
    for (int p = 0; p < pairCount; p++) {
      int i = firsts[p];
      int j = seconds[p];
      double dx = s[j + X] - s[i + X] + shifts[p];
      double dy = s[j + Y] - s[i + Y];
      double squared = dx * dx + dy * dy;
      double touching = reaches[p];
      if (squared >= touching * touching) {
        springs[p] = 0;
        continue;
      }
      separationX[k] = dx;
      separationY[k] = dy;
      squaredDistance[k] = squared;
      reach[k] = touching;
      velocityX[k] = s[j + VX] - s[i + VX];
      velocityY[k] = s[j + VY] - s[i + VY];
      surfaceVelocity[k] = s[i + RADIUS] * s[i + SPIN] + s[j + RADIUS] * s[j + SPIN];
      spring[k] = springs[p];
      pair[k] = p;
      first[k] = i;
      second[k] = j;
      k++;
    }
    count = k;
  }

  private static void normals(int count, double[] dx, double[] dy, double[] squaredDistance, double[] reach,
      double[] nx, double[] ny, double[] overlap) {
    for (int k = 0; k < count; k++) {
      double distance = Math.sqrt(squaredDistance[k]);
      double inverse = 1 / distance;
      nx[k] = dx[k] * inverse;
      ny[k] = dy[k] * inverse;
      overlap[k] = reach[k] - distance;
    }
  }

  private static void velocities(int count, double[] nx, double[] ny, double[] vx, double[] vy, double[] surface,
      double[] separating, double[] sliding) {
    for (int k = 0; k < count; k++) {
      double x = nx[k];
      double y = ny[k];
      double u = vx[k];
      double v = vy[k];
      separating[k] = u * x + v * y;
      sliding[k] = v * x - u * y - surface[k];
    }
  }

  private void normalForces(int count, double[] overlap, double[] separating, double[] force) {
    double stiffness = normalStiffness;
    double damping = normalDamping;
    for (int k = 0; k < count; k++) {
      double push = stiffness * overlap[k] - damping * separating[k];
      force[k] = 0.5 * (push + Math.abs(push)); // never a pull
    }
  }

  private void tangentialForces(int count, double[] normalForce, double[] sliding, double[] spring, double[] force) {
    double stiffness = tangentialStiffness;
    double damping = tangentialDamping;
    double slow = dynamicFriction;
    double loss = weakening;
    double scale = inverseWeakeningVelocity;
    double dt = timeStep;
    for (int k = 0; k < count; k++) {
      double v = sliding[k];
      double held = -stiffness * (spring[k] + v * dt) - damping * v;
      double limit = normalForce[k] * (slow + loss / (1 + Math.abs(v) * scale));
      force[k] = 0.5 * (Math.abs(held + limit) - Math.abs(held - limit)); // Coulomb: at most the limit, either way
    }
  }

  /** Springs as the forces leave them: where the contact slid, no longer than the force borne can stretch them. */
  private void springs(int count, double[] tangentialForce, double[] sliding, double[] spring) {
    double damping = tangentialDamping;
    double compliance = -1 / tangentialStiffness;
    for (int k = 0; k < count; k++) {
      spring[k] = (tangentialForce[k] + damping * sliding[k]) * compliance;
    }
  }

  private void scatter(Neighbours.Pairs pairs) {
    final double[] s = disks.state;
    final double[] f = disks.force;
    for (int k = 0; k < count; k++) {
      int i = first[k];
      int j = second[k];
      int fi = i / STATE * FORCE;
      int fj = j / STATE * FORCE;
      double n = normalForce[k];
      double t = tangentialForce[k];
      double x = normalX[k];
      double y = normalY[k];
      double fx = n * x - t * y;
      double fy = n * y + t * x;
      f[fi + FX] -= fx;
      f[fi + FY] -= fy;
      f[fi + TORQUE] -= s[i + RADIUS] * t;
      f[fj + FX] += fx;
      f[fj + FY] += fy;
      f[fj + TORQUE] -= s[j + RADIUS] * t;
      pairs.spring[pair[k]] = spring[k];
    }
  }

  /** Energy in the springs, normal and tangential. */
  double elasticEnergy() {
    double twice = 0;
    for (int k = 0; k < count; k++) {
      twice += normalStiffness * overlap[k] * overlap[k] + tangentialStiffness * spring[k] * spring[k];
    }
    return 0.5 * twice;
  }

  private void allocate(int room) {
    pair = new int[room];
    first = new int[room];
    second = new int[room];
    separationX = new double[room];
    separationY = new double[room];
    squaredDistance = new double[room];
    reach = new double[room];
    velocityX = new double[room];
    velocityY = new double[room];
    surfaceVelocity = new double[room];
    spring = new double[room];
    normalX = new double[room];
    normalY = new double[room];
    overlap = new double[room];
    separating = new double[room];
    sliding = new double[room];
    normalForce = new double[room];
    tangentialForce = new double[room];
  }
}
