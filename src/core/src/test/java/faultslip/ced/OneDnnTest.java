package faultslip.ced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.junit.jupiter.api.Test;

/**
 * Convolutions are computed by oneDNN; without it, or with half of its switches, they run ten times slower, silently.
 */
class OneDnnTest {

  @Test
  void everyConvolutionHasItsAccelerator() {
    String architecture = System.getProperty("os.arch");
    assumeTrue(architecture.equals("amd64") || architecture.equals("x86_64"),
        () -> "Skipped: no build of ND4J with oneDNN for " + architecture + ".");
    NativeBackend.require();
    ComputationGraph graph = new NetworkAssembly(Tiny.PLAIN).whole();
    graph.output(WindowImages.array(new float[16 * 16], Tiny.PLAIN));
    int convolutions = 0;
    for (Layer layer : graph.getLayers()) {
      if (layer.getClass() == ConvolutionLayer.class) {
        assertThat(layer.getHelper()).as(layer.conf().getLayer().getLayerName()).isNotNull();
        convolutions++;
      }
    }
    // Two in each of two levels, down and up, two in the latent space, and the last.
    assertThat(convolutions).isEqualTo(2 * 2 * 2 + 2 + 1);
  }

  @Test
  void describesItselfForProvenance() {
    assertThat(NativeBackend.describe()).contains("CpuBackend").contains("OMP_NUM_THREADS=");
  }
}
