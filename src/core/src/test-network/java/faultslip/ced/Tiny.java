package faultslip.ced;

import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.split.Split;
import faultslip.split.SplitFractions;
import faultslip.split.Windows;
import faultslip.wavelet.DerivativeOfGaussian;
import faultslip.wavelet.Padding;
import java.util.List;
import java.util.Random;

/** Networks and recordings so small that a training takes a second. */
final class Tiny {
  /** 16 scales from 1 to 8 samples. */
  static final ScalogramSettings SCALOGRAM =
      new ScalogramSettings(DerivativeOfGaussian.ricker(), 1, 8, 16, Padding.ZERO);
  static final CedArchitecture PLAIN = architecture(false, 0);
  static final Windows WINDOWS = new Windows(16, 4);

  private Tiny() {}

  /** 16 × 16 pixels, two levels of 2 and 3 filters, a latent space of 4 and 3. */
  static CedArchitecture architecture(boolean batchNormalisation, double skipDropout) {
    return architecture(Downsampling.MAX_POOLING, batchNormalisation, skipDropout);
  }

  static CedArchitecture architecture(Downsampling downsampling, boolean batchNormalisation, double skipDropout) {
    return new CedArchitecture(16, 16, List.of(2, 3), new CedArchitecture.Latent(4, 2),
        new CedArchitecture.Blocks(downsampling, 0.1, batchNormalisation, skipDropout));
  }

  /** 24 steps, validated every 6, of 8 windows. */
  static TrainingSettings settings() {
    return training(24, 8, 1e-2, 5, 0.8, 1, 0, 6, 24);
  }

  static TrainingSettings training(int steps, int batch, double learningRate, int warmup, double averaging, double clip,
      double supervision, int validationInterval, int patience) {
    return new TrainingSettings(steps, batch, Initialisation.HE,
        new TrainingSettings.LearningRate(learningRate, warmup),
        new TrainingSettings.Regularisation(averaging, clip, supervision),
        new TrainingSettings.Stopping(validationInterval, patience));
  }

  static Ced untrained(CedArchitecture architecture, long seed) {
    return Ced.untrained(architecture, Initialisation.HE, seed);
  }

  /** Stick-slip of irregular period: emission falls as the fault strengthens, with noise. */
  static Recording recording(long seed, int length) {
    Random random = new Random(seed);
    double[] emission = new double[length];
    double[] fault = new double[length];
    double phase = random.nextDouble();
    for (int i = 0; i < length; i++) {
      phase += 0.06 + 0.02 * Math.sin(0.013 * i);
      double cycle = phase - Math.floor(phase);
      fault[i] = 0.4 + 0.05 * (cycle < 0.8 ? cycle : 4 * (1 - cycle)) + 0.002 * random.nextGaussian();
      emission[i] = -3 * cycle + 0.3 * random.nextGaussian();
    }
    return recording("stick-slip " + seed, emission, fault);
  }

  static Recording recording(String name, double[] emission, double[] fault) {
    Clock clock = new Clock(50, 0.1);
    return new Recording(name, new Series("emission", "", clock, emission), new Series("friction", "", clock, fault));
  }

  static TrainingData data(Recording recording) {
    return data(SplitFractions.SIMULATION.of(recording), new Windows(16, 16));
  }

  static TrainingData data(Split split, Windows validation) {
    return TrainingData.of(List.of(split), SCALOGRAM, Augmentation.NONE, WINDOWS, validation);
  }

  static TrainingData data(long seed) {
    return data(recording(seed, 300));
  }

  /** Squared error over squared target, over the validation windows, summed as the definition says. */
  static double loss(Ced network, TrainingData data) {
    double error = 0;
    double power = 0;
    ScalogramPair pair = (ScalogramPair) data.validation().get(0);
    Windows windows = data.validationWindows();
    for (int start : windows.starts(pair.length())) {
      float[] image = new float[16 * 16];
      pair.input().copyWindow(start, 16, image, 0);
      float[] output = network.apply(image);
      for (int j = 0; j < 16; j++) {
        for (int n = 0; n < 16; n++) {
          double target = pair.target().real(j, start + n);
          error += Math.pow(output[16 * j + n] - target, 2);
          power += target * target;
        }
      }
    }
    return error / power;
  }
}
