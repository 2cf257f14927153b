package faultslip.series;

/**
 * A clock that bursts of emission set: how far the fault has come in its cycle, told by the emission so far alone. A
 * burst begins where the emission comes to a level, and the next one can begin once it has been quiet.
 *
 * @param level at which a burst begins, in the emission's unit
 * @param quiet below which it has ended, in that unit; not above the level
 */
public record BurstClock(double level, double quiet) {
  /** No cycle is taken for longer than this many mean ones. */
  private static final double LATEST = 2;
  private static final double UNKNOWN = 0.5;

  /** @throws SeriesException if a level is not a number, or a burst could end at a higher one than it begins */
  public BurstClock {
    if (!(level >= quiet)) {
      throw new SeriesException("Bursts begin at %s and end below %s; give numbers, the first not below the second."
          .formatted(level, quiet));
    }
  }

  /** These levels, given in deviations from a mean, in the unit that those have. */
  public BurstClock inUnitOf(Standardisation emission) {
    double[] levels = emission.invert(new double[] {level, quiet});
    return new BurstClock(levels[0], levels[1]);
  }

  /**
   * The time since the last burst over the mean time from burst to burst so far.
   *
   * @return for each sample 0 to 2, on which later samples have no influence; 0.5 before the second burst
   */
  public double[] phases(double[] emission) {
    double[] phases = new double[emission.length];
    int first = 0;
    int last = 0;
    int bursts = 0;
    boolean wasQuiet = true;
    for (int n = 0; n < emission.length; n++) {
      if (wasQuiet && emission[n] >= level) {
        first = bursts == 0 ? n : first;
        last = n;
        bursts++;
        wasQuiet = false;
      } else if (emission[n] < quiet) {
        wasQuiet = true;
      }
      phases[n] = bursts < 2 ? UNKNOWN : Math.min(LATEST, (n - last) * (bursts - 1.0) / (last - first));
    }
    return phases;
  }
}
