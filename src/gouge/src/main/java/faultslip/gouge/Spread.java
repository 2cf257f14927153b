package faultslip.gouge;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/** What is typical of some values, their median, and how far they spread: from the first to the third quartile. */
public record Spread(double low, double median, double high) {

  /** Of at least one value. Quartiles lie between values as R's type 7 has it. */
  public static Spread of(Collection<Double> values) {
    SimulationException.refuseUnless(!values.isEmpty(), "The spread of no values asked for; give at least one.");
    Percentile percentile = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
    percentile.setData(values.stream().mapToDouble(Double::doubleValue).toArray());
    return new Spread(percentile.evaluate(25), percentile.evaluate(50), percentile.evaluate(75));
  }

  /** "8.5 (7.8–8.9)", each with so many significant digits. */
  public String text(int digits) {
    return significant(median, digits) + " (" + significant(low, digits) + "–" + significant(high, digits) + ")";
  }

  /** A number in plain notation: 11 with three digits is "11.0". */
  static String significant(double value, int digits) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
    return value == 0
        ? "0" : rounded.setScale(Math.max(0, rounded.scale() + digits - rounded.precision())).toPlainString();
  }
}
