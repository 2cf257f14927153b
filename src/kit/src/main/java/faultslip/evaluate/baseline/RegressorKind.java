package faultslip.evaluate.baseline;

import faultslip.ServiceRegistry;
import java.util.List;
import org.tribuo.Trainer;
import org.tribuo.regression.Regressor;

/**
 * A regressor that learns the fault state from statistics of the emission: how it is called, and how it is trained.
 * {@link ServiceRegistry} says how to add one.
 */
public interface RegressorKind {

  /** What results files and keys call it, such as "random-forest"; no other kind may have the same. */
  String id();

  /** What figures call it, such as "random forest". */
  String title();

  /**
   * The training, its settings fixed beforehand and the same for every recording. Statistics and fault state reach it
   * standardised.
   *
   * @param seed of everything drawn at random
   * @return a new one: Tribuo's trainers count how often they have been used, and draw anew each time
   */
  Trainer<Regressor> trainer(long seed);

  /**
   * All kinds on the class path, in the order of their ids.
   *
   * @throws faultslip.FaultslipException if two have the same id, or one cannot be loaded
   */
  static List<RegressorKind> all() {
    return registry().ids().stream().map(RegressorKind::named).toList();
  }

  /**
   * The kind of an id.
   *
   * @throws faultslip.FaultslipException if there is none; the message lists the ids there are
   */
  static RegressorKind named(String id) {
    return registry().get(id);
  }

  private static ServiceRegistry<RegressorKind> registry() {
    return ServiceRegistry.of(RegressorKind.class, "regressor", RegressorKind::id);
  }
}
