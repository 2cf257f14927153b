package faultslip.figure.interactive;

import faultslip.figure.ValueRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Numbers as short as a reader needs them, since a notebook stores each.
 *
 * @param places digits after the point; negative rounds to tens, hundreds
 */
record Decimals(int places) {
  private static final double STEPS = 5000;
  private static final int MOST_PLAIN = 6;

  /** So many that the values' span (or a hundredth of their size, if they hardly move) has 5000 steps or more. */
  static Decimals of(ValueRange extent) {
    double size = Math.max(Math.abs(extent.low()), Math.abs(extent.high()));
    double span = Math.max(extent.high() - extent.low(), size / 100);
    return new Decimals(span == 0 ? 0 : (int) Math.ceil(StrictMath.log10(STEPS / span)));
  }

  /** Times apart by an interval, in seconds: exact where three digits of the interval are, else near enough to tell. */
  static Decimals ofTimes(double interval) {
    int coarsest = Math.max(0, (int) Math.ceil(-StrictMath.log10(interval) - 1e-9));
    for (int places = coarsest; places < coarsest + 2; places++) {
      double scaled = interval * StrictMath.pow(10, places);
      if (Math.abs(scaled - Math.rint(scaled)) < 1e-6) {
        return new Decimals(places);
      }
    }
    return new Decimals(coarsest + 2);
  }

  /** Keeps one digit more. */
  Decimals finer() {
    return new Decimals(places + 1);
  }

  BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN).stripTrailingZeros();
  }

  /** A number of a script; what is no number is a gap there. */
  String text(double value) {
    if (!Double.isFinite(value)) {
      return "null";
    }
    BigDecimal rounded = rounded(value);
    String plain = rounded.toPlainString();
    String scientific = rounded.toString();
    return plain.length() <= scientific.length() ? plain : scientific;
  }

  /** An array of a script. */
  String text(double[] values) {
    return Arrays.stream(values).mapToObj(this::text).collect(Collectors.joining(",", "[", "]"));
  }

  /** Plotly's format that shows all places: <code>.1f</code>. */
  String fixed() {
    return "." + Math.max(0, places) + "f";
  }

  /** Plotly's format of such a number, for instance <code>.4f</code>, one digit fewer than stored. */
  String format() {
    return places - 1 > MOST_PLAIN || places < -1 ? ".4g" : "." + Math.max(0, places - 1) + "f";
  }
}
