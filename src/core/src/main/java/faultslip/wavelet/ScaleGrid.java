package faultslip.wavelet;

import java.util.stream.IntStream;

/**
 * Scales in geometric progression, {@code smallest · 2^(j·spacing)}: Torrence &amp; Compo (1998), equation 9. At least
 * 2; the smallest, s0, in seconds, and their spacing, δj, in octaves, are positive.
 */
public record ScaleGrid(double smallest, double spacing, int count) {

  /** @throws WaveletException if a value is outside its range */
  public ScaleGrid {
    WaveletException.require(
        smallest > 0 && spacing > 0 && count >= 2 && Double.isFinite(scale(smallest, spacing, count - 1)),
        "Scale grid of %d scales from %s s, %s octaves apart; give a positive smallest scale and spacing, at least 2 "
            + "scales, and a finite largest one.", count, smallest, spacing);
  }

  /** From a scale to a larger one, in seconds, at least 2 scales; a {@link WaveletException} if out of range. */
  public static ScaleGrid between(double smallest, double largest, int count) {
    double octaves = StrictMath.log(largest / smallest) / StrictMath.log(2);
    WaveletException.require(smallest > 0 && largest > smallest,
        "Scale grid from %s s to %s s; give a positive smallest scale and a larger largest.", smallest, largest);
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
