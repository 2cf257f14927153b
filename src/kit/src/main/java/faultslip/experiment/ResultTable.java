package faultslip.experiment;

import faultslip.data.TextTable;
import faultslip.evaluate.Scores;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Results as tables: every seed as a row, or a row an experiment with median and spread, beside the paper's value. */
public final class ResultTable {
  private final List<ResultRow> rows;

  /** @param rows in the order to show; copied */
  public ResultTable(List<ResultRow> rows) {
    this.rows = List.copyOf(rows);
  }

  /** One summary an experiment, simulation and recording, in the order of the rows. */
  public List<SeedSummary> summaries() {
    Map<List<String>, List<ResultRow>> groups = rows.stream().collect(Collectors.groupingBy(
        row -> List.of(row.experiment(), row.subject().simulation(), row.recording()), LinkedHashMap::new,
        Collectors.toList()));
    return groups.values().stream().map(SeedSummary::of).toList();
  }

  /** Whether there are results of several simulations, so that they have to be told from each other. */
  public boolean hasSeveralSimulations() {
    return rows.stream().map(row -> row.subject().simulation()).filter(name -> !name.isEmpty()).distinct().count() > 1;
  }

  /** All rows as a Tablesaw table. */
  public Table table() {
    return Table.create("results",
        strings("study", row -> row.subject().study()), strings("simulation", row -> row.subject().simulation()),
        strings("experiment", ResultRow::experiment), strings("recording", ResultRow::recording),
        strings("unit", ResultRow::unit), strings("model", row -> row.model().key()),
        LongColumn.create("seed", rows.stream().mapToLong(ResultRow::seed).toArray()),
        numbers("mape_percent", Scores::mapePercent), numbers("mae", Scores::mae), numbers("rmse", Scores::rmse),
        numbers("r2", Scores::r2),
        numbers("mean_predictor_mape_percent", Scores::meanPredictorMapePercent), numbers("skill", Scores::skill));
  }

  /** All rows as CSV with a header line. */
  public String csv() {
    return table().write().toString("csv");
  }

  /**
   * The summaries as a Markdown table.
   *
   * @param paperMape the paper's MAPE of an experiment, as text
   */
  public String markdown(Function<String, String> paperMape) {
    StringBuilder text = new StringBuilder("""
        | experiment | tested on | MAPE, median (range) | seeds | R² | RMSE | mean predictor | paper |
        |---|---|---|---|---|---|---|---|
        """);
    for (SeedSummary summary : summaries()) {
      text.append(String.format(Locale.ROOT, "| %s | %s | %s %% | %s | %.2f | %s | %.2f %% | %s |%n",
          summary.name(hasSeveralSimulations()), summary.recording(), range(summary), summary.seedText(),
          summary.medianR2(),
          error(summary.medianRmse(), summary), summary.meanPredictorMape(),
          paperMape.apply(summary.experiment())));
    }
    return text.toString();
  }

  /**
   * The summaries as a Tablesaw table, its cells for reading.
   *
   * @param paperMape the paper's MAPE of an experiment, as text
   */
  public Table summaryTable(Function<String, String> paperMape) {
    return new TextTable<>("summaries", summaries())
        .column("experiment", summary -> summary.name(hasSeveralSimulations()))
        .column("tested on", SeedSummary::recording)
        .column("seeds", SeedSummary::seedText)
        .column("MAPE in %, median (range)", ResultTable::range)
        .column("mean predictor, %", "%.2f", SeedSummary::meanPredictorMape)
        .column("R²", "%.2f", SeedSummary::medianR2)
        .column("RMSE", summary -> error(summary.medianRmse(), summary))
        .column("MAE", summary -> error(summary.medianMae(), summary))
        .column("paper", summary -> paperMape.apply(summary.experiment())).table();
  }

  // One seed has no range.
  private static String range(SeedSummary summary) {
    return summary.seeds().size() == 1 ? TextTable.text("%.2f", summary.medianMape())
        : TextTable.text("%.2f (%.2f–%.2f)", summary.medianMape(), summary.lowestMape(), summary.highestMape());
  }

  private static String error(double error, SeedSummary summary) {
    return TextTable.text("%.3g", error) + (summary.unit().isEmpty() ? "" : " " + summary.unit());
  }

  private StringColumn strings(String name, Function<ResultRow, String> value) {
    return StringColumn.create(name, rows.stream().map(value).toList());
  }

  private DoubleColumn numbers(String name, Function<Scores, Double> value) {
    return DoubleColumn.create(name, rows.stream().map(ResultRow::scores).map(value).toArray(Double[]::new));
  }
}
