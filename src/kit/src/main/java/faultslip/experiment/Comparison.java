package faultslip.experiment;

import faultslip.data.TextTable;
import faultslip.evaluate.Scores;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What was measured beside what the paper prints: as tables, and in words, what reproduces and what does not. */
public final class Comparison {
  private Comparison() {}

  /** The paper's MAPE of an experiment, as text: "1.137 %"; "-" for an experiment it does not have. */
  public static String paperMape(String experiment) {
    return inPaper(experiment).stream().mapToObj(mape -> TextTable.text("%.3f %%", mape)).findFirst().orElse("-");
  }

  private static OptionalDouble inPaper(String experiment) {
    return Experiment.find(experiment).map(Experiment::paperMape).orElse(OptionalDouble.empty());
  }

  /** One line an experiment of the paper that is among the rows, and a simulation where there are several. */
  public static List<String> lines(List<ResultRow> rows) {
    boolean several = SeedSummary.hasSeveralSimulations(rows);
    return SeedSummary.all(rows).stream().filter(summary -> inPaper(summary.experiment()).isPresent())
        .map(summary -> line(summary, several)).toList();
  }

  private static String line(SeedSummary summary, boolean severalSimulations) {
    double paper = inPaper(summary.experiment()).orElseThrow();
    double r2 = summary.median(Scores::r2);
    String verdict = summary.medianMape() >= summary.meanPredictorMape() || r2 <= 0
        ? TextTable.text("does not reproduce: no better than predicting the mean (R² %.2f)", r2)
        : summary.medianMape() <= 1.25 * paper ? "reproduces on this recording"
        : "worse than the paper's, on another recording";
    return TextTable.text("%s: %.2f %% against %.3f %%; %s.", summary.name(severalSimulations), summary.medianMape(),
        paper, verdict);
  }

  /** A table to read: every experiment over its seeds, beside the mean predictor and the paper. */
  public static Table table(List<ResultRow> rows) {
    boolean several = SeedSummary.hasSeveralSimulations(rows);
    return new TextTable<>("summaries", SeedSummary.all(rows))
        .column("experiment", summary -> summary.name(several))
        .column("tested on", SeedSummary::recording).column("seeds", SeedSummary::seedText)
        .column("MAPE in %, median (range)", Comparison::range)
        .column("mean predictor, %", "%.2f", SeedSummary::meanPredictorMape)
        .column("R²", "%.2f", summary -> summary.median(Scores::r2))
        .column("RMSE", summary -> error(Scores::rmse, summary))
        .column("MAE", summary -> error(Scores::mae, summary))
        .column("paper", summary -> paperMape(summary.experiment())).table();
  }

  /** That table in Markdown. */
  public static String markdown(List<ResultRow> rows) {
    Table table = table(rows);
    List<String> names = table.columnNames();
    return "| " + String.join(" | ", names) + " |\n" + "|---".repeat(names.size()) + "|\n" + table.stream()
        .map(row -> names.stream().map(row::getString).collect(Collectors.joining(" | ", "| ", " |\n")))
        .collect(Collectors.joining());
  }

  /** Every row with all its scores, as numbers. */
  public static Table scores(List<ResultRow> rows) {
    return Table.create("results", strings(rows, "study", row -> row.subject().study()),
        strings(rows, "simulation", row -> row.subject().simulation()),
        strings(rows, "experiment", ResultRow::experiment), strings(rows, "recording", ResultRow::recording),
        strings(rows, "unit", ResultRow::unit), strings(rows, "model", row -> row.model().key()),
        LongColumn.create("seed", rows.stream().mapToLong(ResultRow::seed).toArray()),
        numbers(rows, "mape_percent", Scores::mapePercent), numbers(rows, "mae", Scores::mae),
        numbers(rows, "rmse", Scores::rmse), numbers(rows, "r2", Scores::r2),
        numbers(rows, "mean_predictor_mape_percent", Scores::meanPredictorMapePercent),
        numbers(rows, "skill", Scores::skill));
  }

  // One seed has no range.
  private static String range(SeedSummary summary) {
    return summary.rows().size() == 1 ? TextTable.text("%.2f", summary.medianMape())
        : TextTable.text("%.2f (%.2f–%.2f)", summary.medianMape(), summary.lowestMape(), summary.highestMape());
  }

  private static String error(Function<Scores, Double> score, SeedSummary summary) {
    return TextTable.text("%.3g", summary.median(score::apply))
        + (summary.unit().isEmpty() ? "" : " " + summary.unit());
  }

  private static StringColumn strings(List<ResultRow> rows, String name, Function<ResultRow, String> value) {
    return StringColumn.create(name, rows.stream().map(value).toList());
  }

  private static DoubleColumn numbers(List<ResultRow> rows, String name, Function<Scores, Double> value) {
    return DoubleColumn.create(name, rows.stream().map(ResultRow::scores).map(value).toArray(Double[]::new));
  }
}
