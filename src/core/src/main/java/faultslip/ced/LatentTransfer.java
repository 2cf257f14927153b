package faultslip.ced;

import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Moves parameters between the whole network and the latent space with its frozen decoder, layer by layer.
 *
 * @param latentLayers names of the layers that are trained
 */
record LatentTransfer(Set<String> latentLayers) {
  private static final double NORMALISATION_EPSILON = 1e-5;

  /** Gives the latent graph the decoder of the whole network, and its latent space too if asked. */
  void install(ComputationGraph whole, ComputationGraph latent, boolean latentToo) {
    for (Layer layer : latent.getLayers()) {
      String name = layer.conf().getLayer().getLayerName();
      if (!latentLayers.contains(name)) {
        decoder(whole, name, layer);
      } else if (latentToo) {
        copy(whole.getLayer(name), layer);
      }
    }
  }

  /** Gives the whole network the latent space that was trained; everything else stays as it is. */
  void takeOver(ComputationGraph latent, ComputationGraph whole) {
    for (Layer layer : latent.getLayers()) {
      String name = layer.conf().getLayer().getLayerName();
      if (latentLayers.contains(name)) {
        copy(layer, whole.getLayer(name));
      }
    }
  }

  private static void decoder(ComputationGraph whole, String name, Layer frozen) {
    copy(whole.getLayer(name), frozen);
    String normalisation = NetworkGraph.normalisation(name);
    if (whole.getConfiguration().getVertices().containsKey(normalisation)) {
      fold(whole.getLayer(normalisation), frozen);
    }
  }

  /** w' = w γ/√(σ²+ε), b' = (b − mean) γ/√(σ²+ε) + β. */
  private static void fold(Layer normalisation, Layer convolution) {
    INDArray gain = normalisation.getParam("gamma")
        .div(Transforms.sqrt(normalisation.getParam("var").add(NORMALISATION_EPSILON)));
    INDArray weights = convolution.getParam("W");
    INDArray bias = convolution.getParam("b");
    for (long filter = 0; filter < weights.size(0); filter++) {
      weights.slice(filter).muli(gain.getDouble(filter));
    }
    bias.subi(normalisation.getParam("mean")).muli(gain).addi(normalisation.getParam("beta"));
  }

  static void copy(Layer from, Layer to) {
    for (Map.Entry<String, INDArray> parameter : from.paramTable().entrySet()) {
      to.getParam(parameter.getKey()).assign(parameter.getValue());
    }
  }
}
