package faultslip.ced;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

/** DL4J itself, which computes any network. */
record Dl4jEngine(ComputationGraph graph) implements NetworkEngine {

  /** @param clip largest L2 norm of a gradient; 0 for any */
  static Dl4jEngine clipped(ComputationGraph graph, double clip) {
    if (clip > 0) {
      graph.setListeners(new GradientClipping(clip));
    }
    return new Dl4jEngine(graph);
  }

  @Override
  public INDArray output(INDArray... inputs) {
    return graph.output(inputs)[0];
  }

  @Override
  public List<INDArray> encoded(INDArray images, List<String> encoder) {
    Map<String, INDArray> activations = graph.feedForward(new INDArray[] {images}, false);
    List<INDArray> encoded = encoder.stream().map(name -> activations.get(name).dup()).toList();
    activations.values().stream().filter(activation -> activation != images).forEach(WindowImages::free);
    return encoded;
  }

  @Override
  public void step(WindowImages windows, int[] numbers) {
    MultiDataSet batch = windows.batch(numbers, graph.getNumOutputArrays());
    graph.fit(batch);
    WindowImages.free(batch);
  }

  @Override
  public void average(INDArray average, double decay) {
    INDArray share = graph.params().mul(1 - decay);
    average.muli(decay).addi(share);
    WindowImages.free(share);
  }

  @Override
  public void close() {
    // The graph stays with who gave it.
  }
}
