package faultslip.study;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with its unit, as study files write it: {@code 6.4 s}, {@code 10 Hz}, {@code 1.5 cycles}, {@code 8 MPa}.
 *
 * @param value finite
 * @param unit as written; "" for a pure number
 */
public record Quantity(double value, String unit) {
  private static final Pattern TEXT =
      Pattern.compile("\\s*([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)\\s*([^\\d\\s].*?)?\\s*");
  private static final Map<String, Double> SECONDS =
      Map.of("s", 1.0, "ms", 1e-3, "us", 1e-6, "µs", 1e-6, "min", 60.0, "h", 3600.0);
  private static final Map<String, Double> HERTZ = Map.of("Hz", 1.0, "kHz", 1e3, "MHz", 1e6);

  /** @throws StudyException if the value is not finite */
  public Quantity {
    if (!Double.isFinite(value)) {
      throw new StudyException("A quantity is " + value + " " + unit + "; give a finite number.");
    }
  }

  /** Reads a number and a unit behind it; a {@link StudyException} if there is no number. */
  public static Quantity of(String text) {
    return written(text);
  }

  // In a file a number without a unit may have been written, or no number at all.
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Quantity written(Object value) {
    Matcher matcher = TEXT.matcher(value instanceof String text ? text : "");
    if (!matcher.matches()) {
      throw new StudyException((value instanceof String ? "'" + value + "'" : value)
          + " is not a number with a unit; write for instance '6.4 s'.");
    }
    return new Quantity(Double.parseDouble(matcher.group(1)), Objects.requireNonNullElse(matcher.group(2), ""));
  }

  /** The duration in seconds; a {@link StudyException} if the unit is none of a duration. */
  public double seconds() {
    return in(SECONDS, "s, ms, us, min or h");
  }

  /** The frequency in hertz; a {@link StudyException} if the unit is none of a frequency. */
  public double hertz() {
    return in(HERTZ, "Hz, kHz or MHz");
  }

  /** Whether it counts seismic cycles instead of seconds. */
  public boolean isInCycles() {
    return unit.matches("cycles?");
  }

  /** Whether it counts samples instead of seconds. */
  public boolean isInSamples() {
    return unit.matches("samples?");
  }

  private double in(Map<String, Double> units, String known) {
    if (!units.containsKey(unit)) {
      throw new StudyException("'%s' has %s; give it in %s."
          .formatted(this, unit.isEmpty() ? "no unit" : "the unit '" + unit + "'", known));
    }
    return value * units.get(unit);
  }

  /** Value and unit, as {@link #of} reads them. */
  @Override
  @JsonValue
  public String toString() {
    String number = new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    return unit.isEmpty() ? number : number + " " + unit;
  }
}
