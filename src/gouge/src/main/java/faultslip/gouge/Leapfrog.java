package faultslip.gouge;

import static faultslip.gouge.Disks.ANGLE;
import static faultslip.gouge.Disks.FORCE;
import static faultslip.gouge.Disks.FX;
import static faultslip.gouge.Disks.FY;
import static faultslip.gouge.Disks.INERTIA;
import static faultslip.gouge.Disks.INVERSE_MASS;
import static faultslip.gouge.Disks.INVERSE_MOMENT;
import static faultslip.gouge.Disks.MASS;
import static faultslip.gouge.Disks.MOMENT;
import static faultslip.gouge.Disks.SPIN;
import static faultslip.gouge.Disks.STATE;
import static faultslip.gouge.Disks.TORQUE;
import static faultslip.gouge.Disks.VX;
import static faultslip.gouge.Disks.VY;
import static faultslip.gouge.Disks.X;
import static faultslip.gouge.Disks.Y;

/** Moves the free grains by a time step: velocities live half a step between positions. */
final class Leapfrog {
  private final double timeStep;
  private final double kept;
  private final double gainX;
  private final double gainY;

  Leapfrog(double timeStep, MediumParameters medium) {
    this.timeStep = timeStep;
    kept = 1 - medium.viscosity() * timeStep;
    gainX = timeStep * medium.accelerationX();
    gainY = timeStep * medium.accelerationY();
  }

  /** Uses up the forces, which are 0 afterwards; returns the kinetic energy with which the grains moved. */
  double advance(Disks disks) {
    final double[] s = disks.state;
    final double[] f = disks.force;
    final double[] inertia = disks.inertia;
    final int grains = disks.free;
    final double dt = timeStep;
    final double keep = kept;
    final double gx = gainX;
    final double gy = gainY;
    double twice = 0;
    for (int n = 0; n < grains; n++) {
      int i = STATE * n;
      int k = FORCE * n;
      int m = INERTIA * n;
      double vx = s[i + VX] * keep + dt * inertia[m + INVERSE_MASS] * f[k + FX] + gx;
      double vy = s[i + VY] * keep + dt * inertia[m + INVERSE_MASS] * f[k + FY] + gy;
      double spin = s[i + SPIN] * keep + dt * inertia[m + INVERSE_MOMENT] * f[k + TORQUE];
      s[i + VX] = vx;
      s[i + VY] = vy;
      s[i + SPIN] = spin;
      s[i + X] += dt * vx;
      s[i + Y] += dt * vy;
      s[i + ANGLE] += dt * spin;
      twice += inertia[m + MASS] * (vx * vx + vy * vy) + inertia[m + MOMENT] * spin * spin;
      f[k + FX] = 0;
      f[k + FY] = 0;
      f[k + TORQUE] = 0;
    }
    return 0.5 * twice;
  }
}
