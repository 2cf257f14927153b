package faultslip.ced;

import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.api.ParamInitializer;
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
  HE {
    @Override
    void draw(INDArray weights, boolean transposed, Random random) {
      // A transposed convolution whose stride is its width: each output pixel sees one input pixel.
      long inputs = transposed || weights.rank() == 2 ? weights.size(0) : receptive(weights);
      boolean linear = weights.rank() == 4 && weights.size(2) == 1 && weights.size(3) == 1;
      double deviation = StrictMath.sqrt((linear ? 1.0 : 2.0) / inputs);
      float[] drawn = new float[(int) weights.length()];
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = (float) (deviation * random.nextGaussian());
      }
      assign(weights, drawn);
    }

    @Override
    void drawBiases(INDArray biases, INDArray weights, Random random) {
      biases.assign(0);
    }
  },
  /**
   * Uniform in ±1/√inputs, biases too, where the inputs of a transposed convolution are counted by its outputs (the
   * default of PyTorch): small signals and a smooth map at the start, which a training on a few seismic cycles keeps.
   */
  SMALL_UNIFORM {
    @Override
    void draw(INDArray weights, boolean transposed, Random random) {
      uniform(weights, weights, random);
    }

    @Override
    void drawBiases(INDArray biases, INDArray weights, Random random) {
      uniform(biases, weights, random);
    }

    private void uniform(INDArray values, INDArray weights, Random random) {
      double inputs = weights.rank() == 2 ? (double) weights.size(0) : receptive(weights);
      double bound = 1 / StrictMath.sqrt(inputs);
      float[] drawn = new float[(int) values.length()];
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = (float) (bound * (2 * random.nextDouble() - 1));
      }
      assign(values, drawn);
    }
  };

  /**
   * Weights: convolution [out, in, height, width], transposed convolution [in, out, height, width], dense [in, out].
   */
  abstract void draw(INDArray weights, boolean transposed, Random random);

  abstract void drawBiases(INDArray biases, INDArray weights, Random random);

  /** Draws all weights of a network anew. The draws come from {@link Random}, whose bits are the same everywhere. */
  void draw(ComputationGraph network, long seed) {
    Random random = new Random(seed);
    for (var layer : network.getLayers()) {
      var configuration = layer.conf().getLayer();
      var unfrozen = configuration instanceof FrozenLayerWithBackprop frozen ? frozen.getUnderlying() : configuration;
      ParamInitializer names = unfrozen.initializer();
      INDArray weights = null;
      // Layers without parameters throw when asked for one by name.
      for (String name : layer.numParams() == 0 ? List.<String>of() : names.weightKeys(unfrozen)) {
        INDArray named = layer.getParam(name);
        if (named.rank() == 2 || named.rank() == 4) {
          weights = named;
          draw(weights, unfrozen instanceof Deconvolution2D, random);
        }
      }
      for (String name : weights == null ? List.<String>of() : names.biasKeys(unfrozen)) {
        drawBiases(layer.getParam(name), weights, random);
      }
    }
  }

  /** Numbers that an output pixel is computed from. */
  private static long receptive(INDArray weights) {
    return weights.size(1) * weights.size(2) * weights.size(3);
  }

  private static void assign(INDArray target, float[] values) {
    target.assign(Nd4j.create(values, target.shape(), 'c'));
  }
}
