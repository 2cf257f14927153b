package faultslip.experiment;

import faultslip.ced.LatentStart;
import faultslip.ced.ScalogramSettings;
import faultslip.ced.TrainingSettings;
import faultslip.split.SplitFractions;
import faultslip.split.Windows;
import faultslip.study.MethodSettings.CycleTraining;
import faultslip.study.SampledMethod.Learner;

/**
 * How a latent space is trained on half a seismic cycle.
 *
 * @param refinement samples interpolated for each of the recording, at least 1
 * @param windows windows over the refined recording, to train, to validate and to average over
 * @param split of the half cycle: 90 % to train, 10 % to stop by
 * @param start where the latent space starts from
 * @param training how the latent space learns
 */
public record LimitedCycleSettings(int refinement, Windows windows, SplitFractions split, LatentStart start,
    CycleTraining training) {
  /** The paper's windows here are a fifth as long as elsewhere: 0.4 s instead of 2 s. */
  private static final int PAPER_REDUCTION = 5;

  /**
   * Windows reduced to fit half a cycle: to a fifth, as in the paper, a step a quarter of that, if the network's layers
   * can take so few samples; convolutions do not care how wide a window is.
   *
   * <p>Where sampling is too slow for that, windows keep their number of samples, and the recording is refined by
   * linear interpolation instead, as far as the paper reduces its windows, but not so far that the largest scale no
   * longer spans the cycle, for then the cycle's own course would be missing from the image. At 10 Hz and a cycle of
   * 10.5 s that makes 40 Hz and windows of 1.6 s instead of 6.4 s. Interpolation adds no information. What makes it
   * honest is that the simulation was learned from at several paces: a cycle of four times as many samples is one of
   * them. Narrower windows did worse on validation data.
   *
   * <p>The latent space starts from the simulation's weights and learns slowly. Compared with weights drawn afresh and
   * ten times the learning rate, that did better on validation data for the part after the failure, with one seed; for
   * the part before it they have not been compared.
   *
   * @param cycle samples of the cycle, as recorded
   * @param learner that has learned from the simulation
   * @param training how its latent space learns
   * @throws ExperimentException if the cycle is longer than the largest scale spans, or too short for a window in nine
   *     tenths of its half
   */
  public static LimitedCycleSettings fitting(int cycle, Learner learner, CycleTraining training) {
    ScalogramSettings scalogram = learner.image();
    int full = learner.network().width();
    int reduction = learner.network().reduction();
    double spanned = scalogram.wavelet().fourierFactor() * scalogram.largestScale();
    int reduced = full / PAPER_REDUCTION;
    boolean narrow = reduced >= 2 * reduction && reduced % reduction == 0;
    int refinement = narrow ? 1 : (int) Math.min(PAPER_REDUCTION, spanned / cycle);
    int width = narrow ? reduced : full;
    if (spanned < cycle || cycle / 2 * refinement * SplitFractions.SINGLE_CYCLE.train() / 100 < width) {
      throw new ExperimentException(
          ("A cycle of %d samples does not fit scales that span %.0f and windows of %d samples; "
          + "give a recording of another sampling.").formatted(cycle, spanned, width));
    }
    return new LimitedCycleSettings(refinement, new Windows(width, narrow ? width / 4 : width / 16),
        SplitFractions.SINGLE_CYCLE, LatentStart.TRAINED, training);
  }

  /** The training on so many windows: validated once an epoch. */
  TrainingSettings training(int windowsToLearn) {
    int epoch = (windowsToLearn + training.batch() - 1) / training.batch();
    return TrainingSettings.standard().withSteps(training.epochs() * epoch).withBatch(training.batch())
        .withLearningRate(training.learningRate(), 0).withRegularisation(TrainingSettings.Regularisation.NONE)
        .withAveraging(training.averaging()).withStopping(epoch, training.patience() * epoch);
  }
}
