package faultslip.evaluate.baseline;

import faultslip.evaluate.EvaluationException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.tribuo.Trainer;
import org.tribuo.regression.Regressor;

/**
 * A regressor that learns the fault state from statistics of the emission: how it is called, and how it is trained. To
 * add one, name a class with a public constructor without parameters in
 * {@code META-INF/services/faultslip.evaluate.baseline.RegressorKind}.
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
   * @throws EvaluationException if two have the same id
   */
  static List<RegressorKind> all() {
    List<RegressorKind> kinds = ServiceLoader.load(RegressorKind.class, RegressorKind.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get).sorted(Comparator.comparing(RegressorKind::id)).toList();
    kinds.stream().collect(Collectors.groupingBy(RegressorKind::id)).forEach((id, same) -> {
      if (same.size() > 1) {
        throw new EvaluationException("Regressor '%s' is there %d times (%s); give each an id of its own.".formatted(id,
            same.size(), same.stream().map(kind -> kind.getClass().getName()).collect(Collectors.joining(", "))));
      }
    });
    return kinds;
  }

  /**
   * The kind of an id.
   *
   * @throws EvaluationException if there is none
   */
  static RegressorKind named(String id) {
    List<RegressorKind> kinds = all();
    return kinds.stream().filter(kind -> kind.id().equals(id)).findFirst()
        .orElseThrow(() -> new EvaluationException("No regressor '%s'; there are %s.".formatted(id,
            kinds.stream().map(RegressorKind::id).collect(Collectors.joining(", ")))));
  }
}
