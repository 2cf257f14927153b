package faultslip.gouge;

import faultslip.gouge.GougeParameters.Loading;
import java.io.Serializable;

/** The plate on top of the gouge: a rigid row of disks that is pressed down, and dragged or pulled by a spring. */
final class TopPlate implements Serializable {
  private final Disks disks;
  private final double length;
  private final Loading loading;
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

  TopPlate(Disks disks, Packing packing, double length, Loading loading) {
    this.disks = disks;
    this.length = length;
    this.loading = loading;
    offsetX = packing.top().stream().mapToDouble(Packing.Disk::x).toArray();
    offsetY = packing.top().stream().mapToDouble(Packing.Disk::y).toArray();
    y = packing.height();
    mass = loading.plateMass() * length;
    disks.moveTop(this, offsetX, offsetY);
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
    disks.moveTop(this, offsetX, offsetY);
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
}
