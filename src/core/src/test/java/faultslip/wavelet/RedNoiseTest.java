package faultslip.wavelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.series.Clock;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Red noise exceeds its own levels of significance as often as they say. */
class RedNoiseTest {
  private static final int LENGTH = 1 << 15;
  private static final double INTERVAL = 0.25;
  private static final RedNoise NOISE = new RedNoise(0.6, 4);

  static Wavelet[] wavelets() {
    return new Wavelet[] {new Morlet(6), DerivativeOfGaussian.ricker()};
  }

  @ParameterizedTest
  @MethodSource("wavelets")
  void fivePercentOfNoiseIsAboveTheFivePercentLevel(Wavelet wavelet) {
    for (Normalisation normalisation : Normalisation.values()) {
      Scalogram scalogram = transform(wavelet, normalisation, noise(LENGTH, 17));
      double[] levels = NOISE.significance(scalogram, 0.95);
      // From 4 to 32 samples a scale: many independent times, and little leakage from neighbouring periods.
      for (int j = 0; j < scalogram.height(); j++) {
        int scale = j;
        long above = IntStream.range(0, LENGTH).filter(n -> scalogram.power(scale, n) > levels[scale]).count();
        assertThat(above / (double) LENGTH).as("%s, scale %d", wavelet, j).isBetween(0.03, 0.085);
      }
    }
  }

  @Test
  void averagingLowersTheLevelTowardsTheSpectrumItself() {
    Scalogram scalogram = transform(new Morlet(6), Normalisation.ENERGY, new double[LENGTH]);
    double[] local = NOISE.significance(scalogram, 0.95);
    double[] none = NOISE.averagedSignificance(scalogram, new double[scalogram.height()], 0.95);
    double[] global = NOISE.globalSignificance(scalogram, 0.95);
    for (int j = 0; j < scalogram.height(); j++) {
      double period = scalogram.grid().scale(j) * new Morlet(6).fourierFactor();
      double spectrum = NOISE.spectrum(INTERVAL / period);
      assertThat(none[j]).isCloseTo(local[j], within(1e-9));
      assertThat(global[j]).isBetween(spectrum, 1.2 * spectrum);
    }
  }

  @Test
  void halfTheSamplesOfTheConeAreNotAveraged() {
    Scalogram scalogram = new ContinuousWaveletTransform(100, 1, new Morlet(6), new ScaleGrid(10, 3, 3),
        Padding.ZERO, Normalisation.ENERGY).forward(new double[100], new Clock(0, 1));
    // Cones of 28 samples, and at scales of 80 and 640 the whole series.
    double[] averaged = {100 - 10 * Math.sqrt(2), 50, 50};
    assertThat(NOISE.globalSignificance(scalogram, 0.9))
        .containsExactly(NOISE.averagedSignificance(scalogram, averaged, 0.9), within(1e-12));
  }

  @Test
  void theSpectrumAddsUpToTheVariance() {
    double mean = IntStream.range(0, 1000).mapToDouble(k -> NOISE.spectrum(k / 1000.0)).average().orElseThrow();
    assertThat(mean).isCloseTo(4, within(1e-9));
    assertThat(new RedNoise(0, 3).spectrum(0.17)).isCloseTo(3, within(1e-15));
  }

  @Test
  void theGlobalSpectrumOfNoiseIsItsSpectrum() {
    Scalogram scalogram = transform(new Morlet(6), Normalisation.ENERGY, noise(LENGTH, 23));
    double[] global = scalogram.globalSpectrum();
    for (int j = 0; j < global.length; j++) {
      double period = scalogram.grid().scale(j) * new Morlet(6).fourierFactor();
      assertThat(global[j]).isCloseTo(NOISE.spectrum(INTERVAL / period), Percentage.withPercentage(10));
    }
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    Scalogram scalogram = transform(new Morlet(7), Normalisation.ENERGY, new double[LENGTH]);
    assertThatThrownBy(() -> new RedNoise(1, 1)).isInstanceOf(WaveletException.class).hasMessageContaining("1.0");
    assertThatThrownBy(() -> new RedNoise(0.5, 0)).isInstanceOf(WaveletException.class)
        .hasMessageContaining("variance 0.0");
    assertThatThrownBy(() -> NOISE.significance(scalogram, 95)).isInstanceOf(WaveletException.class)
        .hasMessageContaining("95.0").hasMessageContaining("0.95");
    assertThatThrownBy(() -> NOISE.averagedSignificance(scalogram, new double[1], 0.95))
        .isInstanceOf(WaveletException.class).hasMessageContaining("1 numbers");
    assertThatThrownBy(() -> NOISE.globalSignificance(scalogram, 0.95)).isInstanceOf(WaveletException.class)
        .hasMessageContaining("frequency 7.0");
  }

  private static Scalogram transform(Wavelet wavelet, Normalisation normalisation, double[] values) {
    return new ContinuousWaveletTransform(LENGTH, INTERVAL, wavelet, new ScaleGrid(1, 1, 4), Padding.NONE,
        normalisation).forward(values, new Clock(0, INTERVAL));
  }

  /** x_n = 0.6 x_(n−1) + z_n of variance 4. */
  private static double[] noise(int length, int seed) {
    Random random = new Random(seed);
    double[] values = new double[length];
    values[0] = 2 * random.nextGaussian();
    for (int n = 1; n < length; n++) {
      values[n] = 0.6 * values[n - 1] + 2 * Math.sqrt(1 - 0.36) * random.nextGaussian();
    }
    return values;
  }
}
