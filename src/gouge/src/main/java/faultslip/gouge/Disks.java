package faultslip.gouge;

import java.io.IOException;
import java.util.List;

/**
 * Position, motion and force of all disks: first the free grains, then the disks of the bottom plate, then those of the
 * top plate.
 *
 * <p>What belongs to one disk lies side by side, so that a contact finds it in one line of the processor's cache: disk
 * {@code i} has its state from {@code STATE * i} on, its force from {@code FORCE * i} on, its inertia from
 * {@code INERTIA * i} on.
 */
final class Disks {
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
    free = packing.grains().size();
    bottom = packing.bottom().size();
    count = free + bottom + packing.top().size();
    state = new double[STATE * count];
    force = new double[FORCE * count];
    inertia = new double[INERTIA * count];
    place(packing.grains(), 0);
    place(packing.bottom(), free);
    place(packing.top(), free + bottom);
    double largest = 0;
    double lightest = 0;
    for (int i = 0; i < count; i++) {
      double radius = state[STATE * i + RADIUS];
      largest = Math.max(largest, radius);
      if (i < free) {
        double mass = 4 * radius * radius;
        double moment = 0.5 * mass * radius * radius;
        inertia[INERTIA * i + INVERSE_MASS] = 1 / mass;
        inertia[INERTIA * i + INVERSE_MOMENT] = rolling ? 1 / moment : 0;
        inertia[INERTIA * i + MASS] = mass;
        inertia[INERTIA * i + MOMENT] = moment;
        lightest = Math.max(lightest, 1 / mass);
      }
    }
    largestRadius = largest;
    largestInverseMass = lightest;
  }

  private void place(List<Disk> disks, int from) {
    for (int k = 0; k < disks.size(); k++) {
      Disk disk = disks.get(k);
      int i = STATE * (from + k);
      state[i + X] = disk.x();
      state[i + Y] = disk.y();
      state[i + VX] = disk.vx();
      state[i + VY] = disk.vy();
      state[i + SPIN] = disk.spin();
      state[i + RADIUS] = disk.radius();
    }
  }

  /** What a checkpoint holds: radii and inertia come from the packing. */
  void transfer(StateTransfer transfer) throws IOException {
    transfer.of(state, state.length);
    transfer.of(force, force.length);
  }
}
