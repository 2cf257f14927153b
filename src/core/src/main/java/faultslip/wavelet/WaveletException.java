package faultslip.wavelet;

import faultslip.FaultslipException;
import java.util.Locale;

/** A transform that cannot be done as asked: scales, lengths or wavelet orders out of range. */
public final class WaveletException extends FaultslipException {

  /** @param message one line: the value found, its unit, and the remedy */
  public WaveletException(String message) {
    super(message);
  }

  /** Refuses what does not hold, in a line formatted by its values. */
  static void require(boolean holds, String message, Object... values) {
    if (!holds) {
      throw new WaveletException(String.format(Locale.ROOT, message, values));
    }
  }
}
