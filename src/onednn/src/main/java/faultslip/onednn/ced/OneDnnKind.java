package faultslip.onednn.ced;

import faultslip.ced.NetworkArchitecture;
import faultslip.ced.NetworkEngine;
import faultslip.onednn.ConvolutionalNetwork;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** The engine "onednn". */
public final class OneDnnKind implements NetworkEngine.Kind {

  /** For {@link java.util.ServiceLoader}. */
  public OneDnnKind() {}

  @Override
  public String id() {
    return "onednn";
  }

  @Override
  public String version() {
    return "oneDNN " + ConvolutionalNetwork.version();
  }

  @Override
  public String describe() {
    return version() + " (" + ConvolutionalNetwork.instructions() + ")";
  }

  @Override
  public boolean isAvailable() {
    return ConvolutionalNetwork.isAvailable();
  }

  @Override
  public Optional<NetworkEngine> toPredict(NetworkArchitecture architecture, ComputationGraph graph) {
    return Optional.of(architecture).filter(OneDnnEngine::predicts).map(one -> new OneDnnEngine(one, graph, 0));
  }

  @Override
  public Optional<NetworkEngine> toTrain(NetworkArchitecture architecture, ComputationGraph graph, double clip) {
    return Optional.of(architecture).filter(one -> OneDnnEngine.trains(one, graph))
        .map(one -> new OneDnnEngine(one, graph, clip));
  }
}
