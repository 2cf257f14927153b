package faultslip.onednn.ced;

import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.FrozenLayerWithBackprop;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Steps of DL4J's Adam, with its state kept where DL4J keeps it, and with gradients shortened together if they are too
 * long. All in one pass: DL4J's own passes take a fifth of a training that oneDNN computes.
 */
final class AdamStep {
  private final ComputationGraph graph;
  private final Adam adam;
  private final double largest;
  /** Where what is trained begins among all parameters. */
  private final int from;
  // Of what is trained alone, from 0 on: loops over arrays with one index are those that compilers make vectors of.
  private final float[] values;
  private final float[] gradient;
  private final float[] averages;
  private final float[] means;
  private final float[] squares;

  /**
   * @param graph whose trained layers lie beside each other, and have one Adam
   * @param largest L2 norm of a gradient, averaged over the windows; 0 for any
   */
  AdamStep(ComputationGraph graph, double largest) {
    this.graph = graph;
    this.largest = largest;
    long first = Long.MAX_VALUE;
    Adam updater = null;
    for (Layer layer : graph.getLayers()) {
      if (layer.numParams() > 0 && !(layer instanceof FrozenLayerWithBackprop)) {
        first = Math.min(first, layer.params().offset());
        updater = (Adam) layer.conf().getLayer().getUpdaterByParam("W");
      }
    }
    this.adam = updater;
    this.from = (int) first;
    this.means = new float[(int) state().length() / 2];
    this.squares = new float[means.length];
    this.values = new float[means.length];
    this.gradient = new float[means.length];
    this.averages = new float[means.length];
    OneDnnEngine.floats(state(), 0).get(means);
    OneDnnEngine.floats(state(), means.length).get(squares);
  }

  private INDArray state() {
    return graph.getUpdater(true).getUpdaterStateViewArray();
  }

  /**
   * Takes one step.
   *
   * @param parameters of the whole graph; those that are trained are changed, in the graph too
   * @param gradients of the whole graph, summed over the windows
   */
  void take(float[] parameters, float[] gradients, int windows) {
    var configuration = graph.getConfiguration();
    int done = configuration.getIterationCount();
    double rate = adam.getLearningRate(done, configuration.getEpochCount())
        * Math.sqrt(1 - Math.pow(adam.getBeta2(), done + 1)) / (1 - Math.pow(adam.getBeta1(), done + 1));
    System.arraycopy(parameters, from, values, 0, values.length);
    System.arraycopy(gradients, from, gradient, 0, gradient.length);
    update((float) scale(windows), (float) rate);
    System.arraycopy(values, 0, parameters, from, values.length);
    OneDnnEngine.floats(state(), 0).put(means);
    OneDnnEngine.floats(state(), means.length).put(squares);
    OneDnnEngine.floats(graph.params(), from).put(values);
    configuration.setIterationCount(done + 1);
  }

  /** Moves a running average of all parameters on to those behind the step; what is not trained is its own average. */
  void average(INDArray average, double decay) {
    float kept = (float) decay;
    float added = (float) (1 - decay);
    FloatPointer trained = OneDnnEngine.floats(average, from);
    trained.get(averages);
    for (int i = 0; i < averages.length; i++) {
      averages[i] = kept * averages[i] + added * values[i];
    }
    trained.put(averages);
  }

  /** What the gradient is multiplied with: over the windows it is averaged, and it is no longer than it may be. */
  private double scale(int windows) {
    double sum = 0;
    for (float slope : gradient) {
      sum += (double) slope * slope;
    }
    double norm = Math.sqrt(sum) / windows;
    return (largest > 0 && norm > largest ? largest / norm : 1) / windows;
  }

  private void update(float scale, float rate) {
    float keptMean = (float) adam.getBeta1();
    float keptSquare = (float) adam.getBeta2();
    float newMean = 1 - keptMean;
    float newSquare = 1 - keptSquare;
    float epsilon = (float) adam.getEpsilon();
    for (int i = 0; i < means.length; i++) {
      float slope = gradient[i] * scale;
      float mean = keptMean * means[i] + newMean * slope;
      float square = keptSquare * squares[i] + newSquare * slope * slope;
      means[i] = mean;
      squares[i] = square;
      values[i] -= rate * mean / ((float) Math.sqrt(square) + epsilon);
    }
  }
}
