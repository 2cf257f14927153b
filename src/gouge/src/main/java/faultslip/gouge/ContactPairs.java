package faultslip.gouge;

import java.io.IOException;
import java.util.Arrays;

/**
 * Pairs of disks near enough to touch before the list is made anew, in the order of their first disks, and what a pair
 * remembers. The order is part of the state: sums of forces are taken in it.
 */
final class ContactPairs {
  /** What one pair holds, side by side. */
  static final int PAIR = 4;
  /** Added to x of the second disk to have it beside the first: a multiple of the fault's length. */
  static final int SHIFT = 0;
  /** Extension of the tangential spring; 0 while the disks do not touch. */
  static final int SPRING = 1;
  /** Sum of the radii, and its square. */
  static final int REACH = 2;
  static final int REACH_SQUARED = 3;

  int count;
  /** Where the states of the first and the second disk of each pair begin. */
  int[] first;
  int[] second;
  double[] pair;
  /** Pairs of first disk {@code i} are {@code start[i]} to {@code start[i + 1]}, exclusive. */
  final int[] start;

  ContactPairs(int disks) {
    int room = 4 * disks + 16;
    first = new int[room];
    second = new int[room];
    pair = new double[PAIR * room];
    start = new int[disks + 1];
  }

  void clear() {
    count = 0;
  }

  void add(int firstState, int secondState, double shift, double spring, double reach) {
    if (count == first.length) {
      makeRoom(count + count / 2 + 1);
    }
    first[count] = firstState;
    second[count] = secondState;
    int p = PAIR * count;
    pair[p + SHIFT] = shift;
    pair[p + SPRING] = spring;
    pair[p + REACH] = reach;
    pair[p + REACH_SQUARED] = reach * reach;
    count++;
  }

  private void makeRoom(int pairs) {
    first = Arrays.copyOf(first, pairs);
    second = Arrays.copyOf(second, pairs);
    pair = Arrays.copyOf(pair, PAIR * pairs);
  }

  void transfer(StateTransfer transfer) throws IOException {
    count = transfer.of(count);
    if (count > first.length) {
      makeRoom(count);
    }
    transfer.of(first, count);
    transfer.of(second, count);
    transfer.of(pair, PAIR * count);
    transfer.of(start, start.length);
  }

  /** Extension of the spring between two disks; 0 for a pair that is not listed. */
  double spring(int disk, int secondState) {
    for (int p = start[disk]; p < start[disk + 1]; p++) {
      if (second[p] == secondState) {
        return pair[PAIR * p + SPRING];
      }
    }
    return 0;
  }
}
