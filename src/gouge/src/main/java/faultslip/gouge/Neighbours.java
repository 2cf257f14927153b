package faultslip.gouge;

import static faultslip.gouge.Disks.STATE;
import static faultslip.gouge.Disks.X;
import static faultslip.gouge.Disks.Y;

import java.io.IOException;

/**
 * The list of pairs, made anew before any pair that is not on it can touch.
 *
 * <p>An unlisted pair was a skin apart when the list was made, so it cannot touch before one of the two has moved by
 * half a skin. No grain is faster than {@code √(2E/m)} of the lightest grain with all kinetic energy E, so a sum of
 * that velocity over the steps bounds every displacement, at the cost of one square root a step. Only where the sum
 * reaches what room there is are displacements measured; and the list is made anew if they are large, or the room made
 * smaller by them.
 */
final class Neighbours {
  /** Measured displacements, as a share of the skin, from which on the list is made anew; below one half. */
  private static final double WORN = 0.35;

  private final Disks disks;
  private final double length;
  private final double skin;
  private final NeighbourSearch search;
  private ContactPairs pairs;
  private ContactPairs spare;
  /** Where all disks were when the list was made: x and y of each. */
  private final double[] origin;
  /** Bound of all displacements since they were measured, and what it must not exceed. */
  private double moved;
  private double room;
  private long rebuilds;

  Neighbours(Disks disks, double length, double skin) {
    this.disks = disks;
    this.length = length;
    this.skin = skin;
    search = new NeighbourSearch(disks, length, skin);
    pairs = new ContactPairs(disks.count);
    spare = new ContactPairs(disks.count);
    origin = new double[2 * disks.count];
    rebuild();
  }

  ContactPairs pairs() {
    return pairs;
  }

  /** How often the list was made. */
  long rebuilds() {
    return rebuilds;
  }

  /**
   * To be called after every step, before forces.
   *
   * @param grainEnergy kinetic energy with which free grains moved in the step
   * @param plateSpeed bound of the top plate's
   * @param timeStep of the step
   */
  void update(double grainEnergy, double plateSpeed, double timeStep) {
    moved += timeStep * (Math.sqrt(2 * grainEnergy * disks.largestInverseMass) + plateSpeed);
    if (moved > room) {
      double displacement = largestDisplacement();
      if (displacement > WORN * skin) {
        rebuild();
      } else {
        room = 0.5 * skin - displacement;
      }
      moved = 0;
    }
  }

  void transfer(StateTransfer transfer) throws IOException {
    pairs.transfer(transfer);
    transfer.of(origin, origin.length);
    moved = transfer.of(moved);
    room = transfer.of(room);
    rebuilds = transfer.of(rebuilds);
  }

  private double largestDisplacement() {
    int topPlate = disks.free + disks.bottom; // one of its disks stands for all
    double largest = topPlate < disks.count ? squaredDisplacement(topPlate) : 0;
    for (int i = 0; i < disks.free; i++) {
      largest = Math.max(largest, squaredDisplacement(i));
    }
    return Math.sqrt(largest);
  }

  private double squaredDisplacement(int i) {
    double dx = disks.state[STATE * i + X] - origin[2 * i];
    double dy = disks.state[STATE * i + Y] - origin[2 * i + 1];
    return dx * dx + dy * dy;
  }

  private void rebuild() {
    rebuilds++;
    double[] s = disks.state;
    for (int i = 0; i < disks.free; i++) {
      s[STATE * i + X] -= length * Math.floor(s[STATE * i + X] / length);
    }
    search.find(spare, pairs);
    ContactPairs before = pairs;
    pairs = spare;
    spare = before;
    for (int i = 0; i < disks.count; i++) {
      origin[2 * i] = s[STATE * i + X];
      origin[2 * i + 1] = s[STATE * i + Y];
    }
    room = 0.5 * skin;
  }
}
