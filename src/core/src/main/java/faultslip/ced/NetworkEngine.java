package faultslip.ced;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What computes a network, batch by batch, with the parameters of its DL4J graph: DL4J itself, or oneDNN called
 * directly. The graph keeps parameters, updater and file whichever it is. Last digits differ between them, which keys of
 * models do not tell apart. For one thread.
 */
interface NetworkEngine extends AutoCloseable {
  /** System property that has oneDNN called directly, where it can: "true". */
  String ONE_DNN = "faultslip.onednn";

  /**
   * For a network that is trained: the whole, or the latent space with the frozen decoder.
   *
   * @param clip largest L2 norm of a gradient; 0 for any
   */
  static NetworkEngine toTrain(NetworkArchitecture architecture, ComputationGraph graph, double clip) {
    if (isOneDnn() && OneDnnEngine.trains(architecture, graph)) {
      return new OneDnnEngine(architecture, graph, clip);
    }
    if (clip > 0) {
      graph.setListeners(new GradientClipping(clip));
    }
    return new Dl4jEngine(graph);
  }

  /** For a whole network that stays as it is. */
  static NetworkEngine toPredict(NetworkArchitecture architecture, ComputationGraph graph) {
    return isOneDnn() && OneDnnEngine.predicts(architecture) ? new OneDnnEngine(architecture, graph, 0)
        : new Dl4jEngine(graph);
  }

  private static boolean isOneDnn() {
    return Boolean.getBoolean(ONE_DNN);
  }

  /** The first output, [window][1][scale][time], a new array. */
  INDArray output(INDArray... inputs);

  /**
   * What a whole network makes of images that does not change while encoder and decoder are frozen: the inputs of the
   * latent space with the frozen decoder, as this engine takes them, one row a window, in new arrays.
   *
   * @param encoder names of the encoder's outputs
   */
  List<INDArray> encoded(INDArray images, List<String> encoder);

  /** One step of gradient descent on windows of these numbers. */
  void step(WindowImages windows, int[] numbers);

  /** Moves a running average of all parameters on to those behind the step: of the average, {@code decay} is kept. */
  void average(INDArray average, double decay);

  /** Gives its memory back. */
  @Override
  void close();
}
