package faultslip.figure;

import faultslip.ced.Prediction;
import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.wavelet.DerivativeOfGaussian;
import faultslip.wavelet.Normalisation;
import faultslip.wavelet.ScaleGrid;
import faultslip.wavelet.Scalogram;
import java.util.function.DoubleUnaryOperator;

/** Recordings and scalograms made of formulas: pictures of the right shape without a transform. */
public final class Synthetic {
  public static final Clock CLOCK = new Clock(3925, 0.1);
  public static final ScaleGrid GRID = ScaleGrid.between(0.05, 6.4, 16);

  private Synthetic() {
  }

  public static Series series(String name, int length, DoubleUnaryOperator ofTime) {
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = ofTime.applyAsDouble(i * CLOCK.interval());
    }
    return new Series(name, "", CLOCK, values);
  }

  public static Scalogram scalogram(int length, double amplitude) {
    double[][] real = new double[GRID.count()][length];
    for (int j = 0; j < real.length; j++) {
      for (int n = 0; n < length; n++) {
        double phase = 2 * Math.PI * n * CLOCK.interval() / 9.7;
        real[j][n] = amplitude * Math.sin(phase) * Math.exp(-0.1 * (j - 8) * (j - 8));
      }
    }
    return new Scalogram(DerivativeOfGaussian.ricker(), GRID, Normalisation.AMPLITUDE, CLOCK, real, null);
  }

  public static Recording recording(int length) {
    return new Recording("synthetic", series("ln emission", length, t -> Math.sin(t) * Math.exp(Math.sin(t / 3))),
        series("friction coefficient", length, t -> 0.35 + 0.01 * (t % 9.7)));
  }

  public static Prediction prediction(int length) {
    Recording recording = recording(length);
    return new Prediction(recording, scalogram(length, 2), scalogram(length, 1), scalogram(length, 0.8),
        recording.fault().map("friction coefficient", "", v -> 0.4 + 0.8 * (v - 0.4)),
        series("deviation", length, t -> 0.004));
  }
}
