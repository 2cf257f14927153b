package elsewhere;

import faultslip.evaluate.baseline.RegressorKind;
import org.tribuo.Trainer;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.rtree.CARTRegressionTrainer;

/** A regressor that somebody adds: this class, and its name as a line in META-INF/services. */
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
