package faultslip.ced;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * A network with the history of the training that made it. From the store, the network is loaded when it is asked for.
 */
public final class TrainedNetwork {
  private final TrainingHistory history;
  private Supplier<Ced> source;
  private Ced network;

  /** What a training gives. */
  public TrainedNetwork(Ced network, TrainingHistory history) {
    this(() -> network, history);
    Objects.requireNonNull(network, "network");
  }

  /** @param source gives the network; called once, when it is needed */
  TrainedNetwork(Supplier<Ced> source, TrainingHistory history) {
    this.source = Objects.requireNonNull(source, "source");
    this.history = Objects.requireNonNull(history, "history");
  }

  /**
   * The network, read from the store when it is first asked for.
   *
   * @throws CedException if it cannot be read
   */
  public synchronized Ced network() {
    if (network == null) {
      network = source.get();
      source = null;
    }
    return network;
  }

  /** How the training went. */
  public TrainingHistory history() {
    return history;
  }
}
