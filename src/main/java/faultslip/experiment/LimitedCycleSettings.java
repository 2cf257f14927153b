package faultslip.experiment;

import faultslip.ced.CedArchitecture;
import faultslip.ced.Initialisation;
import faultslip.ced.LatentStart;
import faultslip.ced.TrainingSettings;
import faultslip.split.SplitFractions;
import faultslip.split.Windows;

/**
 * How a latent space is trained on half a seismic cycle.
 *
 * @param refinement samples interpolated for each of the recording, at least 1
 * @param windows windows over the refined recording, to train, to validate and to average over
 * @param split of the half cycle: 90 % to train, 10 % to stop by
 * @param start where the latent space starts from
 * @param batch windows a gradient step
 * @param learningRate peak learning rate
 * @param averaging decay of the running average of the weights
 * @param epochs epochs at most; an epoch is as many steps as it takes to draw as many windows as there are
 * @param patience epochs without a better validation loss after which training stops; 100 in the paper
 */
public record LimitedCycleSettings(int refinement, Windows windows, SplitFractions split, LatentStart start, int batch,
    double learningRate, double averaging, int epochs, int patience) {
  private static final SplitFractions SPLIT = SplitFractions.SINGLE_CYCLE;

  /**
   * Windows that fit the sampling. The paper's are 0.4 s, every 0.1 s, a twentieth of a cycle: the tenth of half a cycle
   * that validates just holds one. The network's windows must be a multiple of 2^levels samples. So the recording is
   * refined, by linear interpolation and no more than needed, until that tenth holds the narrowest such window; and where
   * the sampling is finer, windows are as wide as the tenth allows, up to the network's own. At 10 Hz and cycles of
   * 10 s that is 3 or 4 samples for each one and windows of 16: about 0.5 s every 0.13 s. Interpolation adds no
   * information, and the recording's own features are means over a second: what is reduced is what the network sees at once.
   *
   * @param halfCycle samples of the shorter half of the cycle, as recorded
   */
  public static LimitedCycleSettings fitting(int halfCycle, CedArchitecture architecture) {
    int narrowest = 1 << architecture.levels();
    int refinement = 1;
    while (validationSamples(halfCycle * refinement) < narrowest) {
      refinement++;
    }
    int width = Math.min(architecture.width(), validationSamples(halfCycle * refinement) / narrowest * narrowest);
    return new LimitedCycleSettings(refinement, new Windows(width, width / 4), SPLIT, LatentStart.FRESH, 16, 5e-3, 0.99, 300, 100);
  }

  private static int validationSamples(int samples) {
    return samples - samples * SPLIT.train() / 100;
  }

  /** The training on so many windows: validated once an epoch. */
  TrainingSettings training(int windowsToLearn) {
    int epoch = (windowsToLearn + batch - 1) / batch;
    return new TrainingSettings(Initialisation.HE, epochs * epoch, batch, learningRate, 0, averaging, 0, 0, epoch, patience * epoch);
  }

  /** The same with so few epochs that it runs in seconds: to see that it works, not for its numbers. */
  public LimitedCycleSettings quick() {
    return new LimitedCycleSettings(refinement, windows, split, start, batch, learningRate, averaging, 3, 3);
  }
}
