package outside;

import faultslip.evaluate.baseline.RegressorKind;
import org.tribuo.Trainer;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.rtree.CARTRegressionTrainer;

/** A regressor of one's own: a tree that asks one question. */
public final class Stump implements RegressorKind {

  @Override
  public String id() {
    return "stump";
  }

  @Override
  public String title() {
    return "stump";
  }

  @Override
  public Trainer<Regressor> trainer(long seed) {
    return new CARTRegressionTrainer(2);
  }
}
