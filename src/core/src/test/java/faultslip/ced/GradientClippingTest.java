package faultslip.ced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.learning.config.Sgd;

/** With plain descent at rate 1, one step is the clipped gradient itself. */
class GradientClippingTest {
  private final TrainingData data = Tiny.data(1);
  private final WindowImages windows = WindowImages.of(data.training(), data.windows(), Tiny.PLAIN);
  private final int[] numbers = IntStream.range(0, 8).toArray();

  @Test
  void normIsTheLimitAndTheDirectionIsKept() {
    INDArray free = step(Tiny.PLAIN, 1e9);
    double norm = norm(free);
    INDArray clipped = step(Tiny.PLAIN, norm / 10);
    assertThat(norm(clipped)).isCloseTo(norm / 10, within(1e-5 * norm));
    assertThat(norm(clipped.mul(10).sub(free))).isLessThan(1e-4 * norm);
  }

  @Test
  void belowTheLimitNothingChanges() {
    INDArray free = step(Tiny.PLAIN, 0);
    INDArray limited = step(Tiny.PLAIN, 1.01 * norm(free));
    assertThat(limited.data().asFloat()).containsExactly(free.data().asFloat());
  }

  @Test
  void frozenLayersDoNotCount() {
    NativeBackend.require();
    ComputationGraph whole = graph(Tiny.PLAIN);
    ComputationGraph latent = new NetworkAssembly(Tiny.PLAIN).latentAndDecoder(new Sgd(1));
    NetworkAssembly.install(whole, latent, true);
    latent.setListeners(new GradientClipping(1e-3));
    INDArray before = latent.params().dup();
    NetworkEngine engine = new Dl4jEngine(whole);
    latent.fit(windows.encodedBy(engine, latent.getConfiguration().getNetworkInputs(), Long.MAX_VALUE).batch(numbers, 1));
    assertThat(norm(latent.params().sub(before))).isCloseTo(1e-3, within(1e-5));
  }

  @Test
  void statisticsOfBatchNormalisationAreNoGradient() {
    CedArchitecture architecture = Tiny.architecture(true, 0);
    ComputationGraph free = graph(architecture);
    ComputationGraph clipped = graph(architecture);
    clipped.setListeners(new GradientClipping(1e-3));
    INDArray before = free.params().dup();
    free.fit(batch());
    clipped.fit(batch());
    double squares = 0;
    for (var layer : free.getLayers()) {
      String name = layer.conf().getLayer().getLayerName();
      for (String parameter : layer.numParams() == 0 ? java.util.List.<String>of() : layer.paramTable().keySet()) {
        INDArray found = clipped.getLayer(name).getParam(parameter);
        if (parameter.equals("mean") || parameter.equals("var")) {
          assertThat(found.dup().data().asFloat()).as(name + " " + parameter)
              .containsExactly(layer.getParam(parameter).dup().data().asFloat());
        }
      }
    }
    ComputationGraph start = graph(architecture);
    assertThat(start.params()).isEqualTo(before);
    for (var layer : start.getLayers()) {
      String name = layer.conf().getLayer().getLayerName();
      for (String parameter : layer.numParams() == 0 ? java.util.List.<String>of() : layer.paramTable().keySet()) {
        if (!parameter.equals("mean") && !parameter.equals("var")) {
          squares += Math.pow(norm(clipped.getLayer(name).getParam(parameter).sub(layer.getParam(parameter))), 2);
        }
      }
    }
    assertThat(Math.sqrt(squares)).isCloseTo(1e-3, within(1e-5));
  }

  /** What one step subtracts; a limit of 0 means no clipping. */
  private INDArray step(CedArchitecture architecture, double limit) {
    ComputationGraph graph = graph(architecture);
    if (limit > 0) {
      graph.setListeners(new GradientClipping(limit));
    }
    INDArray before = graph.params().dup();
    graph.fit(batch());
    return before.sub(graph.params());
  }

  private static ComputationGraph graph(CedArchitecture architecture) {
    NativeBackend.require();
    ComputationGraph graph = new NetworkAssembly(architecture).whole(0, new Sgd(1));
    Initialisation.HE.draw(graph, 1);
    return graph;
  }

  private MultiDataSet batch() {
    return windows.batch(numbers, 1);
  }

  private static double norm(INDArray array) {
    return array.norm2Number().doubleValue();
  }
}
