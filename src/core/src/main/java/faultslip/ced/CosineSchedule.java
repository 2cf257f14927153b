package faultslip.ced;

import org.nd4j.linalg.schedule.ISchedule;

/** Learning rate that rises linearly over the warm-up steps, then falls to 0 along half a cosine. */
record CosineSchedule(double peak, int warmup, int steps) implements ISchedule {

  @Override
  public double valueAt(int iteration, int epoch) {
    double rise = warmup == 0 ? 1 : Math.min(1, (iteration + 1.0) / warmup);
    double progress = Math.min(1, iteration / (double) steps);
    return peak * rise * 0.5 * (1 + StrictMath.cos(Math.PI * progress));
  }

  @Override
  public ISchedule clone() {
    return this;
  }
}
