package faultslip.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import faultslip.AtomicFile;
import faultslip.FaultslipException;
import faultslip.data.TextTable;
import faultslip.experiment.Comparison;
import faultslip.experiment.SeedSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * The numbers of a Markdown file, such as the kit's README, made from {@code results.json} files: what stands between a
 * comment {@code <!-- numbers ... -->} and {@code <!-- end -->} is a table, or a number in a sentence, and is written
 * anew from what the comment says, in YAML:
 *
 * <ul>
 * <li>{@code from}: the file of results, seen from the Markdown file; figures/results.json, if nothing is said
 * <li>{@code prefix}: before the ids of the experiments; left out in the table
 * <li>{@code rows}: the ids, or several with blanks between them, which share a row, each perhaps with a name to show;
 * a row for each simulation that one has learned from
 * <li>{@code simulation}: that one alone
 * <li>{@code amplitudes}: raw, if nothing is said
 * <li>{@code columns}: header and what stands below it: {@code experiment}, {@code simulation}, {@code amplitude},
 * {@code look-ahead}, {@code mape}, {@code mape-range}, {@code mae-range}, {@code r2}, {@code restored}, {@code
 * of-mean}, {@code mean-predictor} or {@code paper}, and behind it, of learning curves, {@code with 0.5 cycles}, and
 * {@code @} and the recording, if not the first; or
 * {@code mape-over-all}, the mean over all recordings of the medians over seeds
 * <li>{@code value}, in a sentence, instead of columns: one of these, of the first row; or of the file
 * {@code machine}, {@code date} or {@code wall-seconds}
 * <li>{@code verdicts}, instead of all this: a simulation, for the table of the claims' verdicts on it
 * </ul>
 *
 * <p>From a file of {@code faultslip bench} rows are {@link SpeedRow}s.
 */
record NumbersInText(Path file) {
  private static final Pattern BLOCK =
      Pattern.compile("(<!-- numbers(?<asked>.*?)-->)(?<numbers>.*?)(<!-- end -->)", Pattern.DOTALL);
  static final String NONE = "–";

  /** What a comment asks for. */
  record Asked(String from, String prefix, Map<String, String> rows, String simulation, List<String> amplitudes,
      Map<String, String> columns, String value, String verdicts) {
    Asked {
      from = from == null ? "figures/results.json" : from;
      prefix = prefix == null ? "" : prefix;
      amplitudes = amplitudes == null ? List.of("raw") : amplitudes;
    }
  }

  /** Writes the file anew if its numbers are not those of the results. */
  void update() {
    String text = read(file);
    String updated = updated(text);
    if (!updated.equals(text)) {
      AtomicFile.write(file, updated);
    }
  }

  /** The text of the file with the numbers of the results; a {@link FaultslipException} if a comment cannot be read. */
  String updated() {
    return updated(read(file));
  }

  private String updated(String text) {
    return BLOCK.matcher(text).replaceAll(block -> Matcher.quoteReplacement(
        block.group(1) + numbers(block) + block.group(4)));
  }

  private String numbers(MatchResult block) {
    String written = block.group(2);
    try {
      Asked asked = new YAMLMapper().readValue(written, Asked.class);
      JsonNode results = new ResultsFile(file.resolveSibling(asked.from)).read();
      if (asked.verdicts != null) {
        return verdicts(results.path("verdicts").valueStream().filter(of("simulation", asked.verdicts)).toList());
      }
      if (asked.rows == null) {
        return ofFile(asked.value, results);
      }
      List<? extends Row> rows = results.has("growth") ? SpeedRow.of(asked, results)
          : rows(asked, results.path("rows").valueStream().toList());
      return asked.value != null ? rows.get(0).cell(asked.value) : table(asked, rows);
    } catch (IOException e) {
      throw new FaultslipException(file + ": numbers asked for by '" + written.strip().lines().findFirst().orElse("")
          + " ...' cannot be made: " + e.getMessage().lines().findFirst().orElse("") + "; mend the comment.", e);
    }
  }

  private static String ofFile(String value, JsonNode root) {
    JsonNode provenance = root.path("provenance");
    return switch (String.valueOf(value)) {
      case "machine" -> provenance.path("cpu").asText() + ", " + provenance.path("cores").asText() + " cores";
      case "date" -> root.path("date").asText();
      case "wall-seconds" -> provenance.path("wall_seconds").properties().stream()
          .map(stage -> TextTable.text("%s %.0f s", stage.getKey(), stage.getValue().doubleValue()))
          .collect(Collectors.joining(", "));
      default -> throw new FaultslipException("A text asks for '" + value
          + "' of a file; ask for machine, date or wall-seconds, or name rows.");
    };
  }

  private static List<ResultRow> rows(Asked asked, List<JsonNode> results) {
    List<ResultRow> rows = new ArrayList<>();
    asked.rows.forEach((id, name) -> {
      List<String> ids = Stream.of(id.split(" ")).map(each -> asked.prefix + each).toList();
      List<JsonNode> of =
          results.stream().filter(result -> ids.contains(result.get("experiment").textValue())).toList();
      if (of.isEmpty()) {
        throw new FaultslipException("A text tells of an experiment " + ids + ", which is not in " + asked.from
            + "; run it, or leave it out.");
      }
      of.stream().map(result -> result.get("simulation").textValue()).distinct()
          .filter(simulation -> asked.simulation == null || asked.simulation.equals(simulation)).forEach(simulation ->
          asked.amplitudes.forEach(amplitude -> rows.add(new ResultRow(name == null ? id : name, simulation, amplitude,
              of.stream().filter(of("simulation", simulation)).toList()))));
    });
    return rows;
  }

  private static Predicate<JsonNode> of(String column, String value) {
    return result -> result.get(column).textValue().equals(value);
  }

  private static String table(Asked asked, List<? extends Row> rows) {
    return table(List.copyOf(asked.columns.keySet()),
        rows.stream().map(row -> asked.columns.values().stream().map(row::cell).toList()).toList());
  }

  private static String table(List<String> columns, List<List<String>> rows) {
    return "\n" + line(columns) + "|---".repeat(columns.size()) + "|\n"
        + rows.stream().map(NumbersInText::line).collect(Collectors.joining());
  }

  /** A row a claim on a recording: its verdict on what looks ahead, and on nowcasts. */
  private static String verdicts(List<JsonNode> verdicts) {
    Map<String, List<JsonNode>> claims = verdicts.stream().collect(Collectors.groupingBy(
        verdict -> "(%s) %s, on %s".formatted(verdict.get("claim").textValue(), verdict.get("says").textValue(),
            verdict.get("recording").textValue()), LinkedHashMap::new, Collectors.toList()));
    return table(List.of("claim", "in windows that look ahead", "as a nowcast"), claims.entrySet().stream()
        .map(claim -> List.of(claim.getKey(), verdict(claim.getValue(), true), verdict(claim.getValue(), false)))
        .toList());
  }

  private static String verdict(List<JsonNode> verdicts, boolean lookAhead) {
    return verdicts.stream().filter(verdict -> verdict.get("look_ahead").booleanValue() == lookAhead).findFirst()
        .map(verdict -> TextTable.text("**%s**: %.2f %s (%.2f to %.2f)", verdict.get("verdict").textValue(),
            verdict.get("difference").doubleValue(), verdict.get("unit").textValue(),
            verdict.path("interval_95").path(0).doubleValue(), verdict.path("interval_95").path(1).doubleValue())
            .replace("-", "−")).orElse(NONE);
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new FaultslipException("Cannot read " + file + ": " + e.getMessage() + ".", e);
    }
  }

  /** What a row of a table is made of. */
  interface Row {
    String cell(String column);
  }

  /** An experiment from one simulation, with one amplitude: all its results, on all recordings. */
  private record ResultRow(String name, String simulation, String amplitude, List<JsonNode> results) implements Row {
    private static final Pattern COLUMN = Pattern.compile("(\\S+)(?: with (\\S+) cycles?)?(?: @ (.+))?");

    @Override
    public String cell(String column) {
      Matcher parts = COLUMN.matcher(column);
      if (!parts.matches()) {
        throw new FaultslipException("A text asks for '" + column + "' of results; ask for 'mape', 'mape @ RECORDING' "
            + "or 'mape with 0.5 cycles'.");
      }
      if (parts.group(2) != null) {
        double cycles = Double.parseDouble(parts.group(2));
        return new ResultRow(name, simulation, amplitude, results.stream()
            .filter(result -> result.path("laboratory_cycles").doubleValue() == cycles).toList())
            .cell(column.replaceFirst(" with \\S+ cycles?", ""));
      }
      String recording = parts.group(3) != null || results.isEmpty() ? parts.group(3)
          : results.get(0).get("recording").textValue();
      return switch (parts.group(1)) {
        case "experiment" -> name;
        case "simulation" -> simulation.isEmpty() ? NONE : simulation;
        case "amplitude" -> amplitude;
        case "restored" -> Stream.of("mape", "r2").map(kind -> cell(kind, recording, "restored")).distinct()
            .collect(Collectors.joining(", ")); // NONE, if it has none
        case "mape-over-all" -> TextTable.text("%.2f %%", read(amplitude, false)
            .collect(Collectors.groupingBy(result -> result.get("recording").textValue())).values().stream()
            .mapToDouble(seeds -> over(seeds, "mape_percent").getPercentile(50)).average().orElseThrow());
        default -> cell(parts.group(1), recording, amplitude);
      };
    }

    private Stream<JsonNode> read(String amplitude, boolean mean) {
      return results.stream().filter(result ->
          result.path("amplitude").asText("raw").equals(amplitude) && mean == ResultsFile.isMean(result));
    }

    private String cell(String kind, String recording, String read) {
      List<JsonNode> of = read(read, kind.equals("of-mean")).filter(of("recording", recording)).toList();
      return of.isEmpty() ? NONE : number(kind, of).replace("-", "−");
    }

    private static String number(String kind, List<JsonNode> seeds) {
      JsonNode first = seeds.get(0);
      return switch (kind) {
        case "look-ahead" -> first.get("look_ahead_s").doubleValue() == 0 ? "none"
            : TextTable.text("%.0f s", first.get("look_ahead_s").doubleValue());
        case "mape", "of-mean" -> TextTable.text("%.2f %%", over(seeds, "mape_percent").getPercentile(50));
        case "mean-predictor" -> TextTable.text("%.2f %%", first.get("mean_predictor_mape_percent").doubleValue());
        case "r2" -> TextTable.text("%.2f", over(seeds, "r2").getPercentile(50));
        case "mape-range" -> SeedSummary.range("%.2f", " %", over(seeds, "mape_percent"));
        case "mae-range" -> SeedSummary.range("%.2f", " " + first.get("unit").textValue(),
            over(seeds, "mae"));
        case "paper" -> Comparison.paperMape(first.get("experiment").textValue()).replaceFirst("^-$", NONE);
        default -> throw new FaultslipException("A text asks for '" + kind
            + "' of results; ask for mape, mape-range, mae-range, r2, restored, of-mean, mean-predictor, paper "
            + "or mape-over-all.");
      };
    }

    private static DescriptiveStatistics over(List<JsonNode> seeds, String score) {
      return new DescriptiveStatistics(seeds.stream().mapToDouble(seed -> seed.get(score).doubleValue()).toArray());
    }
  }
}
