package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.evaluate.baseline.RegressorKind;
import faultslip.experiment.NetworkExperiment.LearningRegime;
import faultslip.series.Recording;
import faultslip.study.Study;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a strictly periodic fault everything is known: its times to failure, and that counting alone predicts them. */
class TimeToFailureTest {
  @TempDir
  Path folder;

  @Test
  void targetIsTheTimeToTheNextFailure() {
    TransferModels models = new TimeToFailure(context()).tests().models();
    Recording laboratory = models.laboratory().recording();
    assertThat(laboratory.fault().value(0)).isCloseTo(9.9, within(1e-9));
    assertThat(laboratory.length()).isEqualTo(1400);
    assertThat(models.simulation().recording().length()).isEqualTo(720);
    assertThat(laboratory.emission().values())
        .containsExactly(StickSlip.study().laboratory().recording().slice(0, 1400).emission().values());
  }

  @Test
  void periodicPredictorIsRightButForTheSampleOfTheFailure() {
    assertThat(new TimeToFailure(context()).recurrence()).isCloseTo(10, within(1e-9));
    Result periodic = TimeToFailure.Reference.PERIODIC.run(context(), 0).get(0);
    assertThat(periodic.scores().mae()).isCloseTo(0, within(1e-9));
    assertThat(periodic.scores().r2()).isCloseTo(1, within(1e-9));
    // Less than a second to go at 10 samples of each 100: 840 samples from 560 on.
    assertThat(periodic.row().leftOut()).isBetween(80, 90);
  }

  @Test
  void meanPredictorHasTheErrorOfAUniformTime() {
    Result mean = TimeToFailure.Reference.MEAN.run(context(), 0).get(0);
    assertThat(mean.scores().mapePercent()).isEqualTo(mean.scores().meanPredictorMapePercent());
    // The mean distance of a uniform time in 10 s from its middle.
    assertThat(mean.scores().mae()).isCloseTo(2.5, within(0.1));
  }

  @Test
  void networkAndRegressorsAreScoredOnTheSameSamples() {
    Result network = new NetworkExperiment(LearningRegime.CROSS_TRAINED, Target.TIME_TO_FAILURE, LookAhead.WINDOW).run(context(), 0).get(0);
    Result forest = new RegressorExperiment(RegressorKind.registry().get("random-forest"), Target.TIME_TO_FAILURE, LookAhead.WINDOW).run(context(), 0).get(0);
    assertThat(network.truth().values()).containsExactly(forest.truth().values());
    assertThat(network.row().leftOut()).isEqualTo(forest.row().leftOut());
    assertThat(network.row().experiment()).isEqualTo("time-to-failure-cross-trained");
    assertThat(network.row().model().key()).startsWith("cross-trained-");
    assertThat(network.prediction().fault().values()).containsExactly(network.predicted().values());
    assertThat(forest.images()).isEmpty();
    // Emission dies away after each failure, so that the forest can tell the time.
    assertThat(forest.scores().r2()).isGreaterThan(0.5);
  }

  @Test
  void whatHasNoTimeToFailureIsRefused() {
    Study study = StickSlip.study();
    Study unknown = study.withLaboratory(study.laboratory().recording());
    assertThatThrownBy(() -> new TimeToFailure(StickSlip.context(unknown, folder)))
        .isInstanceOf(ExperimentException.class).hasMessageContaining("no time to it");
    assertThat(TimeToFailure.Reference.MEAN.obstacle(unknown)).hasValueSatisfying(why -> assertThat(why).contains("no time to it"));
    assertThatThrownBy(() -> new NetworkExperiment(LearningRegime.SIMULATION_BASELINE, Target.TIME_TO_FAILURE, LookAhead.WINDOW))
        .isInstanceOf(ExperimentException.class).hasMessageContaining("choose another experiment");
  }

  private ExperimentContext context() {
    return StickSlip.context(StickSlip.study(), folder);
  }
}
