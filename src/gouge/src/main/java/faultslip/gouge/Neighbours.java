package faultslip.gouge;

import static faultslip.gouge.Disks.RADIUS;
import static faultslip.gouge.Disks.STATE;
import static faultslip.gouge.Disks.X;
import static faultslip.gouge.Disks.Y;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The list of pairs near enough to touch soon, made anew before any pair that is not on it can touch. Pairs are found
 * by a grid of cells no smaller than the largest disk and the skin.
 *
 * <p>An unlisted pair was a skin apart when the list was made, so it cannot touch before one of the two has moved by
 * half a skin. No grain is faster than {@code √(2E/m)} of the lightest grain with all kinetic energy E, so a sum of
 * that velocity over the steps bounds every displacement, for one square root a step. Only where the sum reaches what
 * room there is are displacements measured; if they are large the list is made anew, else the room made smaller.
 */
final class Neighbours implements Serializable {
  /** Measured displacements, as a share of the skin, from which on the list is made anew; below one half. */
  private static final double WORN = 0.35;

  /** Pairs and what they remember, in the order of first disks: part of the state, for forces are summed in it. */
  static final class Pairs implements Serializable {
    int count;
    /** Where the states of the first and the second disk of each pair begin. */
    int[] first = {};
    int[] second = {};
    /** Added to x of the second disk to have it beside the first: a multiple of the fault's length. */
    double[] shift = {};
    /** Extension of the tangential spring; 0 while the disks do not touch. */
    double[] spring = {};
    /** Sum of the radii. */
    double[] reach = {};
    /** Pairs of first disk {@code i} are {@code start[i]} to {@code start[i + 1]}, exclusive. */
    final int[] start;

    Pairs(int disks) {
      start = new int[disks + 1];
      makeRoom(4 * disks + 16);
    }

    private void makeRoom(int room) {
      first = Arrays.copyOf(first, room);
      second = Arrays.copyOf(second, room);
      shift = Arrays.copyOf(shift, room);
      spring = Arrays.copyOf(spring, room);
      reach = Arrays.copyOf(reach, room);
    }

    /** Extension of the spring between two disks; 0 for a pair that is not listed. */
    double spring(int disk, int secondState) {
      for (int p = start[disk]; p < start[disk + 1]; p++) {
        if (second[p] == secondState) {
          return spring[p];
        }
      }
      return 0;
    }
  }

  private final Disks disks;
  private final double length;
  private final double skin;
  private final double cellSize;
  private final int columns;
  private final int[] column;
  private final int[] row;
  private final int[] next;
  private int[] head = new int[0];
  private int rows;
  Pairs pairs;
  /** Where all disks were when the list was made: x and y of each. */
  private final double[] origin;
  /** Bound of all displacements since they were measured, and what it must not exceed. */
  private double moved;
  private double room;
  /** How often the list was made. */
  long rebuilds;

  Neighbours(Disks disks, double length, double skin) {
    this.disks = disks;
    this.length = length;
    this.skin = skin;
    cellSize = 2 * disks.largestRadius + skin;
    columns = Math.max(3, (int) (length / cellSize));
    column = new int[disks.count];
    row = new int[disks.count];
    next = new int[disks.count];
    pairs = new Pairs(disks.count);
    origin = new double[2 * disks.count];
    rebuild();
  }

  /** After each step, before forces: told the free grains' kinetic energy in it, and a bound of the plate's speed. */
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
    pairs = find();
    for (int i = 0; i < disks.count; i++) {
      origin[2 * i] = s[STATE * i + X];
      origin[2 * i + 1] = s[STATE * i + Y];
    }
    room = 0.5 * skin;
  }

  /** All pairs of disks closer than touching plus a skin; their springs are taken over from the list as it is. */
  Pairs find() {
    sortIntoCells();
    Pairs found = new Pairs(disks.count);
    for (int i = 0; i < disks.count; i++) {
      found.start[i] = found.count;
      if (i < disks.free) { // plates do not touch each other, nor themselves
        listNeighbours(i, found);
      }
    }
    found.start[disks.count] = found.count;
    return found;
  }

  private void sortIntoCells() {
    double[] s = disks.state;
    double lowest = Double.MAX_VALUE;
    double highest = -Double.MAX_VALUE;
    for (int i = 0; i < disks.count; i++) {
      lowest = Math.min(lowest, s[STATE * i + Y]);
      highest = Math.max(highest, s[STATE * i + Y]);
    }
    rows = (int) ((highest - lowest) / cellSize) + 1;
    if (head.length < rows * columns) {
      head = new int[rows * columns];
    }
    Arrays.fill(head, -1);
    double width = length / columns;
    for (int i = disks.count - 1; i >= 0; i--) {
      double x = s[STATE * i + X];
      x -= length * Math.floor(x / length);
      column[i] = Math.min(columns - 1, (int) (x / width));
      row[i] = Math.min(rows - 1, (int) ((s[STATE * i + Y] - lowest) / cellSize));
      int cell = row[i] * columns + column[i];
      next[i] = head[cell];
      head[cell] = i;
    }
  }

  private void listNeighbours(int i, Pairs found) {
    for (int r = Math.max(0, row[i] - 1); r <= Math.min(rows - 1, row[i] + 1); r++) {
      for (int side = -1; side <= 1; side++) {
        int c = (column[i] + side + columns) % columns;
        for (int j = head[r * columns + c]; j >= 0; j = next[j]) {
          if (j > i) {
            addIfNear(i, j, found);
          }
        }
      }
    }
  }

  private void addIfNear(int i, int j, Pairs found) {
    double[] s = disks.state;
    int a = STATE * i;
    int b = STATE * j;
    double dx = s[b + X] - s[a + X];
    double shift = -length * Math.rint(dx / length);
    dx += shift;
    double dy = s[b + Y] - s[a + Y];
    double reach = s[a + RADIUS] + s[b + RADIUS];
    double near = reach + skin;
    if (dx * dx + dy * dy < near * near) {
      int p = found.count++;
      if (p == found.first.length) {
        found.makeRoom(p + p / 2 + 1);
      }
      found.first[p] = a;
      found.second[p] = b;
      found.shift[p] = shift;
      found.spring[p] = pairs.spring(i, b);
      found.reach[p] = reach;
    }
  }
}
