package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.evaluate.EvaluationException;
import faultslip.evaluate.Scores;
import faultslip.experiment.ResultRow.Reading;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** Tables say what the rows say: read back by another parser, number by number. */
class SeedSummaryTest {
  private static final List<ResultRow> ROWS = List.of(
      row("lab-only", 0, new Scores(0.9512345678901234, 0.003, 0.004, 0.97, 5.42, 1500)),
      row("lab-only", 1, new Scores(1.25, 0.003, 0.006, 0.94, 5.42, 1500)),
      row("lab-only", 2, new Scores(1.0, 0.003, 0.005, 0.96, 5.42, 1500)),
      row("lab-only", 3, new Scores(1.1, 0.003, 0.007, 0.95, 5.42, 1500)),
      row("zero-shot", 0, new Scores(4.2, 0.003, 0.02, -0.25, 5.42, 1500)));

  @Test
  void summaryHasMedianAndRange() {
    List<SeedSummary> summaries = SeedSummary.all(ROWS);
    assertThat(summaries).hasSize(2);
    SeedSummary laboratory = summaries.get(0);
    assertThat(laboratory.first().experiment()).isEqualTo("lab-only");
    assertThat(laboratory.seeds()).containsExactly(0L, 1L, 2L, 3L);
    assertThat(laboratory.median(Scores::mapePercent)).isEqualTo(1.05, within(1e-12));
    assertThat(laboratory.over(Scores::mapePercent).getMin()).isEqualTo(0.9512345678901234);
    assertThat(laboratory.over(Scores::mapePercent).getMax()).isEqualTo(1.25);
    assertThat(laboratory.median(Scores::rmse)).isEqualTo(0.0055, within(1e-12));
    assertThat(laboratory.median(Scores::r2)).isEqualTo(0.955, within(1e-12));
    assertThat(summaries.get(1).median(Scores::mapePercent)).isEqualTo(4.2);
    assertThat(summaries.get(1).seeds()).containsExactly(0L);
    assertThat(new SeedSummary(ROWS.subList(0, 3), Optional.empty()).median(Scores::mapePercent)).isEqualTo(1.0);
  }

  @Test
  void recordingsAreNotMixed() {
    ResultRow other = row("lab-only", "p5198", 0, new Scores(0.2, 0.003, 0.1, 0.5, 0.75, 10));
    assertThat(SeedSummary.all(List.of(ROWS.get(0), other))).extracting(summary -> summary.first().recording())
        .containsExactly("p4581, 8 MPa", "p5198");
  }

  @Test
  void amplitudesAreNotMixedAndMeansStandBesideTheirSeeds() {
    ResultRow restored = new ResultRow("public", "fdem", "lab-only", "p4581, 8 MPa", "", 0, ResultRow.Model.network("m", 0, 0.25),
        new Reading(Amplitude.RESTORED, 24.4), ROWS.get(0).scores());
    ResultRow mean = new ResultRow("public", "fdem", "lab-only", "p4581, 8 MPa", "", 0,
        new ResultRow.Model("mean of 4", List.of(0L, 1L, 2L, 3L), OptionalDouble.empty(), "", List.of()), ROWS.get(0).reading(),
        new Scores(0.7, 0.003, 0.004, 0.98, 5.42, 1500));
    List<ResultRow> rows = Stream.concat(ROWS.stream(), Stream.of(mean, restored)).toList();
    List<SeedSummary> all = SeedSummary.all(rows);
    assertThat(all).extracting(summary -> summary.first().reading().amplitude())
        .containsExactly(Amplitude.RAW, Amplitude.RAW, Amplitude.RESTORED);
    assertThat(all.get(0).seeds()).containsExactly(0L, 1L, 2L, 3L);
    assertThat(all.get(0).mean()).contains(mean);
    assertThat(all.get(2).mean()).isEmpty();
    assertThat(SeedSummary.plain(rows)).isEqualTo(all.subList(0, 2));
    Table table = Comparison.scores(rows);
    assertThat(table.column("seed").isMissing(5)).isTrue();
    assertThat(table.intColumn("members").asList()).containsExactly(1, 1, 1, 1, 1, 4, 1);
  }

  @Test
  void nothingToSumUpIsRefused() {
    assertThatThrownBy(() -> new SeedSummary(List.of(), Optional.empty())).isInstanceOf(EvaluationException.class)
        .hasMessageContaining("No results");
  }

  @Test
  void csvReadBackIsTheRowsToTheLastBit() throws IOException {
    List<CSVRecord> records;
    try (var parser = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get()
        .parse(new StringReader(Comparison.scores(ROWS).write().toString("csv")))) {
      records = parser.getRecords();
    }
    assertThat(records).hasSameSizeAs(ROWS);
    for (int i = 0; i < records.size(); i++) {
      CSVRecord record = records.get(i);
      ResultRow row = ROWS.get(i);
      Scores scores = row.scores();
      assertThat(List.of(record.get("study"), record.get("experiment"), record.get("recording"), record.get("model")))
          .containsExactly(row.study(), row.experiment(), row.recording(), row.model().key());
      assertThat(Long.parseLong(record.get("seed"))).isEqualTo(row.seed());
      assertThat(Double.parseDouble(record.get("mape_percent"))).isEqualTo(scores.mapePercent());
      assertThat(Double.parseDouble(record.get("mae"))).isEqualTo(scores.mae());
      assertThat(Double.parseDouble(record.get("rmse"))).isEqualTo(scores.rmse());
      assertThat(Double.parseDouble(record.get("r2"))).isEqualTo(scores.r2());
      assertThat(Double.parseDouble(record.get("mean_predictor_mape_percent"))).isEqualTo(scores.meanPredictorMapePercent());
      assertThat(Double.parseDouble(record.get("skill"))).isEqualTo(1 - scores.mapePercent() / 5.42);
    }
  }

  @Test
  void markdownHasACellForEveryHeadingWhateverTheLocale() {
    Locale locale = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY); // decimal commas
    try {
      String[] lines = Comparison.markdown(ROWS).strip().split("\\R");
      assertThat(lines).hasSize(4);
      int headings = cells(lines[0]).size();
      assertThat(lines).allSatisfy(line -> assertThat(cells(line)).hasSize(headings));
      assertThat(cells(lines[2])).containsExactly("lab-only", "p4581, 8 MPa", "raw", "24.4", "0–3", "1.05 (0.95–1.25)", "-", "-", "5.42", "0.96",
          "0.00550", "0.00300", "1.137 %");
      assertThat(cells(lines[3])).startsWith("zero-shot").endsWith("4.232 %").contains("-0.25");
    } finally {
      Locale.setDefault(locale);
    }
  }

  private static List<String> cells(String line) {
    String[] parts = line.split("\\|", -1);
    return Arrays.stream(parts, 1, parts.length - 1).map(String::strip).toList();
  }

  private static ResultRow row(String experiment, long seed, Scores scores) {
    return row(experiment, "p4581, 8 MPa", seed, scores);
  }

  private static ResultRow row(String experiment, String recording, long seed, Scores scores) {
    return new ResultRow("public", "fdem", experiment, recording, "", 0,
        ResultRow.Model.network(experiment + "-0123456789ab", seed, 0.25), new Reading(Amplitude.RAW, 24.4), scores);
  }
}
