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
    if (!(smallest > 0) || !(spacing > 0) || !Double.isFinite(smallest * spacing) || count < 2) {
      throw new WaveletException(("Scale grid of %d scales from %s s, %s octaves apart; "
          + "give a positive smallest scale and spacing and at least 2 scales.").formatted(count, smallest, spacing));
    }
  }

  /**
   * @param smallest first scale, in seconds
   * @param largest last scale, in seconds, above the first
   * @param count number of scales, at least 2
   * @throws WaveletException if a value is outside its range
   */
  public static ScaleGrid between(double smallest, double largest, int count) {
    double octaves = Math.log(largest / smallest) / Math.log(2);
    return new ScaleGrid(smallest, octaves / (count - 1), count);
  }

  /** Scale {@code j}, in seconds; 0 is the smallest. */
  public double scale(int j) {
    return smallest * Math.pow(2, j * spacing);
  }

  /** All scales, in seconds, ascending; a new array. */
  public double[] scales() {
    return IntStream.range(0, count).mapToDouble(this::scale).toArray();
  }
}
