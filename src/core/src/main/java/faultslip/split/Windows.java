package faultslip.split;

import java.util.stream.IntStream;

/**
 * Windows that slide over one segment and never leave it.
 *
 * @param width samples a window, at least 1
 * @param step samples from one window's start to the next's, at least 1
 */
public record Windows(int width, int step) {

  /** @throws SplitException if the width or step is below 1 */
  public Windows {
    if (width < 1 || step < 1) {
      throw new SplitException("Windows of %d samples every %d; give at least 1 for both.".formatted(width, step));
    }
  }

  /**
   * First samples of the windows over a segment, ascending. The last window ends with the segment, so that with steps
   * up to the width every sample lies in a window.
   *
   * @param length samples in the segment
   * @throws SplitException if the segment is shorter than a window
   */
  public int[] starts(int length) {
    if (length < width) {
      throw new SplitException(("Segment of %d samples is shorter than a window of %d; give a longer recording or "
          + "smaller windows.").formatted(length, width));
    }
    int last = length - width;
    int regular = last / step + 1;
    boolean flush = last % step == 0;
    return IntStream.concat(IntStream.range(0, regular).map(i -> i * step),
        flush ? IntStream.empty() : IntStream.of(last)).toArray();
  }
}
