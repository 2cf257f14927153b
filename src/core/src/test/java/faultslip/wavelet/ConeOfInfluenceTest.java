package faultslip.wavelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import faultslip.series.Clock;
import org.junit.jupiter.api.Test;

/** The cone of influence is as wide at each scale as the wavelet's e-folding time says. */
class ConeOfInfluenceTest {
  private static final Clock CLOCK = new Clock(100, 0.5);
  private static final ScaleGrid GRID = new ScaleGrid(4, 1, 3);

  @Test
  void growsFromBothEdgesAtTheEFoldingTime() {
    double[] ricker = transform(9, DerivativeOfGaussian.ricker(), new double[9]).coneOfInfluence();
    double step = 0.5 / Math.sqrt(2);
    assertThat(ricker).containsExactly(
        new double[] {0, step, 2 * step, 3 * step, 4 * step, 3 * step, 2 * step, step, 0}, within(1e-14));
    double[] paul = transform(4, new Paul(4), new double[4]).coneOfInfluence();
    assertThat(paul).containsExactly(
        new double[] {0, 0.5 * Math.sqrt(2), 0.5 * Math.sqrt(2), 0}, within(1e-14));
  }

  @Test
  void theTraceOfAnImpulseAtTheEdgeFallsByESquaredWhereItEnds() {
    double[] impulse = new double[512];
    impulse[0] = 1;
    Wavelet morlet = new Morlet(6);
    Scalogram scalogram = transform(512, morlet, impulse);
    double[] cone = scalogram.coneOfInfluence();
    for (int j = 0; j < 3; j++) {
      int end = (int) Math.round(morlet.eFoldingTime() * GRID.scale(j) / 0.5);
      double fall = Math.exp(-2 * Math.pow(cone[end] / GRID.scale(j), 2));
      assertThat(scalogram.power(j, end) / scalogram.power(j, 0)).isCloseTo(fall, within(1e-6));
      assertThat(fall).isCloseTo(Math.exp(-2), within(0.02));
    }
  }

  private static Scalogram transform(int length, Wavelet wavelet, double[] values) {
    return new ContinuousWaveletTransform(length, 0.5, wavelet, GRID, Padding.NONE, Normalisation.ENERGY)
        .forward(values, CLOCK);
  }
}
