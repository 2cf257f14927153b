package faultslip.gouge;

import static faultslip.gouge.ContactPairs.PAIR;
import static faultslip.gouge.ContactPairs.REACH;
import static faultslip.gouge.ContactPairs.REACH_SQUARED;
import static faultslip.gouge.ContactPairs.SHIFT;
import static faultslip.gouge.ContactPairs.SPRING;
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

/**
 * The pairs that touch, one quantity an array: gathered from the disks, put through the {@link ContactLaw}, and
 * scattered back as forces. Each array has a value for contacts 0 to {@code count}, exclusive.
 *
 * <p>Between steps it holds what the last forces came from, which instruments read.
 */
final class Contacts {
  private final Disks disks;
  int count;
  /** Where the pair of each contact begins, and the states of its two disks. */
  int[] pair = new int[0];
  int[] first;
  int[] second;
  /** From the first disk to the second. */
  double[] separationX;
  double[] separationY;
  double[] squaredDistance;
  double[] reach;
  /** Of the second disk's centre, seen from the first. */
  double[] velocityX;
  double[] velocityY;
  /** By which spins let the surfaces pass each other. */
  double[] surfaceVelocity;
  /** Extension of the tangential spring. */
  double[] spring;

  double[] normalX;
  double[] normalY;
  double[] overlap;
  /** Velocity of the second surface, seen from the first, along the normal, and along the tangent left of it. */
  double[] separating;
  double[] sliding;
  /** On the second disk, along the normal and along the tangent. */
  double[] normalForce;
  double[] tangentialForce;
  double[] forceX;
  double[] forceY;

  Contacts(Disks disks) {
    this.disks = disks;
  }

  void update(ContactPairs pairs, ContactLaw law) {
    if (pair.length < pairs.count) {
      allocate(pairs.count + pairs.count / 4);
    }
    gather(pairs);
    law.apply(this);
    scatter(pairs);
  }

  private void gather(ContactPairs pairs) {
    final double[] s = disks.state;
    final double[] p = pairs.pair;
    final int[] firsts = pairs.first;
    final int[] seconds = pairs.second;
    final int pairCount = pairs.count;
    int k = 0;
    for (int n = 0; n < pairCount; n++) {
      int i = firsts[n];
      int j = seconds[n];
      int q = PAIR * n;
      double dx = s[j + X] - s[i + X] + p[q + SHIFT];
      double dy = s[j + Y] - s[i + Y];
      double squared = dx * dx + dy * dy;
      if (squared >= p[q + REACH_SQUARED]) {
        p[q + SPRING] = 0;
        continue;
      }
      separationX[k] = dx;
      separationY[k] = dy;
      squaredDistance[k] = squared;
      reach[k] = p[q + REACH];
      velocityX[k] = s[j + VX] - s[i + VX];
      velocityY[k] = s[j + VY] - s[i + VY];
      surfaceVelocity[k] = s[i + RADIUS] * s[i + SPIN] + s[j + RADIUS] * s[j + SPIN];
      spring[k] = p[q + SPRING];
      pair[k] = q;
      first[k] = i;
      second[k] = j;
      k++;
    }
    count = k;
  }

  private void scatter(ContactPairs pairs) {
    final double[] s = disks.state;
    final double[] f = disks.force;
    final double[] p = pairs.pair;
    for (int k = 0; k < count; k++) {
      int i = first[k];
      int j = second[k];
      int fi = i / STATE * FORCE;
      int fj = j / STATE * FORCE;
      double fx = forceX[k];
      double fy = forceY[k];
      double t = tangentialForce[k];
      f[fi + FX] -= fx;
      f[fi + FY] -= fy;
      f[fi + TORQUE] -= s[i + RADIUS] * t;
      f[fj + FX] += fx;
      f[fj + FY] += fy;
      f[fj + TORQUE] -= s[j + RADIUS] * t;
      p[pair[k] + SPRING] = spring[k];
    }
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
    forceX = new double[room];
    forceY = new double[room];
  }
}
