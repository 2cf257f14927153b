package faultslip.ced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import faultslip.series.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Training learns what can be learnt, stops when it no longer does, and keeps the best it saw. */
class TrainingTest {

  @Test
  void learnsToCopyItsInput() {
    Recording noisy = Tiny.recording(1, 400);
    Recording copied = Tiny.recording("copied", noisy.emission().values(), noisy.emission().values());
    CedArchitecture architecture = CedArchitecture.of(16, 16, List.of(4, 4)).withLatent(4, 1);
    TrainingSettings settings = Tiny.training(150, 16, 2e-2, 10, 0.9, 1, 0, 50, 150);
    TrainedNetwork trained = train(architecture, Tiny.data(copied), settings, 0);
    assertThat(trained.history().bestLoss()).isLessThan(0.1);
  }

  @ParameterizedTest
  @EnumSource(Downsampling.class)
  void lowersTheValidationLoss(Downsampling downsampling) {
    CedArchitecture architecture = Tiny.architecture(downsampling, false, 0.1);
    TrainedNetwork trained = train(architecture, Tiny.data(2), Tiny.training(80, 8, 2e-2, 5, 0.9, 1, 0, 10, 80), 0);
    List<TrainingHistory.Validation> validations = trained.history().validations();
    assertThat(trained.history().bestLoss()).isLessThan(0.7 * validations.get(0).loss()).isLessThan(0.9);
  }

  @Test
  void batchNormalisationTrainsToo() {
    TrainedNetwork trained =
        train(Tiny.architecture(true, 0), Tiny.data(2), Tiny.training(80, 8, 2e-2, 5, 0.9, 0, 0, 10, 80), 0);
    assertThat(trained.history().bestLoss()).isLessThan(0.9);
  }

  @Test
  void keptWeightsAreThoseOfTheBestValidation() {
    // So high a rate that the loss goes up and down, and no cosine brings it to rest before patience is over.
    TrainingSettings rough = Tiny.training(400, 4, 0.3, 0, 0.3, 0, 0, 1, 6);
    TrainingData data = Tiny.data(3);
    TrainedNetwork trained = train(Tiny.PLAIN, data, rough, 0);
    TrainingHistory history = trained.history();
    TrainingHistory.Validation best = history.validations().stream()
        .min(java.util.Comparator.comparingDouble(TrainingHistory.Validation::loss)).orElseThrow();
    assertThat(history.bestLoss()).isEqualTo(best.loss());
    assertThat(history.bestStep()).isEqualTo(best.step()).isLessThan(history.steps());
    assertThat(Tiny.loss(trained.network(), data)).isCloseTo(history.bestLoss(), withinPercentage(1e-3));
  }

  @Test
  void stopsWhenPatienceIsOverAndStillReportsTheEnd() {
    TrainingSettings rough = Tiny.training(400, 4, 0.3, 0, 0, 0, 0, 2, 6);
    List<Integer> reported = new ArrayList<>();
    TrainingHistory history = Ced.train(Tiny.PLAIN, Tiny.data(3), rough, 0, Optional.empty(),
        (step, steps, loss) -> reported.add(step)).history();
    assertThat(history.steps()).isLessThan(400).isEqualTo(history.bestStep() + 6);
    assertThat(history.validations()).extracting(TrainingHistory.Validation::step)
        .allMatch(step -> step % 2 == 0).last().isEqualTo(history.steps());
    assertThat(reported).startsWith(1, 2, 3).endsWith(history.steps(), 400);
  }

  @Test
  void lastStepIsValidatedThoughTheIntervalDoesNotDivideTheSteps() {
    TrainingHistory history = train(Tiny.PLAIN, Tiny.data(3), Tiny.training(25, 4, 1e-3, 0, 0, 0, 0, 10, 100), 0)
        .history();
    assertThat(history.validations()).extracting(TrainingHistory.Validation::step).containsExactly(10, 20, 25);
  }

  @Test
  void divergenceIsOneClearLine() {
    TrainingSettings absurd = Tiny.training(200, 4, 0.999, 0, 0, 0, 0, 1, 200);
    double[] emission = Tiny.recording(1, 300).emission().values();
    double[] fault = emission.clone();
    for (int i = 200; i < 230; i++) {
      emission[i] = 1e38; // beyond what float32 can square
    }
    assertThatThrownBy(() -> train(Tiny.PLAIN, Tiny.data(Tiny.recording("spiked", emission, fault)), absurd, 0))
        .isInstanceOf(CedException.class).hasMessageContaining("Training diverged: validation loss")
        .hasMessageContaining("after 1 steps").hasMessageContaining("0.999");
  }

  @Test
  void supervisedTrainingLeavesANetworkWithoutItsExtraHeads() {
    TrainingSettings settings = Tiny.training(80, 8, 2e-2, 5, 0.9, 1, 0.3, 10, 80);
    TrainingData data = Tiny.data(2);
    TrainedNetwork trained = train(Tiny.architecture(false, 0.1), data, settings, 0);
    Ced plain = Tiny.untrained(Tiny.architecture(false, 0.1), 0);
    assertThat(Bits.layers(trained.network())).isEqualTo(Bits.layers(plain));
    assertThat(trained.network().parameters()).isEqualTo(plain.parameters());
    assertThat(trained.history().bestLoss()).isLessThan(0.9);
    assertThat(Tiny.loss(trained.network(), data)).isCloseTo(trained.history().bestLoss(), withinPercentage(1e-3));
    // It is not the training without supervision under another name.
    TrainingSettings without = Tiny.training(80, 8, 2e-2, 5, 0.9, 1, 0, 10, 80);
    assertThat(train(Tiny.architecture(false, 0.1), data, without, 0).history().bestLoss())
        .isNotEqualTo(trained.history().bestLoss());
  }

  @Test
  void validationLossOfPredictingZeroIsOne() {
    // All parameters 0 but those of the last layer's bias: an output of 0 everywhere.
    TrainingData data = Tiny.data(5);
    WindowImages validation = WindowImages.of(data.validation(), data.validationWindows(), Tiny.PLAIN);
    var graph = new NetworkAssembly(Tiny.PLAIN).whole();
    graph.params().assign(0);
    assertThat(validation.loss(new Dl4jEngine(graph))).isEqualTo(1);
  }

  private static TrainedNetwork train(CedArchitecture architecture, TrainingData data, TrainingSettings settings,
      long seed) {
    return Ced.train(architecture, data, settings, seed, Optional.empty(), TrainingProgress.SILENT);
  }
}
