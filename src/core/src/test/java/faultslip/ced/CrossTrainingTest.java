package faultslip.ced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.NoOp;

/** Cross-training moves the latent space and nothing else, by one bit. */
class CrossTrainingTest {
  private static final TrainingSettings SETTINGS = Tiny.training(40, 8, 1e-2, 0, 0.9, 1, 0, 5, 40);

  @ParameterizedTest
  @CsvSource({"false, FRESH", "false, TRAINED", "true, FRESH"})
  void encoderAndDecoderKeepEveryBitAndTheLatentSpaceLearns(boolean batchNormalisation, LatentStart start) {
    CedArchitecture architecture = Tiny.architecture(batchNormalisation, 0.2);
    Ced simulated = Ced.train(architecture, Tiny.data(1), Tiny.settings(), 0, Optional.empty(), TrainingProgress.SILENT)
        .network();
    List<Integer> original = Bits.of(simulated);
    // Validated on what it learns from: that loss must fall, however little there is to learn from.
    TrainingData laboratory =
        new TrainingData(Tiny.data(2).training(), Tiny.data(2).training(), Tiny.WINDOWS, Tiny.WINDOWS);

    TrainedNetwork trained =
        simulated.crossTrain(laboratory, SETTINGS, start, 0, Optional.empty(), TrainingProgress.SILENT);

    assertThat(Bits.of(simulated)).as("the network it started from").isEqualTo(original);
    int frozen = 0;
    for (String layer : Bits.layers(simulated)) {
      List<Integer> before = Bits.of(simulated, layer);
      List<Integer> after = Bits.of(trained.network(), layer);
      if (!layer.startsWith("latent")) {
        assertThat(after).as(layer).isEqualTo(before);
        frozen += before.size();
      } else if (!before.isEmpty()) {
        assertThat(after).as(layer).isNotEqualTo(before);
      }
    }
    assertThat(frozen).isEqualTo((int) Math.round(simulated.parameters() * (1 - simulated.latentShare())));
    List<TrainingHistory.Validation> validations = trained.history().validations();
    assertThat(trained.history().bestLoss()).isLessThan(validations.get(0).loss());
    if (start == LatentStart.TRAINED) {
      assertThat(trained.history().bestLoss()).isLessThan(Tiny.loss(simulated, laboratory));
    }
    // What was validated behind the frozen decoder is what the whole network does.
    assertThat(Tiny.loss(trained.network(), laboratory)).isCloseTo(trained.history().bestLoss(), within(1e-4));
  }

  @Test
  void sameSeedSameBitsOtherSeedOtherBits() {
    Ced simulated = Ced.train(Tiny.PLAIN, Tiny.data(1), Tiny.settings(), 0, Optional.empty(), TrainingProgress.SILENT)
        .network();
    assertThat(crossTrained(simulated, 5)).isEqualTo(crossTrained(simulated, 5))
        .isNotEqualTo(crossTrained(simulated, 6));
  }

  @Test
  void freshStartDoesNotDependOnTheLatentSpaceLeftBehind() {
    // Two networks that differ in their latent spaces alone, made by two cross-trainings of one network.
    Ced simulated = Ced.train(Tiny.PLAIN, Tiny.data(1), Tiny.settings(), 0, Optional.empty(), TrainingProgress.SILENT)
        .network();
    Ced one = simulated.crossTrain(Tiny.data(2), Tiny.settings(), LatentStart.FRESH, 1, Optional.empty(),
        TrainingProgress.SILENT).network();
    Ced other = simulated.crossTrain(Tiny.data(3), Tiny.settings(), LatentStart.FRESH, 2, Optional.empty(),
        TrainingProgress.SILENT).network();
    assertThat(Bits.of(one)).isNotEqualTo(Bits.of(other));
    assertThat(crossTrained(one, 9)).isEqualTo(crossTrained(other, 9));
  }

  @Test
  void whatIsEncodedWhenItIsAskedForIsWhatIsKeptOtherwise() {
    Ced simulated = Ced.untrained(Tiny.PLAIN, Initialisation.HE, 0);
    List<String> names = new NetworkAssembly(Tiny.PLAIN).latentAndDecoder(new NoOp()).getConfiguration()
        .getNetworkInputs();
    WindowImages windows = WindowImages.of(Tiny.data(2).training(), Tiny.WINDOWS, Tiny.PLAIN);
    int[] numbers = {3, 0, 5};
    try (NetworkEngine whole = NetworkEngine.toPredict(Tiny.PLAIN, simulated.graph())) {
      INDArray[] kept = windows.encodedBy(whole, names, Long.MAX_VALUE).batch(numbers, 1).getFeatures();
      assertThat(kept).hasSize(names.size());
      INDArray[] made = windows.encodedBy(whole, names, 0).batch(numbers, 1).getFeatures();
      for (int i = 0; i < kept.length; i++) {
        assertThat(made[i].reshape(-1).toFloatVector()).containsExactly(kept[i].reshape(-1).toFloatVector(),
            within(1e-6f));
      }
    }
  }

  private static List<Integer> crossTrained(Ced from, long seed) {
    return Bits.of(from.crossTrain(Tiny.data(2), Tiny.settings(), LatentStart.FRESH, seed, Optional.empty(),
        TrainingProgress.SILENT).network());
  }
}
