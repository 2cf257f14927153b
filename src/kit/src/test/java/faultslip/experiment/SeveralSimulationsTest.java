package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.ced.ModelStore;
import faultslip.ced.TrainingProgress;
import faultslip.figure.FailuresFigure;
import faultslip.figure.ResultsFigure;
import faultslip.series.Standardisation;
import faultslip.study.Study;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study of two simulations: what learns from one is there for each, what learns from none once. */
class SeveralSimulationsTest {
  private static final String[] IDS = {"simulation-baseline", "lab-only", "zero-shot", "cross-trained", "limited-cycle-pre-failure",
      "baseline-linear", "time-to-failure-zero-shot", "time-to-failure-periodic"};

  @TempDir private static Path models;
  private static Study study;
  private static List<ResultRow> rows;

  @BeforeAll
  static void run() {
    Study one = StickSlip.study();
    study = new Study(one.name(), List.of(StickSlip.simulation("slow", 80), StickSlip.simulation("fast", 50)), one.laboratory(),
        one.others(), one.method().changed(List.of("windows.laboratory.training=3.2 s")), one.sources());
    rows = campaign(study).rows(IDS).stream().filter(ResultRow::isPlain).toList();
  }

  @Test
  void eachSimulationHasItsRowsAndTheRestIsThereOnce() {
    assertThat(rows).extracting(row -> row.experiment() + " " + row.simulation()).containsExactly(
        "simulation-baseline slow", "simulation-baseline fast", "lab-only ", "zero-shot slow", "zero-shot fast", "cross-trained slow",
        "cross-trained fast", "limited-cycle-pre-failure slow", "limited-cycle-pre-failure fast", "baseline-linear ",
        "time-to-failure-zero-shot slow", "time-to-failure-zero-shot fast", "time-to-failure-periodic ");
    // Two of the fault state, which serve the baseline and zero-shot transfer, and two of the time to failure.
    assertThat(rows.stream().map(row -> row.model().key()).filter(key -> key.startsWith("simulation-")).distinct()).hasSize(4);
  }

  @Test
  void aSimulationGivesWhatItGivesAlone() {
    Study alone = new Study(study.name(), List.of(study.simulations().get(1)), study.laboratory(), study.others(), study.method(), study.sources());
    assertThat(rows).containsAll(campaign(alone).rows("simulation-baseline", "zero-shot", "cross-trained").stream()
        .filter(ResultRow::isPlain).toList());
  }

  @Test
  void tablesAndFiguresTellThemApart() {
    assertThat(SeedSummary.all(rows)).hasSameSizeAs(rows).allSatisfy(summary -> assertThat(summary.seeds()).containsExactly(0L));
    assertThat(Comparison.markdown(rows)).contains("| zero-shot (slow) |", "| zero-shot (fast) |", "| lab-only |");
    assertThat(ResultsFigure.of(rows, "").svg()).contains("Zero-shot transfer from slow", "Zero-shot transfer from fast", "Lab only<")
        .doesNotContain("Lab only from");
    assertThat(FailuresFigure.of(campaign(study), "lab-only", "zero-shot").orElseThrow().svg())
        .contains("True drop", "as large as true", "lab only", "zero-shot");
    List<ResultRow> one = rows.stream().filter(row -> !row.simulation().equals("fast")).toList();
    assertThat(Comparison.markdown(one)).contains("| zero-shot |");
  }

  @Test
  void theOtherSimulationsLeadCampaignsOfTheirOwn() {
    Campaign campaign = campaign(study);
    List<Campaign> others = campaign.otherSimulations();
    assertThat(others).hasSize(1);
    assertThat(campaign.remark()).isEqualTo("Simulation: slow. One seed.");
    assertThat(others.get(0).remark()).isEqualTo("Simulation: fast. One seed.");
    assertThat(List.of(campaign.median("zero-shot").row(), others.get(0).median("zero-shot").row()))
        .containsExactlyElementsOf(rows.stream().filter(row -> row.experiment().equals("zero-shot")).toList());
    assertThat(others.get(0).otherSimulations().get(0).study().simulation().name()).isEqualTo("slow");
  }

  @Test
  void aRestoredResultIsThatOfTheSameModel() {
    Campaign campaign = campaign(study);
    Result raw = campaign.median("zero-shot");
    Result restored = campaign.restored(raw);
    assertThat(restored.row().model()).isEqualTo(raw.row().model());
    assertThat(restored.row().reading()).isEqualTo(new ResultRow.Reading(Amplitude.RESTORED, raw.row().reading().lookAhead()));
    Standardisation known = Standardisation.of(raw.segment().known().fault());
    assertThat(Standardisation.of(restored.predicted()).deviation()).isCloseTo(known.deviation(), within(1e-12));
    assertThatThrownBy(() -> campaign.restored(campaign.median("baseline-linear"))).isInstanceOf(ExperimentException.class)
        .hasMessageContaining("take a network's result");
  }

  private static Campaign campaign(Study of) {
    return new Campaign(new ExperimentContext(of, new ModelStore(models), training -> TrainingProgress.SILENT), List.of(0L), Experiment.all());
  }
}
