package faultslip.evaluate.baseline;

import org.tribuo.Trainer;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.ensemble.AveragingCombiner;
import org.tribuo.regression.rtree.CARTRegressionTrainer;
import org.tribuo.regression.rtree.impurity.MeanSquaredError;

/**
 * A forest of 200 regression trees on resampled data, a third of the statistics at each split, leaves of at least 5
 * samples.
 */
public record RandomForest() implements RegressorKind {

  @Override
  public String id() {
    return "random-forest";
  }

  @Override
  public String title() {
    return "random forest";
  }

  @Override
  public Trainer<Regressor> trainer(long seed) {
    var tree = new CARTRegressionTrainer(Integer.MAX_VALUE, 5, 0, 1 / 3f, false, new MeanSquaredError(), seed);
    return new RandomForestTrainer<>(tree, new AveragingCombiner(), 200, seed);
  }
}
