package faultslip.evaluate.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.evaluate.EvaluationException;
import org.junit.jupiter.api.Test;
import outside.ShallowTree;

/** The kit's own regressors and one from elsewhere are found by their ids; provenance says what a regressor is. */
class RegressorKindTest {

  @Test
  void oneFromElsewhereStandsAmongTheKitsOwn() {
    assertThat(RegressorKind.all()).extracting(RegressorKind::id)
        .containsExactly("linear", "random-forest", "shallow-tree");
    assertThat(RegressorKind.named("shallow-tree")).isInstanceOf(ShallowTree.class);
  }

  @Test
  void unknownOneIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> RegressorKind.named("boosted")).isInstanceOf(EvaluationException.class)
        .hasMessage("No regressor 'boosted'; there are linear, random-forest, shallow-tree.");
  }

  @Test
  void provenanceNamesTrainerSettingsSeedAndTransformation() {
    String provenance = EmissionRegression.provenance(RegressorKind.named("linear"), 41);
    assertThat(provenance).contains("LinearSGDTrainer", "AdaGrad", "epochs = 200", "seed = 41",
        "MeanStdDevTransformation");
  }

  /** It is part of the key under which predictions are kept. */
  @Test
  void provenanceIsTheSameForTheSameSettingsAndNoOthers() {
    for (RegressorKind kind : RegressorKind.all()) {
      assertThat(EmissionRegression.provenance(kind, 0)).isEqualTo(EmissionRegression.provenance(kind, 0));
    }
    assertThat(EmissionRegression.provenance(new RandomForest(), 0))
        .isNotEqualTo(EmissionRegression.provenance(new RandomForest(), 1))
        .isNotEqualTo(EmissionRegression.provenance(new LinearRegression(), 0));
  }
}
