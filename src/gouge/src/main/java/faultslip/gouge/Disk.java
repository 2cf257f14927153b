package faultslip.gouge;

/**
 * One disk of a packing as it is laid out.
 *
 * @param x position along the fault
 * @param y position across the fault
 * @param vx velocity along the fault
 * @param vy velocity across the fault
 * @param spin angular velocity, counter-clockwise
 * @param radius positive
 */
record Disk(double x, double y, double vx, double vy, double spin, double radius) {

  /** A disk at rest. */
  Disk(double x, double y, double radius) {
    this(x, y, 0, 0, 0, radius);
  }
}
