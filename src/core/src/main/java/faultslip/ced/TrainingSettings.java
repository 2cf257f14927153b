package faultslip.ced;

/**
 * How a network is trained: Adam on the mean squared error of scalogram pixels, a learning rate that warms up and then
 * falls along a cosine, averaged weights, and early stopping on validation data.
 *
 * <p>Begin with {@link #standard} and say what differs:
 * {@code TrainingSettings.standard().withSteps(300).withBatch(8)}.
 *
 * @param steps gradient steps at most, at least 1
 * @param batch windows a step, at least 1
 * @param initialisation how the weights are drawn that do not come from an earlier training
 * @param learningRate how far a step goes; its warm-up takes at most {@code steps}
 * @param regularisation what keeps the training steady and its result general
 * @param stopping when it is validated, and when it ends before its last step
 */
public record TrainingSettings(int steps, int batch, Initialisation initialisation, LearningRate learningRate,
    Regularisation regularisation, Stopping stopping) {

  /**
   * A learning rate that rises linearly to its peak, then falls to 0 along half a cosine.
   *
   * @param peak the highest rate, above 0 and below 1
   * @param warmup steps over which it rises, 0 or more
   */
  public record LearningRate(double peak, int warmup) {

    /** @throws CedException if a value is outside its range */
    public LearningRate {
      require(peak > 0 && peak < 1, "learningRate.peak", peak, "a number between 0 and 1");
      require(warmup >= 0, "learningRate.warmup", warmup, "0 or more steps");
    }
  }

  /**
   * What keeps a training steady and its result general.
   *
   * @param averaging decay of the running average of the weights, which is what is validated and kept; 0 (the weights
   *     themselves) to below 1
   * @param clip largest L2 norm of the gradient of all trained parameters; 0 for no clipping
   * @param supervision weight of the loss of each decoder level below the top, whose output is compared with the target
   *     averaged to its resolution (the hierarchical components of the published architecture); 0 for none
   */
  public record Regularisation(double averaging, double clip, double supervision) {
    /** The weights themselves, whole gradients, and the loss of the output alone. */
    public static final Regularisation NONE = new Regularisation(0, 0, 0);

    /** @throws CedException if a value is outside its range */
    public Regularisation {
      require(averaging >= 0 && averaging < 1, "regularisation.averaging", averaging, "0 to below 1");
      require(clip >= 0 && Double.isFinite(clip), "regularisation.clip", clip, "0 or above");
      require(supervision >= 0 && Double.isFinite(supervision), "regularisation.supervision",
          supervision, "0 or above");
    }
  }

  /**
   * When a training is validated, and when it ends before its last step.
   *
   * @param validationInterval steps between validations, at least 1
   * @param patience steps without a better validation loss after which training stops, at least
   *     {@code validationInterval}
   */
  public record Stopping(int validationInterval, int patience) {

    /** @throws CedException if a value is outside its range */
    public Stopping {
      require(validationInterval >= 1, "stopping.validationInterval", validationInterval, "at least 1 step");
      require(patience >= validationInterval, "stopping.patience", patience,
          "at least the " + validationInterval + " steps between validations");
    }
  }

  /** @throws CedException if a value is outside its range */
  public TrainingSettings {
    require(steps >= 1, "steps", steps, "at least 1");
    require(batch >= 1, "batch", batch, "at least 1");
    require(learningRate.warmup <= steps, "learningRate.warmup",
        learningRate.warmup, "0 to the number of steps, " + steps);
  }

  private static void require(boolean holds, String name, Number value, String range) {
    if (!holds) {
      throw new CedException("Training setting '%s' is %s; give %s.".formatted(name, value, range));
    }
  }

  /** 700 steps of 16 windows from weights of He et al., as a simulation of many cycles is learned from. */
  public static TrainingSettings standard() {
    return new TrainingSettings(700, 16, Initialisation.HE, new LearningRate(5e-3, 50),
        new Regularisation(0.98, 1, 0.3), new Stopping(50, 700));
  }

  /** How many steps to reckon with beforehand: all of them, or where patience is short a few times that. */
  public int likelySteps() {
    return Math.min(steps, 4 * stopping.patience);
  }

  /** With other steps at most; warm-up and validation interval are shortened to fit into them. */
  public TrainingSettings withSteps(int atMost) {
    return new TrainingSettings(atMost, batch, initialisation,
        new LearningRate(learningRate.peak, Math.min(learningRate.warmup, atMost)), regularisation,
        new Stopping(Math.min(stopping.validationInterval, atMost), stopping.patience));
  }

  /** With another number of windows a step. */
  public TrainingSettings withBatch(int windows) {
    return new TrainingSettings(steps, windows, initialisation, learningRate, regularisation, stopping);
  }

  /** With weights drawn otherwise. */
  public TrainingSettings withInitialisation(Initialisation drawn) {
    return new TrainingSettings(steps, batch, drawn, learningRate, regularisation, stopping);
  }

  /** With another learning rate: its peak, and the steps it takes to rise to it. */
  public TrainingSettings withLearningRate(double peak, int warmup) {
    return new TrainingSettings(steps, batch, initialisation, new LearningRate(peak, warmup), regularisation, stopping);
  }

  /** With another regularisation. */
  public TrainingSettings withRegularisation(Regularisation other) {
    return new TrainingSettings(steps, batch, initialisation, learningRate, other, stopping);
  }

  /** With another decay of the running average of the weights. */
  public TrainingSettings withAveraging(double decay) {
    return withRegularisation(new Regularisation(decay, regularisation.clip, regularisation.supervision));
  }

  /** Validated every so many steps, and stopped after so many without a better loss. */
  public TrainingSettings withStopping(int validationInterval, int patience) {
    return new TrainingSettings(steps, batch, initialisation, learningRate, regularisation,
        new Stopping(validationInterval, patience));
  }
}
