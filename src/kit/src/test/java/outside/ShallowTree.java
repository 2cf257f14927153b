package outside;

import faultslip.evaluate.baseline.RegressorKind;
import org.tribuo.Trainer;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.rtree.CARTRegressionTrainer;

/** A regression tree of at most six levels: a regressor that is one class of one's own. */
public final class ShallowTree implements RegressorKind {

  @Override
  public String id() {
    return "shallow-tree";
  }

  @Override
  public String title() {
    return "shallow tree";
  }

  @Override
  public Trainer<Regressor> trainer(long seed) {
    return new CARTRegressionTrainer(6);
  }
}
