package outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.FaultslipException;
import faultslip.evaluate.Scores;
import faultslip.evaluate.baseline.EmissionRegression;
import faultslip.evaluate.baseline.EmissionStatistics;
import faultslip.evaluate.baseline.RegressorKind;
import faultslip.evaluate.baseline.RegressorKind.LinearRegression;
import faultslip.evaluate.baseline.RegressorKind.RandomForest;
import faultslip.experiment.Experiment;
import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.series.Series;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A regressor that is one class and one line of one's own, among those of the kit; what provenance says. */
class AddedRegressorTest {

  @Test
  void itStandsAmongTheOthers() {
    assertThat(RegressorKind.registry().ids()).containsExactly("linear", "random-forest", "stump");
    assertThat(Experiment.all()).extracting(Experiment::id)
        .containsSubsequence("baseline-linear", "baseline-random-forest", "baseline-stump");
    assertThat(RegressorKind.registry().get("stump")).isInstanceOf(Stump.class);
  }

  /** The fault state steps up with the level of the emission, which a tree finds and a line does not. */
  @Test
  void itLearnsAsTheOthersDo() {
    SplittableRandom random = new SplittableRandom(3);
    double[] emission = random.doubles(600, 0, 1).toArray();
    double[] fault = new double[emission.length];
    for (int i = 1; i < fault.length; i++) {
      fault[i] = Math.max(emission[i], emission[i - 1]) > 0.8 ? 2 : 1;
    }
    fault[0] = 1;
    Clock clock = new Clock(0, 0.1);
    Recording recording = new Recording("steps", new Series("emission", "", clock, emission),
        new Series("fault", "", clock, fault));
    Recording test = recording.slice(300, 600);
    Series predicted = new EmissionRegression(RegressorKind.registry().get("stump"),
        new EmissionStatistics(List.of(2)), recording.slice(0, 300), 0).predict(test);
    assertThat(Scores.of(test.fault(), predicted, 1.4).r2()).isGreaterThan(0.9);
  }

  @Test
  void unknownOneIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> RegressorKind.registry().get("boosted")).isInstanceOf(FaultslipException.class)
        .hasMessageStartingWith("There is no regressor 'boosted'; give one of linear, random-forest, stump,");
  }

  @Test
  void provenanceNamesTrainerSettingsSeedAndTransformation() {
    String provenance = EmissionRegression.provenance(RegressorKind.registry().get("linear"), 41);
    assertThat(provenance).contains("LinearSGDTrainer", "AdaGrad", "epochs = 200", "seed = 41",
        "MeanStdDevTransformation");
  }

  /** It is part of the key under which predictions are kept. */
  @Test
  void provenanceIsTheSameForTheSameSettingsAndNoOthers() {
    for (RegressorKind kind : RegressorKind.registry().all()) {
      assertThat(EmissionRegression.provenance(kind, 0)).isEqualTo(EmissionRegression.provenance(kind, 0));
    }
    assertThat(EmissionRegression.provenance(new RandomForest(), 0))
        .isNotEqualTo(EmissionRegression.provenance(new RandomForest(), 1))
        .isNotEqualTo(EmissionRegression.provenance(new LinearRegression(), 0));
  }
}
