package faultslip.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a number to its row, model, data and code. */
class ExplanationTest {
  @TempDir private Path folder;

  private CommandLineRun explain(String... asked) throws IOException {
    Files.writeString(folder.resolve("results.json"), """
        {"rows": [
          {"study": "public", "simulation": "granular", "experiment": "zero-shot", "recording": "p4581, 8 MPa", "amplitude": "raw",
           "members": 1, "seed": 0, "mape_percent": 2.004, "mae": 0.01, "rmse": 0.02, "r2": 0.8, "mean_predictor_mape_percent": 5.42, "model": "simulation-aa"},
          {"study": "public", "simulation": "granular", "experiment": "zero-shot", "recording": "p4581, 8 MPa", "amplitude": "raw",
           "members": 1, "seed": 1, "mape_percent": 3.126, "mae": 0.01, "rmse": 0.02, "r2": -0.25, "mean_predictor_mape_percent": 5.42, "model": "simulation-bb"},
          {"study": "public", "simulation": "", "experiment": "lab-only", "recording": "p4581, 8 MPa", "amplitude": "raw",
           "members": 1, "seed": 0, "mape_percent": 0.951, "mae": 0.01, "rmse": 0.02, "r2": 0.97, "mean_predictor_mape_percent": 5.42, "model": "lab-only-cc"},
          {"study": "public", "simulation": "", "experiment": "second-experiment-lab-only", "recording": "p5198", "amplitude": "raw",
           "members": 1, "seed": 0, "mape_percent": 0.151, "mae": 0.01, "rmse": 0.02, "r2": 0.97, "mean_predictor_mape_percent": 0.75, "model": "lab-only-cc"},
          {"study": "public", "simulation": "", "experiment": "learning-curve-random-forest", "recording": "p4581, 8 MPa", "amplitude": "raw",
           "members": 1, "seed": 0, "mape_percent": 7.1, "mae": 0.01, "rmse": 0.02, "r2": 0.1, "mean_predictor_mape_percent": 8.5, "model": "forest", "laboratory_cycles": 0.25},
          {"study": "public", "simulation": "", "experiment": "learning-curve-random-forest", "recording": "p4581, 8 MPa", "amplitude": "raw",
           "members": 1, "seed": 0, "mape_percent": 4.3, "mae": 0.01, "rmse": 0.02, "r2": 0.1, "mean_predictor_mape_percent": 8.5, "model": "forest", "laboratory_cycles": 0.5}],
         "verdicts": [{"claim": "b", "says": "cross-training is better", "simulation": "granular", "difference": -0.43, "interval_95": [-0.854, -0.033]}],
         "provenance": {"commit": "abc123", "cpu": "a processor", "os": "Linux", "jdk": "17", "data": {"sha256": {"a.csv": "ff00"}}}}
        """);
    return CommandLineRun.of(command(asked));
  }

  private String[] command(String... asked) {
    List<String> all = new java.util.ArrayList<>(List.of("explain", "--results", folder.toString()));
    all.addAll(List.of(asked));
    return all.toArray(String[]::new);
  }

  @Test
  void aNumberLeadsToItsRowModelDataAndCode() throws IOException {
    String said = explain("0.95").output();
    assertThat(said).contains("lab-only, p4581, 8 MPa, raw", "--study public --seeds 1", "faultslip.experiment.NetworkExperiment",
        "commit abc123", "model lab-only-cc", "a.csv, sha256 ff00", "a processor").doesNotContain("zero-shot");
  }

  @Test
  void medianAndNegativeNumbersAreFoundAsTheyAreWritten() throws IOException {
    assertThat(explain("2.57 %").output()).contains("zero-shot"); // half-way between the seeds: 2.565
    assertThat(explain("--", "−0.25").output()).contains("zero-shot").doesNotContain("lab-only");
    assertThat(explain("3.13", "zero-shot").output()).contains("seed 1: MAPE 3.1260 %");
  }

  @Test
  void learningCurvesAreToldByTheCyclesKnown() throws IOException {
    assertThat(explain("7.10").output()).contains("0.25 cycles known", "MAPE 7.1000 %").doesNotContain("0.5 cycles", "MAPE 4.3");
    // The mean over two amounts of one recording is none over recordings.
    assertThat(explain("5.70").output()).doesNotContain("mean over");
  }

  @Test
  void meansOverRecordingsAndVerdictsAreFound() throws IOException {
    // The mean of 0.951 and 0.151.
    assertThat(explain("0.55").output()).contains("mean over 2 recordings", "0.5510 %", "lab-only, p4581, 8 MPa", "p5198, raw: 0.1510 %");
    assertThat(explain("--", "−0.85").output()).contains("verdicts", "cross-training is better", "-0.43");
  }

  @Test
  void wordsAndKeysNarrowIt() throws IOException {
    assertThat(explain("5.42").output()).contains("zero-shot", "lab-only");
    assertThat(explain("5.42", "granular").output()).contains("zero-shot").doesNotContain("lab-only,");
    assertThat(explain("lab-only-cc").output()).contains("lab-only");
  }

  @Test
  void whatIsNowhereIsSaidInALine() throws IOException {
    CommandLineRun run = explain("17.5");
    assertThat(run.errors()).contains("17.5").contains("matches");
    assertThat(run.errors().strip().lines()).hasSize(1);
  }

  /** Every number of the README's generated parts can be explained. */
  @Test
  void everyNumberOfTheReadmeLeadsSomewhere() throws IOException {
    var numbers = Pattern.compile("<!-- numbers \\{[^}]*\\{[^}]*\\}[^}]*\\} -->([−\\d.]+)")
        .matcher(Files.readString(KitFolder.resolve("README.md"))).results().map(found -> found.group(1)).toList();
    assertThat(numbers).isNotEmpty();
    Explanation explanation = new Explanation(KitFolder.resolve("figures"));
    assertThat(numbers).allSatisfy(number -> assertThat(explanation.of(List.of(number))).isNotEmpty());
  }
}
