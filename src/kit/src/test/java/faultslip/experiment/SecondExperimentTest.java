package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import faultslip.ced.ModelStore;
import faultslip.ced.TrainingProgress;
import faultslip.experiment.NetworkExperiment.LearningRegime;
import faultslip.series.Recording;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An unchanged model takes nothing but mean and standard deviation from another recording. */
class SecondExperimentTest {
  private static final NetworkExperiment CROSS_TRAINED =
      new NetworkExperiment(LearningRegime.CROSS_TRAINED, Target.SECOND_EXPERIMENT, LookAhead.WINDOW);

  @TempDir
  Path folder;

  @Test
  void withoutAnotherRecordingSaysSoAndTrainsNothing() {
    assertThat(CROSS_TRAINED.obstacle(StickSlip.study())).hasValueSatisfying(why -> assertThat(why).contains("no other laboratory recording"));
    Campaign campaign = new Campaign(new ExperimentContext(StickSlip.study(), new ModelStore(folder), training -> TrainingProgress.SILENT), List.of(0L), Experiment.all());
    assertThat(campaign.results(CROSS_TRAINED.id())).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void modelIsTheChainsAndTheWholeRecordingIsScored() {
    ExperimentContext context = StickSlip.context(StickSlip.study(StickSlip.recording("other", 300, 64)), folder);
    List<Result> results = plain(CROSS_TRAINED.run(context, 0));
    Result own = new NetworkExperiment(LearningRegime.CROSS_TRAINED, Target.FAULT_STATE, LookAhead.WINDOW).run(context, 0).get(0);
    assertThat(results).hasSize(1);
    assertThat(results.get(0).row().model()).isEqualTo(own.row().model());
    assertThat(results.get(0).scores().samples()).isEqualTo(300);
    assertThat(results.get(0).row().experiment()).isEqualTo("second-experiment-cross-trained");
    assertThat(results.get(0).row().recording()).isEqualTo("other");
  }

  @Test
  void anotherUnitOrOffsetOfTheRecordingChangesThePredictionByJustThat() {
    Recording other = StickSlip.recording("other", 300, 64);
    Recording stress = new Recording("stress", other.emission().map("e", "", value -> 7 + 0.5 * value),
        other.fault().map("shear stress", "MPa", value -> 3 + 8 * value));
    List<Result> results = plain(CROSS_TRAINED.run(StickSlip.context(StickSlip.study(other, stress), folder), 0));
    var first = results.get(0).prediction().fault();
    var second = results.get(1).prediction().fault();
    for (int i = 0; i < first.length(); i++) {
      assertThat(second.value(i)).isCloseTo(3 + 8 * first.value(i), within(1e-4));
    }
    assertThat(second.unit()).isEqualTo("MPa");
    assertThat(results.get(1).scores().r2()).isCloseTo(results.get(0).scores().r2(), within(1e-3));
  }

  private static List<Result> plain(List<Result> results) {
    return results.stream().filter(result -> result.row().isPlain()).toList();
  }
}
