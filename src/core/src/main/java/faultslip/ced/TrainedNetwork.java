package faultslip.ced;

import java.util.function.Supplier;
import org.nd4j.shade.guava.base.Suppliers;

/**
 * A network with the history of the training that made it.
 *
 * @param source gives the network; called once, when it is first asked for
 * @param history how the training went
 */
public record TrainedNetwork(Supplier<Ced> source, TrainingHistory history) {

  /** Remembers what the source gave. */
  public TrainedNetwork {
    source = Suppliers.memoize(source::get);
  }

  /** What a training gives. */
  public TrainedNetwork(Ced network, TrainingHistory history) {
    this(() -> network, history);
  }

  /** The network, read from the store when it is first asked for; a {@link CedException} if it cannot be read. */
  public Ced network() {
    return source.get();
  }
}
