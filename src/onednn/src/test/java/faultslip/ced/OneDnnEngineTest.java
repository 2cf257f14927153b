package faultslip.ced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import faultslip.onednn.ConvolutionalNetwork;
import faultslip.onednn.ced.OneDnnEngine;
import faultslip.split.Windows;
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
  private static final int[] NUMBERS = {1, 5, 3};
  /** The usual filters, over images of a quarter of the usual size: few pixels, few at a rectifier's bend. */
  private static final CedArchitecture USUAL = CedArchitecture.of(16, 32, List.of(8, 16, 32, 48));

  @BeforeAll
  static void needsOneDnn() {
    assumeTrue(ConvolutionalNetwork.isAvailable(), "Skipped: no oneDNN for this platform.");
    NativeBackend.require();
  }

  static Stream<NetworkArchitecture> architectures() {
    return Stream.of(Tiny.PLAIN, USUAL, new ManyChannels(Tiny.PLAIN, 2), new ManyChannels(USUAL, 3),
        CedArchitecture.of(8, 16, List.of(5)),
        CedArchitecture.of(16, 24, List.of(8, 20, 3)).withLatent(7, 3),
        Tiny.PLAIN.withLatent(2, 1).withBlocks(new CedArchitecture.Blocks(Downsampling.MAX_POOLING, 0, false, 0)));
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void wholeNetworkHasTheOutputsLossAndGradientsOfDl4j(NetworkArchitecture architecture) {
    ComputationGraph graph = graph(architecture, 0.3);
    WindowImages windows = noise(architecture);
    agree(architecture, graph, windows, windows);
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void latentSpaceHasTheOutputsLossAndGradientsOfDl4j(NetworkArchitecture architecture) {
    ComputationGraph whole = graph(architecture, 0);
    ComputationGraph latent = new NetworkAssembly(architecture).latentAndDecoder(new Sgd(0.1));
    NetworkAssembly.install(whole, latent, true);
    List<String> names = latent.getConfiguration().getNetworkInputs();
    try (OneDnnEngine engine = new OneDnnEngine(architecture, whole, 0)) {
      // Kept, or made whenever they are asked for.
      for (long most : new long[] {Long.MAX_VALUE, 0}) {
        agree(architecture, latent, noise(architecture).encodedBy(new Dl4jEngine(whole), names, most),
            noise(architecture).encodedBy(engine, names, most));
      }
    }
  }

  private static void agree(NetworkArchitecture architecture, ComputationGraph graph, WindowImages expected,
      WindowImages found) {
    MultiDataSet batch = expected.batch(NUMBERS, graph.getNumOutputArrays());
    INDArray output = graph.output(batch.getFeatures())[0].dup();
    graph.setInputs(batch.getFeatures());
    graph.setLabels(batch.getLabels());
    graph.computeGradientAndScore();
    try (OneDnnEngine engine = new OneDnnEngine(architecture, graph, 0)) {
      assertClose(engine.output(found.batch(NUMBERS, 1).getFeatures()), output);
      assertThat(engine.computeGradients(found, NUMBERS)).isCloseTo(graph.score(), within(1e-5 * graph.score()));
      assertGradients(graph, engine.gradients(), graph.getFlattenedGradients());
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
        dl4j.step(windows, drawn);
        direct.step(windows, drawn);
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

  private static ComputationGraph graph(NetworkArchitecture architecture, double supervision) {
    ComputationGraph graph = new NetworkAssembly(architecture).whole(supervision, new Sgd(0.1));
    Initialisation.HE.draw(graph, 5);
    float[] noise = new float[(int) graph.numParams()];
    fill(noise, 0, noise.length, 6);
    graph.params().addi(Nd4j.createFromArray(noise).muli(0.02)); // biases, too
    return graph;
  }

  /** Windows of noise, of which every second is looked at. */
  private static WindowImages noise(NetworkArchitecture architecture) {
    TrainingSegment segment = new TrainingSegment() {
      @Override
      public int length() {
        return 8 * architecture.width();
      }

      @Override
      public int scales() {
        return architecture.scales();
      }

      @Override
      public int channels() {
        return architecture.channels();
      }

      @Override
      public void copyInput(int start, int width, float[] images, int offset) {
        fill(images, offset, channels() * scales() * width, start);
      }

      @Override
      public void copyTarget(int start, int width, float[] images, int offset) {
        fill(images, offset, scales() * width, start + 1);
      }
    };
    return WindowImages.of(List.of(segment), new Windows(architecture.width(), architecture.width()), architecture);
  }

  private static void fill(float[] images, int offset, int length, long seed) {
    Random random = new Random(seed);
    for (int i = offset; i < offset + length; i++) {
      images[i] = (float) random.nextGaussian();
    }
  }
}
