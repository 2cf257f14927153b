package faultslip.evaluate.baseline;

import faultslip.ServiceRegistry;
import org.tribuo.Trainer;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.ensemble.AveragingCombiner;
import org.tribuo.regression.rtree.CARTRegressionTrainer;
import org.tribuo.regression.rtree.impurity.MeanSquaredError;
import org.tribuo.regression.sgd.linear.LinearSGDTrainer;
import org.tribuo.regression.sgd.objectives.SquaredLoss;

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
   * The kinds on the class path.
   *
   * @throws faultslip.FaultslipException if two have the same id, or one cannot be loaded
   */
  static ServiceRegistry<RegressorKind> registry() {
    return ServiceRegistry.of(RegressorKind.class, "regressor", RegressorKind::id);
  }

  /** Least squares by stochastic gradient descent: AdaGrad at 0.1, 200 epochs, batches of 16. */
  record LinearRegression(String id, String title) implements RegressorKind {
    /** Made by the service loader. */
    public LinearRegression() {
      this("linear", "linear regression");
    }

    @Override
    public Trainer<Regressor> trainer(long seed) {
      return new LinearSGDTrainer(new SquaredLoss(), new AdaGrad(0.1), 200, -1, 16, seed); // -1: logs nothing
    }
  }

  /** 200 regression trees on resampled data, a third of the statistics at each split, leaves of at least 5 samples. */
  record RandomForest(String id, String title) implements RegressorKind {

    /** Made by the service loader. */
    public RandomForest() {
      this("random-forest", "random forest");
    }

    @Override
    public Trainer<Regressor> trainer(long seed) {
      var tree = new CARTRegressionTrainer(Integer.MAX_VALUE, 5, 0, 1 / 3f, false, new MeanSquaredError(), seed);
      return new RandomForestTrainer<>(tree, new AveragingCombiner(), 200, seed);
    }
  }
}
