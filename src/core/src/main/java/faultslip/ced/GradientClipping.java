package faultslip.ced;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Shortens the gradient of all trained parameters together to a largest L2 norm, before the updater sees it. A few
 * windows hold a large event; without this their steps undo those of the others. DL4J itself clips layer by layer only.
 */
final class GradientClipping extends BaseTrainingListener {
  private final double largest;

  GradientClipping(double largest) {
    this.largest = largest;
  }

  @Override
  public void onGradientCalculation(Model model) {
    List<INDArray> gradients = Arrays.stream(((ComputationGraph) model).getLayers())
        .filter(layer -> !(layer instanceof FrozenLayerWithBackprop)).map(GradientClipping::gradient)
        .filter(gradient -> gradient != null && gradient.length() > 0).toList();
    double squares = 0;
    for (INDArray gradient : gradients) {
      double norm = gradient.norm2Number().doubleValue();
      squares += norm * norm;
    }
    // DL4J divides by the number of windows later, in the updater.
    double norm = Math.sqrt(squares) / model.batchSize();
    if (norm > largest) {
      gradients.forEach(gradient -> gradient.muli(largest / norm));
    }
  }

  /**
   * A view of what is a gradient. DL4J passes changes of batch normalisation's running mean and variance along, last.
   */
  private static INDArray gradient(Layer layer) {
    INDArray all = layer.getGradientsViewArray();
    return layer instanceof BatchNormalization
        ? all.get(NDArrayIndex.all(), NDArrayIndex.interval(0, all.length() / 2)) : all;
  }
}
