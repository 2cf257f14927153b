package faultslip.gouge;

import static faultslip.gouge.Disks.RADIUS;
import static faultslip.gouge.Disks.STATE;
import static faultslip.gouge.Disks.X;
import static faultslip.gouge.Disks.Y;

import java.util.Arrays;

/** Finds all pairs of disks closer than touching plus a skin, by a grid of cells no smaller than that. */
final class NeighbourSearch {
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

  NeighbourSearch(Disks disks, double length, double skin) {
    this.disks = disks;
    this.length = length;
    this.skin = skin;
    cellSize = 2 * disks.largestRadius + skin;
    columns = Math.max(3, (int) (length / cellSize));
    column = new int[disks.count];
    row = new int[disks.count];
    next = new int[disks.count];
  }

  /** Fills {@code pairs}, whose springs are taken over from the list before. */
  void find(ContactPairs pairs, ContactPairs before) {
    sortIntoCells();
    pairs.clear();
    for (int i = 0; i < disks.count; i++) {
      pairs.start[i] = pairs.count;
      if (i < disks.free) { // plates do not touch each other, nor themselves
        listNeighbours(i, pairs, before);
      }
    }
    pairs.start[disks.count] = pairs.count;
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

  private void listNeighbours(int i, ContactPairs pairs, ContactPairs before) {
    for (int r = Math.max(0, row[i] - 1); r <= Math.min(rows - 1, row[i] + 1); r++) {
      for (int side = -1; side <= 1; side++) {
        int c = (column[i] + side + columns) % columns;
        for (int j = head[r * columns + c]; j >= 0; j = next[j]) {
          if (j > i) {
            addIfNear(i, j, pairs, before);
          }
        }
      }
    }
  }

  private void addIfNear(int i, int j, ContactPairs pairs, ContactPairs before) {
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
      pairs.add(a, b, shift, before.spring(i, b), reach);
    }
  }
}
