package faultslip.ced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import faultslip.onednn.ConvolutionalNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.FrozenLayerWithBackprop;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;

/** What oneDNN computes when it is called directly is what DL4J computes, to 5 digits. */
class OneDnnEngineTest {
  private static final int WINDOWS = 3;
  private static final CedArchitecture SIMULATION = CedArchitecture.of(32, 64, List.of(8, 16, 32, 48));

  @BeforeAll
  static void needsOneDnn() {
    assumeTrue(ConvolutionalNetwork.isAvailable(), "Skipped: no oneDNN for this platform.");
    NativeBackend.require();
  }

  static Stream<NetworkArchitecture> architectures() {
    return Stream.of(Tiny.PLAIN, SIMULATION, new ManyChannels(Tiny.PLAIN, 2), new ManyChannels(SIMULATION, 3),
        CedArchitecture.of(8, 16, List.of(5)),
        CedArchitecture.of(16, 24, List.of(8, 20, 3)).withLatent(7, 3),
        Tiny.PLAIN.withLatent(2, 1).withBlocks(new CedArchitecture.Blocks(Downsampling.MAX_POOLING, 0, false, 0)));
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void wholeNetworkHasTheOutputsLossAndGradientsOfDl4j(NetworkArchitecture architecture) {
    ComputationGraph graph = graph(architecture, 0.3);
    agree(architecture, graph, batch(new INDArray[] {images(architecture, WINDOWS)}, graph, architecture));
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void latentSpaceHasTheLossAndGradientsOfDl4j(NetworkArchitecture architecture) {
    ComputationGraph whole = graph(architecture, 0);
    ComputationGraph latent = new NetworkAssembly(architecture).latentAndDecoder(new Sgd(0.1));
    NetworkAssembly.install(whole, latent, true);
    INDArray images = images(architecture, WINDOWS);
    List<String> names = latent.getConfiguration().getNetworkInputs();
    INDArray[] encoded = new Dl4jEngine(whole).encoded(images, names).toArray(INDArray[]::new);
    MultiDataSet expected = batch(encoded, latent, architecture);
    gradients(latent, expected);
    INDArray gradients = latent.getFlattenedGradients().dup();
    double score = latent.score();
    INDArray output = new Dl4jEngine(latent).output(encoded).dup();
    float[] found;
    try (OneDnnEngine direct = new OneDnnEngine(architecture, whole, 0);
        OneDnnEngine behind = new OneDnnEngine(architecture, latent, 0)) {
      INDArray[] parts = direct.encoded(images, names).toArray(INDArray[]::new);
      assertClose(behind.output(parts), output);
      assertThat(behind.computeGradients(new MultiDataSet(parts, expected.getLabels()))).isCloseTo(score, within(1e-5 * score));
      found = behind.gradients();
    }
    assertGradients(latent, found, gradients);
  }

  private static void agree(NetworkArchitecture architecture, ComputationGraph graph, MultiDataSet batch) {
    INDArray output = graph.output(batch.getFeatures())[0].dup();
    gradients(graph, batch);
    double score = graph.score();
    INDArray gradients = graph.getFlattenedGradients().dup();
    try (OneDnnEngine engine = new OneDnnEngine(architecture, graph, 0)) {
      assertClose(engine.output(batch.getFeatures()), output);
      assertThat(engine.computeGradients(batch)).isCloseTo(score, within(1e-5 * score));
      assertGradients(graph, engine.gradients(), gradients);
    }
  }

  /** Layer by layer, since they differ in size; what is frozen has none. */
  private static void assertGradients(ComputationGraph graph, float[] found, INDArray expected) {
    for (Layer layer : graph.getLayers()) {
      if (layer.numParams() > 0) {
        int from = (int) layer.params().offset();
        int to = from + (int) layer.numParams();
        float[] ofLayer = Arrays.copyOfRange(found, from, to);
        if (layer instanceof FrozenLayerWithBackprop) {
          assertThat(ofLayer).containsOnly(0);
        } else {
          assertClose(Nd4j.createFromArray(ofLayer),
              expected.reshape(expected.length()).get(NDArrayIndex.interval(from, to)));
        }
      }
    }
  }

  @Test
  void stepsAreThoseOfDl4j() {
    TrainingSettings settings = Tiny.training(9, 8, 1e-2, 5, 0.8, 0.05, 0.3, 3, 9);
    TrainingData data = Tiny.data(1);
    WindowImages windows = WindowImages.of(data.training(), data.windows(), Tiny.PLAIN);
    ComputationGraph expected = new NetworkAssembly(Tiny.PLAIN).whole(0.3, TrainingLoop.adam(settings));
    ComputationGraph found = new NetworkAssembly(Tiny.PLAIN).whole(0.3, TrainingLoop.adam(settings));
    Initialisation.HE.draw(expected, 1);
    Initialisation.HE.draw(found, 1);
    NetworkEngine dl4j = NetworkEngine.toTrain(Tiny.PLAIN, expected, 0.05);
    try (NetworkEngine direct = new OneDnnEngine(Tiny.PLAIN, found, 0.05)) {
      for (int step = 0; step < settings.steps(); step++) {
        int[] drawn = windows.draw(0, step, settings.batch());
        dl4j.step(windows.batch(drawn, 2));
        direct.step(windows.batch(drawn, 2));
        assertClose(found.getUpdater().getUpdaterStateViewArray(), expected.getUpdater().getUpdaterStateViewArray());
        assertClose(found.params(), expected.params());
      }
    }
    assertThat(found.getConfiguration().getIterationCount()).isEqualTo(settings.steps());
  }

  private static void assertClose(INDArray found, INDArray expected) {
    double size = expected.norm2Number().doubleValue();
    assertThat(size).isGreaterThan(1e-6);
    assertThat(found.sub(expected).norm2Number().doubleValue() / size).isLessThan(1e-5);
  }

  private static void gradients(ComputationGraph graph, MultiDataSet batch) {
    graph.setInputs(batch.getFeatures());
    graph.setLabels(batch.getLabels());
    graph.computeGradientAndScore();
  }

  private static ComputationGraph graph(NetworkArchitecture architecture, double supervision) {
    ComputationGraph graph = new NetworkAssembly(architecture).whole(supervision, new Sgd(0.1));
    Initialisation.HE.draw(graph, 5);
    Random random = new Random(6);
    for (long i = 0; i < graph.numParams(); i++) { // biases, too
      graph.params().putScalar(i, graph.params().getFloat(i) + 0.02 * random.nextGaussian());
    }
    return graph;
  }

  private static INDArray images(NetworkArchitecture architecture, int windows) {
    float[] images = new float[windows * architecture.channels() * architecture.scales() * architecture.width()];
    Random random = new Random(1);
    for (int i = 0; i < images.length; i++) {
      images[i] = (float) random.nextGaussian();
    }
    return WindowImages.array(images, architecture);
  }

  private static MultiDataSet batch(INDArray[] inputs, ComputationGraph graph, NetworkArchitecture architecture) {
    INDArray[] labels = new INDArray[graph.getNumOutputArrays()];
    Random random = new Random(2);
    for (int i = 0; i < labels.length; i++) {
      float[] target = new float[WINDOWS * (architecture.scales() >> i) * (architecture.width() >> i)];
      for (int j = 0; j < target.length; j++) {
        target[j] = (float) random.nextGaussian();
      }
      labels[i] = Nd4j.create(target, new long[] {WINDOWS, 1, architecture.scales() >> i, architecture.width() >> i}, 'c');
    }
    return new MultiDataSet(inputs, labels);
  }
}
