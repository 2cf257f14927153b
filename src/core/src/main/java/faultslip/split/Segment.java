package faultslip.split;

/**
 * A stretch of a recording: samples {@code from} (inclusive) to {@code to} (exclusive).
 *
 * @param from first sample, at least 0
 * @param to one past the last sample, above {@code from}
 */
public record Segment(int from, int to) {

  /** @throws SplitException if the segment is empty or starts before 0 */
  public Segment {
    if (from < 0 || to <= from) {
      throw new SplitException("Segment of samples %d to %d is empty; give a longer recording or other fractions."
          .formatted(from, to));
    }
  }

  /** Number of samples. */
  public int length() {
    return to - from;
  }
}
