package faultslip.ced;

/**
 * How a network is trained: Adam on the mean squared error of scalogram pixels, a learning rate that warms up and then
 * falls along a cosine, averaged weights, and early stopping on validation data.
 *
 * @param initialisation how the weights are drawn that do not come from an earlier training
 * @param steps gradient steps at most, at least 1
 * @param batch windows a step, at least 1
 * @param learningRate peak learning rate, positive
 * @param warmup steps over which the learning rate rises, 0 to {@code steps}
 * @param averaging decay of the running average of the weights, which is what is validated and kept; 0 (the weights
 *     themselves) to below 1
 * @param clip largest L2 norm of the gradient of all trained parameters; 0 for no clipping
 * @param supervision weight of the loss of each decoder level below the top, whose output is compared with the target
 *     averaged to its resolution (the hierarchical components of the published architecture); 0 for none
 * @param validationInterval steps between validations, at least 1
 * @param patience steps without a better validation loss after which training stops, at least {@code validationInterval}
 */
public record TrainingSettings(Initialisation initialisation, int steps, int batch, double learningRate, int warmup, double averaging, double clip,
    double supervision, int validationInterval, int patience) {

  /** @throws CedException if a value is outside its range */
  public TrainingSettings {
    require(steps >= 1, "steps", steps, "at least 1");
    require(batch >= 1, "batch", batch, "at least 1");
    require(learningRate > 0 && learningRate < 1, "learning rate", learningRate, "between 0 and 1");
    require(warmup >= 0 && warmup <= steps, "warm-up", warmup, "0 to the number of steps");
    require(averaging >= 0 && averaging < 1, "averaging", averaging, "0 to below 1");
    require(clip >= 0 && Double.isFinite(clip), "clip", clip, "0 or above");
    require(supervision >= 0 && Double.isFinite(supervision), "supervision", supervision, "0 or above");
    require(validationInterval >= 1, "validation interval", validationInterval, "at least 1");
    require(patience >= validationInterval, "patience", patience, "at least the validation interval");
  }

  private static void require(boolean holds, String name, double value, String range) {
    if (!holds) {
      throw new CedException("Training setting '%s' is %s; give %s.".formatted(name, value, range));
    }
  }

  /** How many steps to reckon with beforehand: all of them, or where patience is short a few times that. */
  public int likelySteps() {
    return Math.min(steps, 4 * patience);
  }

  /** The same settings with other numbers of steps, warm-up and patience kept inside them. */
  public TrainingSettings withSteps(int fewer) {
    return new TrainingSettings(initialisation, fewer, batch, learningRate, Math.min(warmup, fewer), averaging, clip, supervision,
        Math.min(validationInterval, fewer), patience);
  }
}
