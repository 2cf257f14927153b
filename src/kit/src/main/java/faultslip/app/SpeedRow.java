package faultslip.app;

import com.fasterxml.jackson.databind.JsonNode;
import faultslip.FaultslipException;
import faultslip.data.TextTable;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code faultslip bench} has found of a benchmark, or of how a cost grows, as a row of a text's table. Columns
 * are {@code name}, {@code ratio} with its range, {@code ours} and {@code theirs} with their unit, {@code peer}
 * and {@code exponent}.
 */
record SpeedRow(String name, JsonNode found) implements NumbersInText.Row {
  private static final MathContext THREE_DIGITS = new MathContext(3);

  static List<SpeedRow> of(NumbersInText.Asked asked, JsonNode root) {
    return asked.rows().entrySet().stream().map(row -> new SpeedRow(
        row.getValue() == null ? row.getKey() : row.getValue(), Stream.of("rows", "growth")
            .flatMap(part -> root.path(part).valueStream())
            .filter(found -> found.path("name").asText().equals(row.getKey())).findFirst()
            .orElseThrow(() -> new FaultslipException("A text tells of a benchmark " + row.getKey()
                + ", which is not in " + asked.from() + "; run ./faultslip bench, or leave it out.")))).toList();
  }

  @Override
  public String cell(String column) {
    return switch (column) {
      case "name" -> name;
      case "ratio", "exponent" ->
          found.has(column) ? number(column) + " (" + number("low") + "–" + number("high") + ")" : NumbersInText.NONE;
      case "ours" -> time("ours");
      case "theirs" -> time("peer");
      case "peer" -> found.path("peer_version").asText(NumbersInText.NONE);
      default -> throw new FaultslipException("A text asks for '" + column
          + "' of benchmarks; ask for name, ratio, ours, theirs, peer or exponent.");
    };
  }

  private String number(String part) {
    return TextTable.text("%.2f", found.get(part).doubleValue());
  }

  private String time(String part) {
    return found.has(part) ? found.get(part).decimalValue().round(THREE_DIGITS).toPlainString() + " "
        + found.get("unit").asText() : NumbersInText.NONE;
  }
}
