package faultslip.ced;

import faultslip.ServiceRegistry;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What computes a network, batch by batch, with the parameters of its DL4J graph: DL4J itself, or what is faster for
 * some networks. The graph keeps parameters, updater and file whichever it is. For one thread.
 */
public interface NetworkEngine extends AutoCloseable {
  /** System property that names the engine, or {@link #DL4J}; without it, the first that works here. */
  String PROPERTY = "faultslip.engine";
  /** What computes where there is no other engine. */
  String DL4J = "dl4j";

  /** Makes engines. {@link ServiceRegistry} says how to add one. */
  interface Kind {
    /** Its name: "onednn". */
    String id();

    /** Name and version, which keys of models hold: last digits differ from those of other engines. */
    String version();

    /** The same, and what else its digits depend on, such as the processor's instructions. */
    String describe();

    /** Whether it works on this platform. */
    boolean isAvailable();

    /** For a whole network that stays as it is; none for one that it cannot compute. */
    Optional<NetworkEngine> toPredict(NetworkArchitecture architecture, ComputationGraph graph);

    /**
     * For the training of a whole network, or of the latent space with the frozen decoder; none if it cannot.
     *
     * @param clip largest L2 norm of a gradient; 0 for any
     */
    Optional<NetworkEngine> toTrain(NetworkArchitecture architecture, ComputationGraph graph, double clip);
  }

  /** The engine's kind, none for DL4J; a {@link faultslip.FaultslipException} if one is named that is not there. */
  static Optional<Kind> kind() {
    ServiceRegistry<Kind> kinds = ServiceRegistry.of(Kind.class, "network engine", Kind::id);
    String named = System.getProperty(PROPERTY);
    return named == null ? kinds.all().stream().filter(Kind::isAvailable).findFirst()
        : named.equals(DL4J) ? Optional.empty() : Optional.of(kinds.get(named));
  }

  /** For a whole network that stays as it is. */
  static NetworkEngine toPredict(NetworkArchitecture architecture, ComputationGraph graph) {
    return kind().flatMap(kind -> kind.toPredict(architecture, graph)).orElseGet(() -> new Dl4jEngine(graph));
  }

  /** For a network that is trained, with gradients of an L2 norm up to {@code clip}; 0 for any. */
  static NetworkEngine toTrain(NetworkArchitecture architecture, ComputationGraph graph, double clip) {
    return kind().flatMap(kind -> kind.toTrain(architecture, graph, clip))
        .orElseGet(() -> Dl4jEngine.clipped(graph, clip));
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
