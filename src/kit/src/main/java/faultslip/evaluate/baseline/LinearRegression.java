package faultslip.evaluate.baseline;

import org.tribuo.Trainer;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.sgd.linear.LinearSGDTrainer;
import org.tribuo.regression.sgd.objectives.SquaredLoss;

/** Least squares by stochastic gradient descent: AdaGrad at 0.1, 200 epochs, batches of 16. */
public record LinearRegression() implements RegressorKind {
  private static final int NO_LOGGING = -1;

  @Override
  public String id() {
    return "linear";
  }

  @Override
  public String title() {
    return "linear regression";
  }

  @Override
  public Trainer<Regressor> trainer(long seed) {
    return new LinearSGDTrainer(new SquaredLoss(), new AdaGrad(0.1), 200, NO_LOGGING, 16, seed);
  }
}
