package faultslip.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.FaultslipException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts tell what the results say. */
class NumbersInTextTest {
  @TempDir private Path folder;

  @Test
  void theReadmeTellsTheCommittedResults() throws IOException {
    Path readme = KitFolder.resolve("README.md");
    assertThat(new NumbersInText(readme).updated()).isEqualTo(Files.readString(readme));
    assertThat(Files.readString(readme)).contains("<!-- numbers");
  }

  @Test
  void tablesAndSentencesAreMadeFromRows() throws IOException {
    assertThat(updated("""
        As told:

        <!-- numbers
        from: results.json
        rows: {zero-shot: , lab-only: "the laboratory's own"}
        columns: {what: experiment, from: simulation, ahead: look-ahead, MAPE: mape-range, R²: r2, restored: restored, mean: of-mean,
          the paper: paper, on b: mape-range @ b, on both: mape-over-all}
        -->old<!-- end -->

        It is <!-- numbers {from: results.json, rows: {zero-shot: }, value: mape} -->99 %<!-- end -->, no more, and
        from the other <!-- numbers {from: results.json, rows: {zero-shot: }, simulation: fdem, value: r2} --><!-- end -->.
        """)).isEqualTo("""
        As told:

        <!-- numbers
        from: results.json
        rows: {zero-shot: , lab-only: "the laboratory's own"}
        columns: {what: experiment, from: simulation, ahead: look-ahead, MAPE: mape-range, R²: r2, restored: restored, mean: of-mean,
          the paper: paper, on b: mape-range @ b, on both: mape-over-all}
        -->
        | what | from | ahead | MAPE | R² | restored | mean | the paper | on b | on both |
        |---|---|---|---|---|---|---|---|---|---|
        | zero-shot | granular | 24 s | 2.00 % (1.00–4.00) | 0.50 | 1.50 %, 0.75 | 1.75 % | 4.232 % | – | 2.00 % |
        | zero-shot | fdem | 24 s | 3.00 % | −0.25 | – | – | 4.232 % | – | 3.00 % |
        | the laboratory's own | – | none | 1.25 % | 0.90 | – | – | 1.137 % | 7.00 % | 4.13 % |
        <!-- end -->

        It is <!-- numbers {from: results.json, rows: {zero-shot: }, value: mape} -->2.00 %<!-- end -->, no more, and
        from the other <!-- numbers {from: results.json, rows: {zero-shot: }, simulation: fdem, value: r2} -->−0.25<!-- end -->.
        """);
  }

  @Test
  void speedsAreThoseOfTheBenchmarks() throws IOException {
    Files.writeString(folder.resolve("bench.json"), """
        {"rows": [{"name": "cwt", "unit": "ms a transform", "ours": 0.5, "peer": 1.25, "peer_version": "SciPy 1", "ratio": 2.5,
          "low": 2, "high": 3}, {"name": "gouge", "unit": "ns a step", "ours": 2034.5, "missing": "lammps"}],
          "growth": [{"name": "scales", "exponent": 1, "low": 0.9, "high": 1.125}],
          "machine": "Abacus", "cores": 2, "date": "2026-01-02", "provenance": {"cpu": "Abacus", "cores": 2}}
        """);
    assertThat(updated("<!-- numbers {from: bench.json, rows: {cwt: wavelets, gouge: }, columns: {what: name, ratio: ratio, "
        + "the kit: ours, a peer: theirs, beside: peer}} --><!-- end -->")).contains("""
        | what | ratio | the kit | a peer | beside |
        |---|---|---|---|---|
        | wavelets | 2.50 (2.00–3.00) | 0.5 ms a transform | 1.25 ms a transform | SciPy 1 |
        | gouge | – | 2030 ns a step | – | – |
        """);
    assertThat(updated("<!-- numbers {from: bench.json, rows: {scales: }, value: exponent} --><!-- end -->"))
        .contains("-->1.00 (0.90–1.13)<!--");
    assertThat(updated("<!-- numbers {from: bench.json, value: machine} --><!-- end -->")).contains("-->Abacus, 2 cores<!--");
    assertThatThrownBy(() -> updated("<!-- numbers {from: bench.json, rows: {cwt: }, value: luck} --><!-- end -->"))
        .isInstanceOf(FaultslipException.class).hasMessageContaining("'luck'");
    assertThatThrownBy(() -> updated("<!-- numbers {from: bench.json, rows: {fft: }, value: ratio} --><!-- end -->"))
        .isInstanceOf(FaultslipException.class).hasMessageContaining("fft").hasMessageContaining("bench.json");
  }

  @Test
  void verdictsAreToldClaimByClaim() throws IOException {
    Path file = folder.resolve("text.md");
    Files.writeString(file, "<!-- numbers {from: verdicts.json, verdicts: granular} --><!-- end -->");
    Files.writeString(folder.resolve("verdicts.json"), """
        {"verdicts": [
        {"claim": "a", "says": "it is better", "look_ahead": true, "simulation": "granular", "recording": "p4581",
          "difference": -1.5, "unit": "% MAPE", "verdict": "holds", "interval_95": [-2.25, -0.5]},
        {"claim": "a", "says": "it is better", "look_ahead": true, "simulation": "fdem", "recording": "p4581",
          "difference": 9, "unit": "% MAPE", "verdict": "does not hold", "interval_95": [8, 10]},
        {"claim": "b", "says": "it is found", "look_ahead": false, "simulation": "granular", "recording": "p5198",
          "difference": 0.125, "unit": "of the slips", "verdict": "cannot be told", "interval_95": [-0.25, 0.5]}]}
        """);
    assertThat(new NumbersInText(file).updated()).isEqualTo("""
        <!-- numbers {from: verdicts.json, verdicts: granular} -->
        | claim | in windows that look ahead | as a nowcast |
        |---|---|---|
        | (a) it is better, on p4581 | **holds**: −1.50 % MAPE (−2.25 to −0.50) | – |
        | (b) it is found, on p5198 | – | **cannot be told**: 0.13 of the slips (−0.25 to 0.50) |
        <!-- end -->""");
  }

  @Test
  void learningCurvesAreToldByTheCyclesKnown() throws IOException {
    Path file = folder.resolve("text.md");
    Files.writeString(file, "<!-- numbers {from: curves.json, rows: {curve: }, columns: {a quarter: mape with 0.25 cycles, one: "
        + "mape with 1 cycle, five: mape with 5 cycles}} --><!-- end -->");
    Files.writeString(folder.resolve("curves.json"), """
        {"rows": [
        {"experiment": "curve", "simulation": "", "recording": "p", "seed": 0, "mape_percent": 2, "laboratory_cycles": 0.25},
        {"experiment": "curve", "simulation": "", "recording": "p", "seed": 1, "mape_percent": 4, "laboratory_cycles": 0.25},
        {"experiment": "curve", "simulation": "", "recording": "p", "seed": 0, "mape_percent": 1, "laboratory_cycles": 1}]}
        """);
    assertThat(new NumbersInText(file).updated()).contains("| 3.00 % | 1.00 % | – |");
  }

  @Test
  void aFileIsWrittenAnewOnlyIfItsNumbersAreOthers() throws IOException {
    Path text = folder.resolve("text.md");
    results();
    Files.writeString(text, "<!-- numbers {from: results.json, rows: {zero-shot: }, value: mape} -->?<!-- end -->");
    new NumbersInText(text).update();
    assertThat(text).content().contains("-->2.00 %<!--");
    var written = Files.getLastModifiedTime(text);
    new NumbersInText(text).update();
    assertThat(Files.getLastModifiedTime(text)).isEqualTo(written);
  }

  @Test
  void whatCannotBeToldIsRefusedWithItsName() {
    assertThatThrownBy(() -> updated("<!-- numbers {from: results.json, rows: {nothing: }, value: mape} --><!-- end -->"))
        .isInstanceOf(FaultslipException.class).hasMessageContaining("[nothing]").hasMessageContaining("results.json");
    assertThatThrownBy(() -> updated("<!-- numbers {from: results.json, rows: {zero-shot: }, value: luck} --><!-- end -->"))
        .isInstanceOf(FaultslipException.class).hasMessageContaining("'luck'");
    assertThatThrownBy(() -> updated("<!-- numbers {from: elsewhere.json, rows: {zero-shot: }, value: mape} --><!-- end -->"))
        .isInstanceOf(FaultslipException.class).hasMessageContaining("elsewhere.json");
    assertThatThrownBy(() -> updated("<!-- numbers {form: results.json} --><!-- end -->"))
        .isInstanceOf(FaultslipException.class).hasMessageContaining("form");
  }

  private String updated(String text) throws IOException {
    results();
    Path file = folder.resolve("text.md");
    Files.writeString(file, text);
    return new NumbersInText(file).updated();
  }

  private void results() throws IOException {
    String row = "{\"experiment\": \"%s\", \"simulation\": \"%s\", \"recording\": \"%s\", \"unit\": \"\", \"amplitude\": \"%s\","
        + " \"members\": %d, \"look_ahead_s\": %s, \"mape_percent\": %s, \"mae\": 0.1, \"r2\": %s, \"mean_predictor_mape_percent\": 5}";
    Files.writeString(folder.resolve("results.json"), "{\"rows\": [" + String.join(",\n",
        row.formatted("zero-shot", "granular", "a", "raw", 1, "24.4", "1", "0.4"),
        row.formatted("zero-shot", "granular", "a", "raw", 1, "24.4", "2", "0.5"),
        row.formatted("zero-shot", "granular", "a", "raw", 1, "24.4", "4", "0.6"),
        row.formatted("zero-shot", "granular", "a", "raw", 3, "24.4", "1.75", "0.7"),
        row.formatted("zero-shot", "granular", "a", "restored", 1, "24.4", "1.5", "0.75"),
        row.formatted("zero-shot", "fdem", "a", "raw", 1, "24.4", "3", "-0.25"),
        row.formatted("lab-only", "", "a", "raw", 1, "0.0", "1.25", "0.9"),
        row.formatted("lab-only", "", "b", "raw", 1, "0.0", "7", "0.9")) + "]}");
  }
}
