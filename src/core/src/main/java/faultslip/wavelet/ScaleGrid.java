package faultslip.wavelet;

import java.util.stream.IntStream;

/**
 * Scales in geometric progression, {@code smallest · 2^(j·spacing)}: Torrence &amp; Compo (1998), equation 9.
 *
 * @param smallest s0, in seconds, positive
 * @param spacing δj, octaves between scales, positive
 * @param count number of scales, at least 2
 */
public record ScaleGrid(double smallest, double spacing, int count) {

  /** @throws WaveletException if a value is outside its range */
  public ScaleGrid {
    if (!(smallest > 0) || !(spacing > 0) || count < 2 || !Double.isFinite(scale(smallest, spacing, count - 1))) {
      throw new WaveletException(("Scale grid of %d scales from %s s, %s octaves apart; "
          + "give a positive smallest scale and spacing, at least 2 scales, and a finite largest one.")
          .formatted(count, smallest, spacing));
    }
  }

  /**
   * A grid from its two ends, scales in seconds, the largest above the smallest; at least 2 of them. A
   * {@link WaveletException} if a value is outside its range.
   */
  public static ScaleGrid between(double smallest, double largest, int count) {
    double octaves = StrictMath.log(largest / smallest) / StrictMath.log(2);
    if (!(smallest > 0) || !(largest > smallest)) {
      throw new WaveletException("Scale grid from %s s to %s s; give a positive smallest scale and a larger largest."
          .formatted(smallest, largest));
    }
    return new ScaleGrid(smallest, octaves / (count - 1), count);
  }

  /** Scale {@code j}, in seconds; 0 is the smallest. */
  public double scale(int j) {
    return scale(smallest, spacing, j);
  }

  private static double scale(double smallest, double spacing, int j) {
    return smallest * StrictMath.pow(2, j * spacing); // the same bits on every platform
  }

  /** All scales, in seconds, ascending; a new array. */
  public double[] scales() {
    return IntStream.range(0, count).mapToDouble(this::scale).toArray();
  }
}
