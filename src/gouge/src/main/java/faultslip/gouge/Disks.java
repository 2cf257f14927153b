package faultslip.gouge;

import faultslip.gouge.GougeParameters.Medium;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Position, motion and force of all disks: first the free grains, then the bottom plate's, then the top plate's.
 *
 * <p>What belongs to one disk lies side by side, in one line of the processor's cache: disk {@code i} has its state
 * from {@code STATE * i} on, its force from {@code FORCE * i} on, its inertia from {@code INERTIA * i} on.
 */
final class Disks implements Serializable {
  static final int STATE = 8;
  static final int X = 0;
  static final int Y = 1;
  static final int VX = 2;
  static final int VY = 3;
  static final int SPIN = 4;
  static final int RADIUS = 5;
  static final int ANGLE = 6;

  static final int FORCE = 4;
  static final int FX = 0;
  static final int FY = 1;
  static final int TORQUE = 2;

  static final int INERTIA = 4;
  static final int INVERSE_MASS = 0;
  static final int INVERSE_MOMENT = 1;
  static final int MASS = 2;
  static final int MOMENT = 3;

  final int free;
  final int bottom;
  final int count;
  final double[] state;
  final double[] force;
  final double[] inertia;
  final double largestRadius;
  final double largestInverseMass;

  Disks(Packing packing, boolean rolling) {
    List<Packing.Disk> disks =
        Stream.of(packing.grains(), packing.bottom(), packing.top()).flatMap(List::stream).toList();
    free = packing.grains().size();
    bottom = packing.bottom().size();
    count = disks.size();
    state = new double[STATE * count];
    force = new double[FORCE * count];
    inertia = new double[INERTIA * count];
    for (int i = 0; i < count; i++) {
      Packing.Disk disk = disks.get(i);
      state[STATE * i + X] = disk.x();
      state[STATE * i + Y] = disk.y();
      state[STATE * i + VX] = disk.vx();
      state[STATE * i + VY] = disk.vy();
      state[STATE * i + SPIN] = disk.spin();
      state[STATE * i + RADIUS] = disk.radius();
      if (i < free) {
        inertia[INERTIA * i + INVERSE_MASS] = 1 / disk.mass();
        inertia[INERTIA * i + INVERSE_MOMENT] = rolling ? 1 / disk.moment() : 0;
        inertia[INERTIA * i + MASS] = disk.mass();
        inertia[INERTIA * i + MOMENT] = disk.moment();
      }
    }
    largestRadius = disks.stream().mapToDouble(Packing.Disk::radius).max().orElse(0);
    largestInverseMass = packing.grains().stream().mapToDouble(disk -> 1 / disk.mass()).max().orElse(0);
  }

  /**
   * Moves the free grains by a time step of the leapfrog: velocities live half a step between positions. Uses up the
   * forces, which are 0 afterwards; returns the kinetic energy with which the grains moved.
   */
  double advance(double dt, Medium medium) {
    final double[] s = state;
    final double[] f = force;
    final double[] in = inertia;
    final int grains = free;
    final double keep = 1 - medium.viscosity() * dt;
    final double gx = dt * medium.accelerationX();
    final double gy = dt * medium.accelerationY();
    double twice = 0;
    for (int n = 0; n < grains; n++) {
      int i = STATE * n;
      int k = FORCE * n;
      int m = INERTIA * n;
      double vx = s[i + VX] * keep + dt * in[m + INVERSE_MASS] * f[k + FX] + gx;
      double vy = s[i + VY] * keep + dt * in[m + INVERSE_MASS] * f[k + FY] + gy;
      double spin = s[i + SPIN] * keep + dt * in[m + INVERSE_MOMENT] * f[k + TORQUE];
      s[i + VX] = vx;
      s[i + VY] = vy;
      s[i + SPIN] = spin;
      s[i + X] += dt * vx;
      s[i + Y] += dt * vy;
      s[i + ANGLE] += dt * spin;
      twice += in[m + MASS] * (vx * vx + vy * vy) + in[m + MOMENT] * spin * spin;
      f[k + FX] = 0;
      f[k + FY] = 0;
      f[k + TORQUE] = 0;
    }
    return 0.5 * twice;
  }

  /** Kinetic energy of the free grains, translation and rotation. */
  double kineticEnergy() {
    double twice = 0;
    for (int n = 0; n < free; n++) {
      int i = STATE * n;
      twice += inertia[INERTIA * n + MASS] * (state[i + VX] * state[i + VX] + state[i + VY] * state[i + VY])
          + inertia[INERTIA * n + MOMENT] * state[i + SPIN] * state[i + SPIN];
    }
    return 0.5 * twice;
  }

  /** Moves the disks of the top plate, given by their offsets from it. */
  void moveTop(TopPlate plate, double[] offsetX, double[] offsetY) {
    int i = STATE * (free + bottom);
    for (int k = 0; k < offsetX.length; k++, i += STATE) {
      state[i + X] = plate.x + offsetX[k];
      state[i + Y] = plate.y + offsetY[k];
      state[i + VX] = plate.vx;
      state[i + VY] = plate.vy;
    }
  }

  /** Takes the forces off the plates' disks, and gives their sum over the top plate to it. */
  void unloadPlates(TopPlate plate) {
    plate.forceX = 0;
    plate.forceY = 0;
    for (int k = FORCE * (free + bottom); k < FORCE * count; k += FORCE) {
      plate.forceX += force[k + FX];
      plate.forceY += force[k + FY];
    }
    Arrays.fill(force, FORCE * free, FORCE * count, 0);
  }
}
