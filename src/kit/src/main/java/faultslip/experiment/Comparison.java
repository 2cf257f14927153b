package faultslip.experiment;

import faultslip.data.TextTable;
import faultslip.evaluate.Scores;
import faultslip.evaluate.certainty.ConfidenceInterval;
import faultslip.evaluate.certainty.ErrorScore;
import faultslip.evaluate.certainty.FoundFailures;
import faultslip.evaluate.certainty.FoundFailures.TrueFailure;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.LongColumnType;

/** What was measured beside what the paper prints, and whether its claims hold, as tables. */
public final class Comparison {
  private Comparison() {}

  /** The paper's MAPE of an experiment, as text: "1.137 %"; "-" for an experiment it does not have. */
  public static String paperMape(String experiment) {
    return inPaper(experiment).stream().mapToObj(mape -> TextTable.text("%.3f %%", mape)).findFirst().orElse("-");
  }

  private static OptionalDouble inPaper(String experiment) {
    return Experiment.find(experiment).map(Experiment::paperMape).orElse(OptionalDouble.empty());
  }

  /** The paper's claims, and whether they hold: a line each, by look-ahead, simulation and recording. */
  public static Table verdicts(List<ResultRow> rows) {
    return new TextTable<>("verdicts", Verdict.all(rows))
        .column("the paper's claim", verdict -> "(" + verdict.claim().letter() + ") " + verdict.claim().words())
        .column("windows",
            verdict -> verdict.lookAhead() == LookAhead.WINDOW ? "look ahead, as in the paper" : "nowcast")
        .column("learned from", Verdict::simulation).column("tested on", Verdict::recording)
        .column("difference", verdict -> TextTable.text("%.3g %s", verdict.difference(), verdict.claim().unit()))
        .column("95 % of it", verdict -> text(verdict.interval())).column("verdict", Verdict::outcome).table();
  }

  /** Failures found and missed, when and how large, where it is known what a failure is. */
  public static Table failures(List<ResultRow> rows) {
    List<SeedSummary> known =
        SeedSummary.all(rows).stream().filter(summary -> !summary.failures().isEmpty()).toList();
    return new TextTable<>("failures", known)
        .column("experiment", summary -> name(summary, rows))
        .column("tested on", summary -> summary.first().recording())
        .column("amplitude", summary -> summary.first().reading().amplitude().id())
        .column("failures", summary -> summary.failures().get(0).failures().size())
        .column("share found", summary -> text(summary, seed -> FoundFailures::share))
        .column("by chance", summary -> text(summary, seed -> failures -> seed.chance()))
        .column("false alarms", summary -> text(summary, seed -> failures -> seed.falseAlarms()))
        .column("timing error, s", summary -> text(summary, seed -> FoundFailures::timingError))
        .column("predicted over true drop", summary -> text(summary, seed -> FoundFailures::dropRatio)).table();
  }

  /** "0.93 (0.80 to 1.00)": the median over the seeds, and the middle 95 % of it, had other failures been recorded. */
  private static String text(SeedSummary summary, Function<FoundFailures, ToDoubleFunction<List<TrueFailure>>> number) {
    return summary.ofFailures(number, 0).map(value -> TextTable.text("%.3g", value.value())
        + (value.interval().from() < value.interval().to() ? " (" + text(value.interval()) + ")" : "")).orElse("-");
  }

  private static String text(ConfidenceInterval interval) {
    return TextTable.text("%.3g to %.3g", interval.from(), interval.to());
  }

  /** A table to read: every experiment over its seeds, beside the mean predictor and the paper. */
  public static Table table(List<ResultRow> rows) {
    return new TextTable<>("summaries", SeedSummary.all(rows))
        .column("experiment", summary -> name(summary, rows))
        .column("tested on", summary -> summary.first().recording())
        .column("amplitude", summary -> summary.first().reading().amplitude().id())
        .column("look-ahead, s", "%.3g", summary -> summary.first().reading().lookAhead())
        .column("seeds", summary -> seeds(summary.seeds()))
        .column("MAPE in %, median (range)",
            summary -> SeedSummary.range("%.2f", "", summary.over(Scores::mapePercent)))
        .column("95 % of it", summary -> summary.interval(ErrorScore.MAPE).map(Comparison::text).orElse("-"))
        .column("of the mean, %", summary -> summary.mean()
            .map(mean -> TextTable.text("%.2f", mean.scores().mapePercent())).orElse("-"))
        .column("mean predictor, %", "%.2f", summary -> summary.first().scores().meanPredictorMapePercent())
        .column("R²", "%.2f", summary -> summary.median(Scores::r2))
        .column("RMSE", summary -> error(summary.median(Scores::rmse), summary.first().unit()))
        .column("MAE", summary -> error(summary.median(Scores::mae), summary.first().unit()))
        .column("paper", summary -> paperMape(summary.first().experiment())).table();
  }

  /** A table to read of means over seeds: their scores, and what share of the truth their intervals hold. */
  public static Table means(List<ResultRow> rows) {
    List<SeedSummary> several = SeedSummary.all(rows).stream().filter(summary -> summary.mean().isPresent()).toList();
    return new TextTable<>("means", several)
        .column("experiment", summary -> name(summary, rows))
        .column("tested on", summary -> summary.first().recording())
        .column("amplitude", summary -> summary.first().reading().amplitude().id())
        .column("models", summary -> summary.rows().size())
        .column("MAPE of their mean, %", "%.2f", summary -> summary.mean().orElseThrow().scores().mapePercent())
        .column("R²", "%.2f", summary -> summary.mean().orElseThrow().scores().r2())
        .column("intervals about it, and the share of the truth that they hold", row ->
            row.mean().orElseThrow().model().intervals().stream().map(of -> TextTable.text("%.0f %%: ±%.3g, %.0f %%",
                100 * of.calibrated().level(), of.calibrated().halfWidth(), 100 * of.coverage()))
                .collect(Collectors.joining("; "))).table();
  }

  /** With the simulation behind it where it has to be told from others: "zero-shot (fdem)". */
  private static String name(SeedSummary summary, List<ResultRow> among) {
    ResultRow row = summary.first();
    boolean told = SeedSummary.hasSeveralSimulations(among) && !row.simulation().isEmpty();
    return row.experiment() + (told ? " (" + row.simulation() + ")" : "")
        + row.reading().learned().map(learned -> ", " + learned).orElse("");
  }

  /** "0–4", "0, 2". */
  private static String seeds(List<Long> seeds) {
    long last = seeds.get(seeds.size() - 1);
    return seeds.size() > 1 && last - seeds.get(0) == seeds.size() - 1 ? seeds.get(0) + "–" + last
        : seeds.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static String error(double median, String unit) {
    return TextTable.text("%.3g", median) + (unit.isEmpty() ? "" : " " + unit);
  }

  /** That table in Markdown. */
  public static String markdown(List<ResultRow> rows) {
    Table table = table(rows);
    List<String> names = table.columnNames();
    return "| " + String.join(" | ", names) + " |\n" + "|---".repeat(names.size()) + "|\n" + table.stream()
        .map(row -> names.stream().map(row::getString).map(Comparison::inMarkdown)
            .collect(Collectors.joining(" | ", "| ", " |\n")))
        .collect(Collectors.joining());
  }

  /** A text of which no sign ends a cell of a table, or begins a tag. */
  public static String inMarkdown(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("|", "\\|");
  }

  /** Every row with all its scores, as numbers. */
  public static Table scores(List<ResultRow> rows) {
    return Table.create("results", texts(rows, "study", ResultRow::study),
        texts(rows, "simulation", ResultRow::simulation), texts(rows, "experiment", ResultRow::experiment),
        texts(rows, "recording", ResultRow::recording), texts(rows, "unit", ResultRow::unit),
        texts(rows, "model", row -> row.model().key()),
        // The mean of several has none.
        LongColumn.create("seed", rows.stream()
            .mapToLong(row -> row.isMean() ? LongColumnType.missingValueIndicator() : row.seed()).toArray()),
        IntColumn.create("members", rows.stream().mapToInt(row -> row.model().seeds().size()).toArray()),
        texts(rows, "amplitude", row -> row.reading().amplitude().id()),
        DoubleColumn.create("look_ahead_s", rows.stream().mapToDouble(row -> row.reading().lookAhead()).toArray()),
        numbers(rows, "mape_percent", Scores::mapePercent), numbers(rows, "mae", Scores::mae),
        numbers(rows, "rmse", Scores::rmse), numbers(rows, "r2", Scores::r2),
        numbers(rows, "mean_predictor_mape_percent", Scores::meanPredictorMapePercent),
        numbers(rows, "skill", Scores::skill));
  }

  private static StringColumn texts(List<ResultRow> rows, String name, Function<ResultRow, String> value) {
    return StringColumn.create(name, rows.stream().map(value).toList());
  }

  private static DoubleColumn numbers(List<ResultRow> rows, String name, Function<Scores, Double> value) {
    return DoubleColumn.create(name, rows.stream().map(ResultRow::scores).map(value).toArray(Double[]::new));
  }
}
