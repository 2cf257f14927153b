package faultslip.data;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a user says of the form of a text of columns; the rest is found.
 *
 * @param separator between fields; ' ' stands for any number of blanks
 * @param decimalMark '.' or ','
 * @param header whether columns have names; otherwise they are called 1, 2, 3, ...
 * @param missing what stands for a missing value, as texts; empty if nothing was said
 */
record NamedForm(Optional<Character> separator, Optional<Character> decimalMark, boolean header,
    Optional<List<String>> missing) {
  /** Names of the options. */
  static final List<String> OPTIONS = List.of("separator", "decimal", "header", "missing");
  private static final Map<String, Character> SIGNS = Map.of("comma", ',', "semicolon", ';', "tab", '\t', "blank", ' ',
      "point", '.');

  /** What options say; a {@link DataException} if one has a value that it cannot have. */
  static NamedForm of(Map<String, String> options) {
    Optional<Character> separator = sign(options, "separator");
    DataException.require(separator.isEmpty() || ",;\t |:".indexOf(separator.get()) >= 0,
        "Option separator is '%s'; give comma, semicolon, tab, blank, | or :.", options.get("separator"));
    Optional<Character> decimal = sign(options, "decimal");
    DataException.require(decimal.isEmpty() || ".,".indexOf(decimal.get()) >= 0,
        "Option decimal is '%s'; give point or comma.", options.get("decimal"));
    String header = options.getOrDefault("header", "names");
    DataException.require(List.of("names", "none").contains(header),
        "Option header is '%s'; give names or none.", header);
    return new NamedForm(separator, decimal, header.equals("names"), Optional.ofNullable(options.get("missing"))
        .map(codes -> Arrays.stream(codes.split("\\s*[,;]\\s*|\\s+", -1)).map(String::strip).toList()));
  }

  private static Optional<Character> sign(Map<String, String> options, String option) {
    return Optional.ofNullable(options.get(option))
        .map(text -> SIGNS.getOrDefault(text, text.length() == 1 ? text.charAt(0) : '?'));
  }

  /** Whether a text stands for a missing value: as it is named, or as the same number written otherwise. */
  boolean isMissing(String text, char mark) {
    return missing.isPresent() && missing.get().stream().anyMatch(code -> code.equalsIgnoreCase(text)
        || (TableForm.isNumber(text, mark) && TableForm.isNumber(code, '.')
        && Double.parseDouble(text.replace(',', '.')) == Double.parseDouble(code)));
  }
}
