package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import faultslip.ced.ModelStore;
import faultslip.ced.TrainingProgress;
import faultslip.series.Recording;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An unchanged model takes nothing but mean and standard deviation from another recording. */
class SecondExperimentTest {
  @TempDir
  Path folder;

  @Test
  void withoutAnotherRecordingSaysSoAndTrainsNothing() {
    SecondExperiment second = new SecondExperiment(chain());
    assertThat(second.run(Experiment.CROSS_TRAINED, 0, TrainingProgress.SILENT)).isEmpty();
    assertThat(second.remark()).contains("no other laboratory recording");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void modelIsTheChainsAndTheWholeRecordingIsScored() {
    Recording other = StickSlip.recording("other", 300, 64);
    TransferChain chain = chain(other);
    List<SecondExperimentResult> results = new SecondExperiment(chain).run(Experiment.CROSS_TRAINED, 0, TrainingProgress.SILENT);
    ExperimentResult own = chain.run(Experiment.CROSS_TRAINED, 0, TrainingProgress.SILENT);
    assertThat(results).hasSize(1);
    assertThat(results.get(0).key()).isEqualTo(own.model());
    assertThat(results.get(0).scores().samples()).isEqualTo(300);
    assertThat(results.get(0).row().experiment()).isEqualTo("second-experiment-cross-trained");
    assertThat(results.get(0).row().recording()).isEqualTo("other");
  }

  @Test
  void anotherUnitOrOffsetOfTheRecordingChangesThePredictionByJustThat() {
    Recording other = StickSlip.recording("other", 300, 64);
    Recording stress = new Recording("stress", other.emission().map("e", "", value -> 7 + 0.5 * value),
        other.fault().map("shear stress", "MPa", value -> 3 + 8 * value));
    List<SecondExperimentResult> results =
        new SecondExperiment(chain(other, stress)).run(Experiment.CROSS_TRAINED, 0, TrainingProgress.SILENT);
    var first = results.get(0).prediction().fault();
    var second = results.get(1).prediction().fault();
    for (int i = 0; i < first.length(); i++) {
      assertThat(second.value(i)).isCloseTo(3 + 8 * first.value(i), within(1e-4));
    }
    assertThat(second.unit()).isEqualTo("MPa");
    assertThat(results.get(1).scores().r2()).isCloseTo(results.get(0).scores().r2(), within(1e-3));
  }

  private TransferChain chain(Recording... others) {
    return new TransferChain(StickSlip.study(others), StickSlip.settings(), new ModelStore(folder));
  }
}
