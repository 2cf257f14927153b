package faultslip.gouge;

import static faultslip.gouge.Disks.FORCE;
import static faultslip.gouge.Disks.FX;
import static faultslip.gouge.Disks.FY;
import static faultslip.gouge.Disks.STATE;
import static faultslip.gouge.Disks.TORQUE;
import static faultslip.gouge.Disks.VX;
import static faultslip.gouge.Disks.VY;
import static faultslip.gouge.Disks.X;
import static faultslip.gouge.Disks.Y;

import java.io.IOException;
import java.util.List;

/**
 * The plate on top of the gouge: a rigid row of disks that is pressed down, and either dragged or pulled by a spring.
 */
final class TopPlate {
  private final Disks disks;
  private final double length;
  private final LoadingParameters loading;
  private final double[] offsetX;
  private final double[] offsetY;

  /** Displacement along the fault, height, and velocities. */
  double x;
  double y;
  /** Where it was when the spring was hung on it. */
  double start;
  double vx;
  double vy;
  /** Force of the grains. */
  double forceX;
  double forceY;
  double mass;
  /** Normal stress that presses it down. */
  double normalStress;
  /** Position of the spring's far end, and the force with which the spring pulls. */
  double loadPoint;
  double springForce;

  TopPlate(Disks disks, Packing packing, double length, LoadingParameters loading) {
    this.disks = disks;
    this.length = length;
    this.loading = loading;
    List<Disk> row = packing.top();
    offsetX = row.stream().mapToDouble(Disk::x).toArray();
    offsetY = row.stream().mapToDouble(Disk::y).toArray();
    y = packing.height();
    mass = loading.plateMass() * length;
    place();
  }

  /** Moves on at a given velocity along the fault, whatever that takes. */
  void drag(double velocity, double timeStep) {
    vx = velocity;
    x += timeStep * velocity;
    press(timeStep);
  }

  /** Moves on as the spring and the grains pull. */
  void pull(double timeStep) {
    loadPoint += loading.velocity() * timeStep;
    vx += timeStep * (springForce + forceX - loading.plateDrag() * length * vx) / mass;
    x += timeStep * vx;
    springForce = loading.springStiffness() * length * (loadPoint - x);
    press(timeStep);
  }

  private void press(double timeStep) {
    vy += timeStep * (forceY - normalStress * length - loading.normalDrag() * length * vy) / mass;
    y += timeStep * vy;
    place();
  }

  /** Brings the plate to rest, and the spring to a stress. */
  void hang(double shearStress) {
    vx = 0;
    start = x;
    loadPoint = x + shearStress / loading.springStiffness();
    springForce = loading.springStiffness() * length * (loadPoint - x);
  }

  double kineticEnergy() {
    return 0.5 * mass * (vx * vx + vy * vy);
  }

  double springEnergy() {
    return 0.5 * springForce * (loadPoint - x);
  }

  void transfer(StateTransfer transfer) throws IOException {
    x = transfer.of(x);
    y = transfer.of(y);
    start = transfer.of(start);
    vx = transfer.of(vx);
    vy = transfer.of(vy);
    forceX = transfer.of(forceX);
    forceY = transfer.of(forceY);
    mass = transfer.of(mass);
    normalStress = transfer.of(normalStress);
    loadPoint = transfer.of(loadPoint);
    springForce = transfer.of(springForce);
  }

  private void place() {
    double[] s = disks.state;
    int i = STATE * (disks.free + disks.bottom);
    for (int k = 0; k < offsetX.length; k++, i += STATE) {
      s[i + X] = x + offsetX[k];
      s[i + Y] = y + offsetY[k];
      s[i + VX] = vx;
      s[i + VY] = vy;
    }
  }

  /** Takes the forces off the plates' disks. */
  void collectForces() {
    double[] f = disks.force;
    double sumX = 0;
    double sumY = 0;
    for (int n = disks.free; n < disks.count; n++) {
      int k = FORCE * n;
      if (n >= disks.free + disks.bottom) {
        sumX += f[k + FX];
        sumY += f[k + FY];
      }
      f[k + FX] = 0;
      f[k + FY] = 0;
      f[k + TORQUE] = 0;
    }
    forceX = sumX;
    forceY = sumY;
  }
}
