package faultslip.ced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.learning.config.Sgd;

/** The latent space with the frozen decoder, fed with stored outputs of the encoder, is the whole network. */
class FrozenDecoderTest {
  private static final int WINDOWS = 10;

  private final TrainingData data = Tiny.data(2);
  private final WindowImages windows = WindowImages.of(data.training(), data.windows(), Tiny.PLAIN);
  private final int[] numbers = IntStream.range(0, WINDOWS).toArray();

  @ParameterizedTest
  @EnumSource(Downsampling.class)
  void outputIsThatOfTheWholeNetwork(Downsampling downsampling) {
    CedArchitecture architecture = Tiny.architecture(downsampling, false, 0.4);
    assertThat(largestDifference(architecture)).isLessThan(1e-6);
  }

  @ParameterizedTest
  @EnumSource(Downsampling.class)
  void outputIsThatOfTheWholeNetworkWithItsNormalisationsFolded(Downsampling downsampling) {
    CedArchitecture architecture = Tiny.architecture(downsampling, true, 0);
    assertThat(largestDifference(architecture)).isLessThan(2e-5);
  }

  private double largestDifference(CedArchitecture architecture) {
    ComputationGraph whole = trainedGraph(architecture);
    ComputationGraph latent = latentOf(whole, architecture);
    INDArray expected = whole.output(windows.batch(numbers, 1).getFeatures())[0];
    INDArray found = latent.output(encoded(whole, latent).getFeatures())[0];
    assertThat(expected.maxNumber().doubleValue()).isGreaterThan(0.01); // not all 0, which anything would reproduce
    return found.sub(expected).amaxNumber().doubleValue();
  }

  @Test
  void gradientIsThatOfTheWholeNetwork() {
    ComputationGraph whole = trainedGraph(Tiny.PLAIN);
    ComputationGraph latent = latentOf(whole, Tiny.PLAIN);
    gradient(whole, windows.batch(numbers, 1));
    gradient(latent, encoded(whole, latent));
    assertThat(latent.score()).isCloseTo(whole.score(), within(1e-6));
    for (String layer : new String[] {"latent-convolution1", "latent-convolution2"}) {
      INDArray expected = whole.getLayer(layer).getGradientsViewArray();
      INDArray found = latent.getLayer(layer).getGradientsViewArray();
      double size = expected.norm2Number().doubleValue();
      assertThat(size).isGreaterThan(1e-4);
      assertThat(found.sub(expected).norm2Number().doubleValue() / size).isLessThan(1e-5);
    }
  }

  @Test
  void gradientIsThatOfFiniteDifferences() {
    ComputationGraph whole = trainedGraph(Tiny.PLAIN);
    ComputationGraph latent = latentOf(whole, Tiny.PLAIN);
    MultiDataSet batch = windows.batch(numbers, 1);
    gradient(latent, encoded(whole, latent));
    for (String name : new String[] {"latent-convolution1", "latent-convolution2"}) {
      Layer layer = whole.getLayer(name);
      INDArray gradient = latent.getLayer(name).getGradientsViewArray();
      INDArray flat = layer.params();
      double scale = gradient.amaxNumber().doubleValue() / WINDOWS;
      for (long i = 0; i < flat.length(); i += 7) {
        float value = flat.getFloat(i);
        float step = 4e-3f;
        flat.putScalar(i, value + step);
        double above = meanSquaredError(whole, batch);
        flat.putScalar(i, value - step);
        double below = meanSquaredError(whole, batch);
        flat.putScalar(i, value);
        assertThat(gradient.getDouble(i) / WINDOWS).as("%s, parameter %d", name, i)
            .isCloseTo((above - below) / (2 * step), within(0.03 * scale));
      }
    }
  }

  @Test
  void aStepLeavesTheFrozenDecoderAlone() {
    ComputationGraph whole = trainedGraph(Tiny.PLAIN);
    ComputationGraph latent = latentOf(whole, Tiny.PLAIN);
    INDArray before = latent.params().dup();
    latent.fit(encoded(whole, latent));
    assertThat(latent.params()).isNotEqualTo(before);
    int decoder = 0;
    for (Layer layer : latent.getLayers()) {
      String name = layer.conf().getLayer().getLayerName();
      if (!name.startsWith("latent") && layer.numParams() > 0) {
        assertThat(layer.params().dup().data().asFloat()).as(name)
            .containsExactly(whole.getLayer(name).params().dup().data().asFloat());
        decoder++;
      }
    }
    assertThat(decoder).isEqualTo(2 * 3 + 1);
  }

  private MultiDataSet encoded(ComputationGraph whole, ComputationGraph latent) {
    return windows.encodedBy(new Dl4jEngine(whole), latent.getConfiguration().getNetworkInputs(), Long.MAX_VALUE).batch(numbers, 1);
  }

  private double meanSquaredError(ComputationGraph graph, MultiDataSet batch) {
    float[] output = graph.output(batch.getFeatures())[0].dup('c').data().asFloat();
    float[] target = batch.getLabels(0).dup('c').data().asFloat();
    double sum = 0;
    for (int i = 0; i < output.length; i++) {
      sum += Math.pow((double) output[i] - target[i], 2);
    }
    return sum / output.length;
  }

  private static void gradient(ComputationGraph graph, MultiDataSet batch) {
    graph.setInputs(batch.getFeatures());
    graph.setLabels(batch.getLabels());
    graph.computeGradientAndScore();
  }

  /** A few steps give batch normalisation statistics of its own. */
  private ComputationGraph trainedGraph(CedArchitecture architecture) {
    NativeBackend.require();
    ComputationGraph graph = new NetworkAssembly(architecture).whole(0, new Sgd(0.01));
    Initialisation.HE.draw(graph, 3);
    for (int step = 0; step < 20; step++) {
      graph.fit(windows.batch(windows.draw(0, step, 8), 1));
    }
    return graph;
  }

  private static ComputationGraph latentOf(ComputationGraph whole, CedArchitecture architecture) {
    ComputationGraph latent = new NetworkAssembly(architecture).latentAndDecoder(new Sgd(0.01));
    NetworkAssembly.install(whole, latent, true);
    return latent;
  }
}
