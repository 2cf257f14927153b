package faultslip.ced;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** How random weights are drawn before a training: those of convolutions, transposed convolutions and dense layers. */
public enum Initialisation {
  /**
   * Normal with variance 2/inputs (1/inputs for 1×1 convolutions, which are linear), biases 0 (He et al. 2015): signals
   * keep their size through rectified layers. What a large simulation and a fresh latent space train best from.
   */
  HE,
  /**
   * Uniform in ±1/√inputs, biases too, where the inputs of a transposed convolution are counted by its outputs (the
   * default of PyTorch): small signals and a smooth map at the start, which a training on a few seismic cycles keeps.
   */
  SMALL_UNIFORM;

  /** Draws all weights of a network anew. The draws come from {@link Random}, whose bits are the same everywhere. */
  void draw(ComputationGraph network, long seed) {
    Random random = new Random(seed);
    for (var layer : network.getLayers()) {
      var configuration = layer.conf().getLayer();
      var unfrozen = configuration instanceof FrozenLayerWithBackprop frozen ? frozen.getUnderlying() : configuration;
      DoubleSupplier biases = null;
      // Layers without parameters throw when asked for one by name.
      for (String name : layer.numParams() == 0 ? List.<String>of() : unfrozen.initializer().weightKeys(unfrozen)) {
        INDArray weights = layer.getParam(name);
        if (weights.rank() == 2 || weights.rank() == 4) {
          DoubleSupplier draws = draws(weights, unfrozen instanceof Deconvolution2D, random);
          fill(weights, draws);
          biases = this == HE ? () -> 0 : draws;
        }
      }
      for (String name : biases == null ? List.<String>of() : unfrozen.initializer().biasKeys(unfrozen)) {
        fill(layer.getParam(name), biases);
      }
    }
  }

  /**
   * What weights are drawn from: convolution [out, in, height, width], transposed convolution [in, out, height, width],
   * dense [in, out].
   */
  private DoubleSupplier draws(INDArray weights, boolean transposed, Random random) {
    long pixels = weights.rank() == 2 ? 1 : weights.size(2) * weights.size(3);
    double inputs = weights.rank() == 2 ? weights.size(0) : weights.size(1) * pixels;
    if (this == SMALL_UNIFORM) {
      double bound = 1 / StrictMath.sqrt(inputs);
      return () -> bound * (2 * random.nextDouble() - 1);
    }
    // A transposed convolution whose stride is its width: each output pixel sees one input pixel.
    double seen = transposed ? weights.size(0) : inputs;
    double deviation = StrictMath.sqrt((weights.rank() == 4 && pixels == 1 ? 1.0 : 2.0) / seen);
    return () -> deviation * random.nextGaussian();
  }

  private static void fill(INDArray target, DoubleSupplier draws) {
    float[] drawn = new float[(int) target.length()];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = (float) draws.getAsDouble();
    }
    target.assign(Nd4j.create(drawn, target.shape(), 'c'));
  }
}
