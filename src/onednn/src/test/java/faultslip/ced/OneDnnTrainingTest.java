package faultslip.ced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import faultslip.onednn.ConvolutionalNetwork;
import faultslip.onednn.ced.OneDnnEngine;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.learning.config.Sgd;

/** Networks learn and predict with oneDNN called directly as they do with DL4J. */
class OneDnnTrainingTest {
  private static final TrainingSettings SETTINGS = Tiny.training(40, 8, 1e-2, 5, 0.8, 0.5, 0.3, 10, 40);

  @BeforeEach
  void oneDnn() {
    assumeTrue(ConvolutionalNetwork.isAvailable(), "Skipped: no oneDNN for this platform.");
    System.clearProperty(NetworkEngine.PROPERTY);
  }

  @AfterEach
  void asUsual() {
    System.clearProperty(NetworkEngine.PROPERTY);
  }

  @Test
  void computesWhatItCanUnlessDl4jIsAskedFor() {
    NativeBackend.require();
    ComputationGraph graph = new NetworkAssembly(Tiny.PLAIN).whole(0, new Sgd(1));
    assertThat(NetworkEngine.toPredict(Tiny.PLAIN, graph)).isInstanceOf(OneDnnEngine.class);
    assertThat(NetworkEngine.toTrain(Tiny.PLAIN, graph, 1)).isInstanceOf(OneDnnEngine.class);
    for (CedArchitecture other : List.of(Tiny.architecture(true, 0),
        Tiny.architecture(Downsampling.STRIDED_CONVOLUTION, false, 0))) {
      assertThat(NetworkEngine.toPredict(other, graph)).isInstanceOf(Dl4jEngine.class);
      assertThat(NetworkEngine.toTrain(other, graph, 1)).isInstanceOf(Dl4jEngine.class);
    }
    CedArchitecture dropping = Tiny.architecture(false, 0.3);
    assertThat(NetworkEngine.toPredict(dropping, graph)).isInstanceOf(OneDnnEngine.class);
    assertThat(NetworkEngine.toTrain(dropping, graph, 1)).isInstanceOf(Dl4jEngine.class);
    System.setProperty(NetworkEngine.PROPERTY, NetworkEngine.DL4J);
    assertThat(NetworkEngine.toPredict(Tiny.PLAIN, graph)).isInstanceOf(Dl4jEngine.class);
    assertThat(NetworkEngine.toTrain(Tiny.PLAIN, graph, 1)).isInstanceOf(Dl4jEngine.class);
  }

  @Test
  void gradientsAreThoseOfFiniteDifferences() {
    TrainingData data = Tiny.data(2);
    WindowImages windows = WindowImages.of(data.training(), data.windows(), Tiny.PLAIN);
    int[] numbers = {0, 3, 7, 8};
    NativeBackend.require();
    ComputationGraph graph = new NetworkAssembly(Tiny.PLAIN).whole(0.3, new Sgd(1));
    Initialisation.SMALL_UNIFORM.draw(graph, 3);
    try (OneDnnEngine engine = new OneDnnEngine(Tiny.PLAIN, graph, 0)) {
      engine.computeGradients(windows, numbers);
      float[] gradients = engine.gradients().clone();
      double largest = 0;
      for (float gradient : gradients) {
        largest = Math.max(largest, Math.abs(gradient) / numbers.length);
      }
      float step = 4e-3f;
      for (int i = 0; i < gradients.length; i += 5) {
        float value = graph.params().getFloat(i);
        graph.params().putScalar(i, value + step);
        double above = engine.computeGradients(windows, numbers);
        graph.params().putScalar(i, value - step);
        double below = engine.computeGradients(windows, numbers);
        graph.params().putScalar(i, value);
        assertThat(gradients[i] / (double) numbers.length).as("parameter %d", i)
            .isCloseTo((above - below) / (2 * step), within(0.02 * largest));
      }
    }
  }

  @Test
  void trainingEndsWhereThatOfDl4jDoes() {
    TrainedNetwork direct = train(1);
    System.setProperty(NetworkEngine.PROPERTY, NetworkEngine.DL4J);
    TrainedNetwork dl4j = train(1);
    assertThat(direct.history().bestLoss()).isCloseTo(dl4j.history().bestLoss(),
        within(1e-3 * dl4j.history().bestLoss()));
    assertThat(Bits.of(direct.network())).as("they do differ").isNotEqualTo(Bits.of(dl4j.network()));
    float[] image = new float[16 * 16];
    for (int i = 0; i < image.length; i++) {
      image[i] = (float) Math.sin(0.7 * i);
    }
    float[] expected = direct.network().apply(image);
    System.clearProperty(NetworkEngine.PROPERTY);
    assertThat(direct.network().apply(image)).containsExactly(expected, within(1e-5f));
  }

  @Test
  void sameSeedSameBitsAlsoBesideAnother() throws Exception {
    List<List<Integer>> inTurn = List.of(Bits.of(train(1).network()), Bits.of(train(2).network()));
    assertThat(inTurn.get(0)).isNotEqualTo(inTurn.get(1));
    assertThat(Bits.ofTogether(OneDnnTrainingTest::train, 1, 2)).isEqualTo(inTurn);
  }

  @ParameterizedTest
  @EnumSource(LatentStart.class)
  void crossTrainingMovesTheLatentSpaceAlone(LatentStart start) {
    Ced simulated = train(1).network();
    TrainingData laboratory =
        new TrainingData(Tiny.data(2).training(), Tiny.data(2).training(), Tiny.WINDOWS, Tiny.WINDOWS);
    TrainedNetwork trained =
        simulated.crossTrain(laboratory, SETTINGS, start, 0, Optional.empty(), TrainingProgress.SILENT);
    for (String layer : Bits.layers(simulated)) {
      List<Integer> before = Bits.of(simulated, layer);
      if (!layer.startsWith("latent")) {
        assertThat(Bits.of(trained.network(), layer)).as(layer).isEqualTo(before);
      } else if (!before.isEmpty()) {
        assertThat(Bits.of(trained.network(), layer)).as(layer).isNotEqualTo(before);
      }
    }
    // What was validated behind the frozen decoder is what the whole network does, here and in DL4J.
    assertThat(Tiny.loss(trained.network(), laboratory)).isCloseTo(trained.history().bestLoss(), within(1e-4));
    System.setProperty(NetworkEngine.PROPERTY, NetworkEngine.DL4J);
    assertThat(Tiny.loss(trained.network(), laboratory)).isCloseTo(trained.history().bestLoss(), within(1e-4));
    TrainedNetwork expected =
        simulated.crossTrain(laboratory, SETTINGS, start, 0, Optional.empty(), TrainingProgress.SILENT);
    assertThat(trained.history().bestLoss()).isCloseTo(expected.history().bestLoss(),
        within(1e-3 * expected.history().bestLoss()));
  }

  /** Else hundreds of megabytes would gather. */
  @Test
  void closedEnginesLeaveNoMemoryBehind() {
    CedArchitecture large = CedArchitecture.of(64, 64, List.of(8, 16));
    Ced network = Ced.untrained(large, Initialisation.HE, 0);
    float[] image = new float[64 * 64];
    for (int i = 0; i < 10; i++) {
      network.apply(image);
    }
    long before = Pointer.physicalBytes();
    for (int i = 0; i < 60; i++) {
      network.apply(image);
    }
    assertThat(Pointer.physicalBytes() - before).isLessThan(100_000_000);
  }

  private static TrainedNetwork train(long seed) {
    return Ced.train(Tiny.PLAIN, Tiny.data(1), SETTINGS, seed, Optional.empty(), TrainingProgress.SILENT);
  }
}
