package faultslip.wavelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.series.Clock;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Inverting a transform gives the series back, on a grid that leaves nothing out. */
class InversionTest {
  private static final int LENGTH = 600;
  private static final Clock CLOCK = new Clock(0, 0.01);

  static Wavelet[] wavelets() {
    return new Wavelet[] {DerivativeOfGaussian.ricker(), new DerivativeOfGaussian(4), new DerivativeOfGaussian(6),
      new Morlet(6), new Paul(4)};
  }

  @Test
  void rickerGivesTheNino3SeriesBack() throws IOException {
    double[] anomaly = Nino3.read().anomaly();
    ContinuousWaveletTransform plan = new ContinuousWaveletTransform(504, 0.25, DerivativeOfGaussian.ricker(),
        new ScaleGrid(0.25 / 16, 0.125, 113), Padding.NONE, Normalisation.ENERGY);
    double[] rebuilt = plan.inverse(plan.forward(anomaly, Nino3.SEASONS));
    double product = IntStream.range(0, 504).mapToDouble(n -> rebuilt[n] * anomaly[n]).sum();
    double square = IntStream.range(0, 504).mapToDouble(n -> anomaly[n] * anomaly[n]).sum();
    assertThat(relativeError(rebuilt, anomaly)).isLessThan(0.003);
    assertThat(product / square).isCloseTo(0.9989, within(5.1e-5));
  }

  @ParameterizedTest
  @MethodSource("wavelets")
  void everyWaveletGivesSmoothSignalsBack(Wavelet wavelet) {
    // Waves of 3 to 60 periods in the series, well within the scales.
    double[] signal = IntStream.range(0, LENGTH).mapToDouble(n -> 2 * wave(3, n) - wave(11, n + 20) + wave(60, n))
        .toArray();
    ContinuousWaveletTransform plan = plan(wavelet, Normalisation.ENERGY);
    assertThat(relativeError(plan.inverse(plan.forward(signal, CLOCK)), signal)).isLessThan(1e-4);
  }

  @ParameterizedTest
  @EnumSource(Padding.class)
  void everyPaddingGivesTheMiddleBack(Padding padding) {
    double[] signal = IntStream.range(0, LENGTH).mapToDouble(n -> wave(20, n) + wave(7.3, n)).toArray();
    ContinuousWaveletTransform plan = new ContinuousWaveletTransform(LENGTH, 0.01, DerivativeOfGaussian.ricker(),
        new ScaleGrid(0.01 / 8, 0.125, 110), padding, Normalisation.AMPLITUDE);
    double[] rebuilt = plan.inverse(plan.forward(signal, CLOCK));
    // What no scale holds is the mean of the padded series.
    double mean = Arrays.stream(padding.pad(signal)).average().orElseThrow();
    for (int n = 100; n < 500; n++) {
      assertThat(rebuilt[n] + mean).isCloseTo(signal[n], within(0.01));
    }
  }

  @Test
  void eitherNormalisationInvertsToTheSameSeries() {
    double[] signal = IntStream.range(0, LENGTH).mapToDouble(n -> wave(9, n)).toArray();
    ContinuousWaveletTransform energy = plan(DerivativeOfGaussian.ricker(), Normalisation.ENERGY);
    ContinuousWaveletTransform amplitude = plan(DerivativeOfGaussian.ricker(), Normalisation.AMPLITUDE);
    Scalogram equalised = amplitude.forward(signal, CLOCK);
    assertThat(equalised.real(40, 310)).isNotCloseTo(energy.forward(signal, CLOCK).real(40, 310), within(1e-3));
    assertThat(energy.inverse(equalised)).containsExactly(energy.inverse(energy.forward(signal, CLOCK)), within(1e-12));
  }

  @Test
  void anotherGridWaveletOrLengthIsRefused() {
    ContinuousWaveletTransform plan = plan(DerivativeOfGaussian.ricker(), Normalisation.ENERGY);
    double[] signal = new double[LENGTH];
    Scalogram otherWavelet = plan(new DerivativeOfGaussian(6), Normalisation.ENERGY).forward(signal, CLOCK);
    Scalogram otherGrid = new ContinuousWaveletTransform(LENGTH, 0.01, DerivativeOfGaussian.ricker(),
        new ScaleGrid(0.01, 0.5, 9), Padding.NONE, Normalisation.ENERGY).forward(signal, CLOCK);
    Scalogram shorter = new ContinuousWaveletTransform(300, 0.01, DerivativeOfGaussian.ricker(),
        plan.forward(signal, CLOCK).grid(), Padding.NONE, Normalisation.ENERGY).forward(new double[300], CLOCK);
    assertThatThrownBy(() -> plan.inverse(otherWavelet)).isInstanceOf(WaveletException.class)
        .hasMessageContaining("order=6").hasMessageContaining("order=2");
    assertThatThrownBy(() -> plan.inverse(otherGrid)).isInstanceOf(WaveletException.class)
        .hasMessageContaining("count=9").hasMessageContaining("count=200");
    assertThatThrownBy(() -> plan.inverse(shorter)).isInstanceOf(WaveletException.class)
        .hasMessageContaining("300 samples").hasMessageContaining("600");
  }

  @Test
  void anAntisymmetricWaveletTransformsButDoesNotInvert() {
    ContinuousWaveletTransform plan = plan(new DerivativeOfGaussian(1), Normalisation.ENERGY);
    Scalogram scalogram = plan.forward(new double[LENGTH], CLOCK);
    assertThatThrownBy(() -> plan.inverse(scalogram)).isInstanceOf(WaveletException.class)
        .hasMessageContaining("odd order 1").hasMessageContaining("even order");
  }

  private static ContinuousWaveletTransform plan(Wavelet wavelet, Normalisation normalisation) {
    return new ContinuousWaveletTransform(LENGTH, 0.01, wavelet, new ScaleGrid(0.01 / 64, 0.125, 200), Padding.NONE,
        normalisation);
  }

  private static double wave(double periods, int n) {
    return Math.sin(2 * Math.PI * periods * n / LENGTH);
  }

  private static double relativeError(double[] found, double[] expected) {
    double error = 0;
    double size = 0;
    for (int n = 0; n < expected.length; n++) {
      error += Math.pow(found[n] - expected[n], 2);
      size += expected[n] * expected[n];
    }
    return Math.sqrt(error / size);
  }
}
