package faultslip.ced;

import java.util.List;

/**
 * How a training went.
 *
 * @param validations validation losses over the steps, in order
 * @param bestStep the step whose weights were kept
 * @param bestLoss their validation loss: mean squared error over the mean square of the targets, the mean over the
 *     validation segments; 1 is as bad as predicting 0
 * @param steps steps done
 * @param seconds wall time of the training, 0 or above; over all its parts if it was interrupted
 */
public record TrainingHistory(List<Validation> validations, int bestStep, double bestLoss, int steps, double seconds) {

  /**
   * One validation.
   *
   * @param step after how many gradient steps
   * @param loss validation loss, as {@link TrainingHistory#bestLoss}
   */
  public record Validation(int step, double loss) {}

  /** Copies the list; a {@link CedException} if it is missing, or the steps or seconds cannot be. */
  public TrainingHistory {
    if (validations == null || bestStep < 0 || bestStep > steps || !(seconds >= 0)) {
      throw new CedException("A history of %d steps, the best after %d, in %s s, %s validations; give what was trained."
          .formatted(steps, bestStep, seconds, validations == null ? "without" : "with"));
    }
    validations = List.copyOf(validations);
  }
}
