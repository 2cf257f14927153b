package faultslip.evaluate.baseline;

import org.tribuo.Trainer;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.ensemble.AveragingCombiner;
import org.tribuo.regression.rtree.CARTRegressionTrainer;
import org.tribuo.regression.rtree.impurity.MeanSquaredError;
import org.tribuo.regression.sgd.linear.LinearSGDTrainer;
import org.tribuo.regression.sgd.objectives.SquaredLoss;

/** The regressors, their settings fixed beforehand and the same for every recording. */
public enum RegressorKind {
  /** Least squares by stochastic gradient descent: AdaGrad at 0.1, 200 epochs, batches of 16. */
  LINEAR("linear", "linear regression") {
    @Override
    Trainer<Regressor> trainer(long seed) {
      return new LinearSGDTrainer(new SquaredLoss(), new AdaGrad(0.1), 200, NO_LOGGING, 16, seed);
    }
  },
  /** 200 regression trees on resampled data, a third of the statistics at each split, leaves of at least 5 samples. */
  RANDOM_FOREST("random-forest", "random forest") {
    @Override
    Trainer<Regressor> trainer(long seed) {
      var tree = new CARTRegressionTrainer(Integer.MAX_VALUE, 5, 0, 1 / 3f, false, new MeanSquaredError(), seed);
      return new RandomForestTrainer<>(tree, new AveragingCombiner(), 200, seed);
    }
  };

  private static final int NO_LOGGING = -1;

  private final String id;
  private final String title;

  RegressorKind(String id, String title) {
    this.id = id;
    this.title = title;
  }

  abstract Trainer<Regressor> trainer(long seed);

  /** As in results files: "random-forest". */
  public String id() {
    return id;
  }

  /** As in figures: "random forest". */
  public String title() {
    return title;
  }
}
