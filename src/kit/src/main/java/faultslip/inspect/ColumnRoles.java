package faultslip.inspect;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What columns are likely to hold, by their names.
 *
 * @param time empty if none is called so
 * @param emission that of the acoustic emission
 * @param fault friction, or shear stress
 * @param over normal stress, by which a shear stress is divided
 */
public record ColumnRoles(Optional<String> time, Optional<String> emission, Optional<String> fault,
    Optional<String> over) {
  private static final Pattern TIME = Pattern.compile("(?i)(t|zeit.*|temps.*|seconds?|sec|date.*|time.*"
      + "|t\\s*[\\[(].*)");
  private static final Pattern EMISSION = Pattern.compile("(?i).*(acoust|emission|energy|varian|\\brms|\\bae\\b"
      + "|\\bae[_ ]|[_ ]ae\\b|\\bvar).*|ae.*");
  private static final Pattern FRICTION = Pattern.compile("(?i).*(fric|reibung).*|(mu|µ|μ)\\b.*|fault");
  private static final Pattern SHEAR = Pattern.compile("(?i).*(shear|scher).*|(tau|τ)\\b.*");
  private static final Pattern NORMAL = Pattern.compile("(?i).*normal.*|(sigma|σ).*");

  /** By the names of the columns. */
  public static ColumnRoles of(List<String> columns) {
    Optional<String> friction = first(columns, FRICTION);
    Optional<String> shear = first(columns, SHEAR);
    return new ColumnRoles(first(columns, TIME), first(columns, EMISSION), friction.or(() -> shear),
        friction.isPresent() || shear.isEmpty() ? Optional.empty() : first(columns, NORMAL));
  }

  private static Optional<String> first(List<String> columns, Pattern called) {
    return columns.stream().filter(name -> called.matcher(name.strip()).matches()).findFirst();
  }
}
