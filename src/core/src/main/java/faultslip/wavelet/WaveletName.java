package faultslip.wavelet;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** How wavelets are named in files: a kind, and perhaps a number behind it. */
final class WaveletName {
  static final Pattern PATTERN = Pattern.compile("([a-z]+(?:-[a-z]+)*)(?:[ -]?(\\d+(?:\\.\\d+)?))?");

  private WaveletName() {}

  /** The order that a name gives, or the usual one. */
  static int order(String kind, OptionalDouble given, int usual) {
    double order = given.orElse(usual);
    if (order != Math.rint(order)) {
      throw new WaveletException("Wavelet '%s' of order %s; give a whole number, such as %s-%d."
          .formatted(kind, order, kind, usual));
    }
    return (int) order;
  }
}
