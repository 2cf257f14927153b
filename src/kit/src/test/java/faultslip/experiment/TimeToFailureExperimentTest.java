package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.ced.ModelStore;
import faultslip.ced.TrainingProgress;
import faultslip.evaluate.baseline.RegressorKind;
import faultslip.study.Study;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a strictly periodic fault everything is known: its times to failure, and that counting alone predicts them. */
class TimeToFailureExperimentTest {
  @TempDir
  Path folder;

  @Test
  void targetIsTheTimeToTheNextFailure() {
    TransferChain chain = experiment().chain();
    assertThat(chain.study().laboratory().fault().value(0)).isCloseTo(9.9, within(1e-9));
    assertThat(chain.study().laboratory().length()).isEqualTo(1400);
    assertThat(chain.study().simulation().length()).isEqualTo(720);
    assertThat(chain.study().laboratory().emission().values())
        .containsExactly(StickSlip.study().laboratory().slice(0, 1400).emission().values());
  }

  @Test
  void periodicPredictorIsRightButForTheSampleOfTheFailure() {
    TimeToFailureExperiment experiment = experiment();
    assertThat(experiment.recurrence()).isCloseTo(10, within(1e-9));
    TimeToFailureResult periodic = experiment.periodic();
    assertThat(periodic.scores().maeSeconds()).isCloseTo(0, within(1e-9));
    assertThat(periodic.scores().scores().r2()).isCloseTo(1, within(1e-9));
    // Less than a second to go at 10 samples of each 100: 840 samples from 560 on.
    assertThat(periodic.scores().percentFrom()).isCloseTo(1, within(1e-9));
    assertThat(periodic.scores().excluded()).isBetween(80, 90);
  }

  @Test
  void meanPredictorHasTheErrorOfAUniformTime() {
    TimeToFailureResult mean = experiment().mean();
    assertThat(mean.scores().scores().mapePercent()).isEqualTo(mean.scores().scores().meanPredictorMapePercent());
    // The mean distance of a uniform time in 10 s from its middle.
    assertThat(mean.scores().maeSeconds()).isCloseTo(2.5, within(0.1));
  }

  @Test
  void networkAndRegressorsAreScoredOnTheSameSamples() {
    TimeToFailureExperiment experiment = experiment();
    TimeToFailureResult network = experiment.run(Experiment.CROSS_TRAINED, 0, TrainingProgress.SILENT);
    TimeToFailureResult forest = experiment.regression(RegressorKind.named("random-forest"), 0);
    assertThat(network.truth().values()).containsExactly(forest.truth().values());
    assertThat(network.scores().excluded()).isEqualTo(forest.scores().excluded());
    assertThat(network.row().experiment()).isEqualTo("time-to-failure-cross-trained");
    assertThat(network.key()).startsWith("cross-trained-");
    assertThat(network.prediction().orElseThrow().fault().values()).containsExactly(network.predicted().values());
    assertThat(forest.prediction()).isEmpty();
    // Emission dies away after each failure, so that the forest can tell the time.
    assertThat(forest.scores().scores().r2()).isGreaterThan(0.5);
  }

  @Test
  void whatHasNoTimeToFailureIsRefused() {
    Study study = StickSlip.study();
    Study unknown = study.withLaboratory(study.laboratory());
    assertThatThrownBy(() -> new TimeToFailureExperiment(unknown, StickSlip.settings(), new ModelStore(folder)))
        .isInstanceOf(ExperimentException.class).hasMessageContaining("no time to it");
    assertThatThrownBy(() -> experiment().run(Experiment.SIMULATION_BASELINE, 0, TrainingProgress.SILENT))
        .isInstanceOf(ExperimentException.class).hasMessageContaining("choose another experiment");
  }

  private TimeToFailureExperiment experiment() {
    return new TimeToFailureExperiment(StickSlip.study(), StickSlip.settings(), new ModelStore(folder));
  }
}
