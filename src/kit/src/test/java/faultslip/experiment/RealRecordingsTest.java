package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.ced.ModelStore;
import faultslip.ced.TrainingProgress;
import faultslip.evaluate.baseline.RegressorKind;
import faultslip.series.Recording;
import faultslip.split.Segment;
import faultslip.study.OtherRecordings;
import faultslip.study.PublicStudy;
import faultslip.study.Sampling;
import faultslip.study.Study;
import faultslip.testing.Shared;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The experiments end to end on the real recordings, with so few steps that their numbers mean nothing. */
class RealRecordingsTest {
  private static final MethodSettings SETTINGS = StickSlip.settings();

  @TempDir
  static Path folder;

  private static Study study;

  @BeforeAll
  static void read() {
    Shared.data("public/Slip_events.npy");
    study = PublicStudy.read(Shared.data("public"), Map.of());
  }

  @Test
  void limitedCycleTakesItsTwoHalvesFromTheTrainingSegment() {
    LimitedCycle limited = new LimitedCycle(chain(study));
    Segment training = SETTINGS.laboratorySplit().of(study.laboratory()).train();
    assertThat(limited.cycle().to()).isLessThanOrEqualTo(training.to());
    // Failures at 3829.9 and 3840.4 s.
    assertThat(limited.cycle().length()).isEqualTo(105);
    for (CyclePart part : CyclePart.values()) {
      LimitedCycleResult result = limited.run(part, 0, TrainingProgress.SILENT);
      assertThat(result.scores().samples()).isEqualTo(1500);
      assertThat(result.scores().meanPredictorMapePercent()).isBetween(5.0, 6.0);
      assertThat(limited.runOnOthers(part, 0, TrainingProgress.SILENT)).isEmpty();
    }
  }

  @Test
  void timeToFailureStandsBesideItsPredictors() {
    TimeToFailureExperiment experiment = new TimeToFailureExperiment(study, SETTINGS, new ModelStore(folder));
    assertThat(experiment.failures().size()).isEqualTo(26);
    List<TimeToFailureResult> results = List.of(experiment.run(Experiment.CROSS_TRAINED, 0, TrainingProgress.SILENT),
        experiment.regression(RegressorKind.named("linear"), 0), experiment.periodic(), experiment.mean());
    assertThat(results).extracting(result -> result.scores().excluded()).containsOnly(results.get(0).scores().excluded());
    assertThat(new ResultTable(results.stream().map(TimeToFailureResult::row).toList()).summaries()).hasSize(4);
  }

  @Test
  void rowsOfAllExperimentsFitOneTable() {
    Recording other = new Recording("other", study.laboratory().emission(), study.laboratory().fault());
    Study withOther = new Study(study.name(), Sampling.SLOW, study.simulation(), study.simulationRates(), study.laboratory(),
        new OtherRecordings(List.of(other), "another"), study.failures(), study.notes(), study.hashes());
    List<ResultRow> rows = List.of(
        chain(withOther).run(Experiment.CROSS_TRAINED, 0, TrainingProgress.SILENT).row(),
        new SecondExperiment(chain(withOther)).run(Experiment.CROSS_TRAINED, 0, TrainingProgress.SILENT).get(0).row(),
        new EmissionBaseline(withOther, SETTINGS, new ModelStore(folder)).run(RegressorKind.named("random-forest"), 0).row(),
        new EmissionBaseline(withOther, SETTINGS, new ModelStore(folder)).run(RegressorKind.named("linear"), 0).row());
    assertThat(rows).extracting(row -> row.scores().samples()).containsExactly(1500, other.length(), 1500, 1500);
    assertThat(new ResultTable(rows).table().rowCount()).isEqualTo(4);
  }

  private static TransferChain chain(Study study) {
    return new TransferChain(study, SETTINGS, new ModelStore(folder));
  }
}
