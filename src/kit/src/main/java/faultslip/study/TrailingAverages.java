package faultslip.study;

import java.util.Arrays;
import java.util.Optional;

/**
 * Averages over what an instrument has just seen, as samples come: of so many samples, one every so many. Beside each
 * other those of several series.
 */
public final class TrailingAverages {
  private final int width;
  private final int step;
  private final double[][] seen;
  private int count;

  /**
   * @param series how many there are, at least 1
   * @param width samples of an average, at least 1
   * @param step samples from one average to the next, at least 1
   * @throws StudyException if a number is below 1
   */
  public TrailingAverages(int series, int width, int step) {
    if (series < 1 || width < 1 || step < 1) {
      throw new StudyException("Averages of %d samples every %d, of %d series; give at least 1 of each."
          .formatted(width, step, series));
    }
    this.width = width;
    this.step = step;
    this.seen = new double[series][width];
  }

  /** Takes a sample, a value a series; the averages of the last ones, where they are due, in a new array. */
  public Optional<double[]> add(double... sample) {
    if (count >= 0) {
      for (int i = 0; i < seen.length; i++) {
        seen[i][count] = sample[i];
      }
    }
    count++;
    if (count < width) {
      return Optional.empty();
    }
    double[] means = Arrays.stream(seen).mapToDouble(values -> Arrays.stream(values).sum() / width).toArray();
    int kept = Math.max(0, width - step);
    for (double[] values : seen) {
      System.arraycopy(values, width - kept, values, 0, kept);
    }
    count = width - step; // Below 0 where samples between two averages are in neither.
    return Optional.of(means);
  }

  /**
   * Samples that are to be averaged with those to come, a row a series, and how many of those to come are passed over
   * first.
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
  public record State(double[][] seen, int skipped) {}

  /** What has to be kept to {@linkplain #goOn go on}. */
  public State state() {
    return new State(Arrays.stream(seen).map(values -> Arrays.copyOf(values, Math.max(0, count)))
        .toArray(double[][]::new), Math.max(0, -count));
  }

  /** Goes on from a state; a {@link StudyException} if it is of other averages. */
  public void goOn(State state) {
    int kept = state.seen.length == seen.length ? state.seen[0].length : width;
    if (kept >= width || (kept > 0 && state.skipped > 0) || state.skipped < 0
        || Arrays.stream(state.seen).anyMatch(values -> values.length != kept)) {
      throw new StudyException("What was kept to go on from is not of averages of %d samples; begin anew."
          .formatted(width));
    }
    for (int i = 0; i < seen.length; i++) {
      System.arraycopy(state.seen[i], 0, seen[i], 0, kept);
    }
    count = kept - state.skipped;
  }
}
