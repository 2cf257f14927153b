package faultslip.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Round numbers 1, 2 or 5 times a power of ten apart that span a range.
 *
 * @param values the numbers, ascending
 * @param decimals digits after the point that tell them apart
 */
record RoundTicks(List<Double> values, int decimals) {

  /** @param room about how many are wanted; at least 2 are sought */
  static RoundTicks of(double lower, double upper, double room) {
    double span = upper - lower;
    double wanted = span / Math.max(2, Math.floor(room));
    int exponent = (int) Math.floor(StrictMath.log10(wanted));
    BigDecimal step = null;
    for (int mantissa : new int[] {1, 2, 5, 10}) {
      step = BigDecimal.valueOf(mantissa).scaleByPowerOfTen(exponent);
      if (step.doubleValue() >= wanted * 0.8) {
        break;
      }
    }
    // Exact decimals: 3 · 0.1 would be written 0.30000000000000004.
    long first = (long) Math.ceil(lower / step.doubleValue() - 1e-9);
    long last = (long) Math.floor(upper / step.doubleValue() + 1e-9);
    List<Double> values = new ArrayList<>();
    for (long i = first; i <= last; i++) {
      values.add(step.multiply(BigDecimal.valueOf(i)).doubleValue());
    }
    return new RoundTicks(List.copyOf(values), Math.max(0, step.stripTrailingZeros().scale()));
  }

  /** A value as printed, in plain notation with a true minus sign. */
  String label(double value) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString().replace('-', '−');
  }
}
