package faultslip.wavelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import faultslip.series.Clock;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The transform is linear, moves with the series in time, and in scale when the series is stretched. */
class EquivarianceTest {
  private static final int LENGTH = 240;
  private static final Clock CLOCK = new Clock(5, 0.1);
  private static final ScaleGrid GRID = new ScaleGrid(0.2, 0.25, 24);

  static Wavelet[] wavelets() {
    return new Wavelet[] {DerivativeOfGaussian.ricker(), new DerivativeOfGaussian(3), new Morlet(6), new Paul(4)};
  }

  @ParameterizedTest
  @MethodSource("wavelets")
  void linear(Wavelet wavelet) {
    double[] first = noise(1);
    double[] second = noise(2);
    double[] mixed = IntStream.range(0, LENGTH).mapToDouble(n -> 3 * first[n] - 0.5 * second[n]).toArray();
    for (Padding padding : Padding.values()) {
      ContinuousWaveletTransform plan = plan(LENGTH, wavelet, padding, Normalisation.ENERGY);
      Scalogram a = plan.forward(first, CLOCK);
      Scalogram b = plan.forward(second, CLOCK);
      Scalogram c = plan.forward(mixed, CLOCK);
      everywhere((j, n) -> {
        assertThat(c.real(j, n)).isCloseTo(3 * a.real(j, n) - 0.5 * b.real(j, n), within(1e-12));
        assertThat(c.imaginary(j, n)).isCloseTo(3 * a.imaginary(j, n) - 0.5 * b.imaginary(j, n), within(1e-12));
      });
    }
  }

  @ParameterizedTest
  @MethodSource("wavelets")
  void shiftedSeriesShiftedScalogram(Wavelet wavelet) {
    int shift = 37;
    double[] values = noise(3);
    double[] later = IntStream.range(0, LENGTH).mapToDouble(n -> values[Math.floorMod(n - shift, LENGTH)]).toArray();
    ContinuousWaveletTransform plan = plan(LENGTH, wavelet, Padding.NONE, Normalisation.ENERGY);
    Scalogram here = plan.forward(values, CLOCK);
    Scalogram there = plan.forward(later, CLOCK);
    everywhere((j, n) -> {
      assertThat(there.real(j, n)).isCloseTo(here.real(j, Math.floorMod(n - shift, LENGTH)), within(1e-12));
      assertThat(there.imaginary(j, n)).isCloseTo(here.imaginary(j, Math.floorMod(n - shift, LENGTH)), within(1e-12));
    });
  }

  @ParameterizedTest
  @MethodSource("wavelets")
  void stretchedSeriesOneOctaveUp(Wavelet wavelet) {
    // The same waves over twice as many samples: rows move up by an octave, which is four scales.
    Scalogram once = plan(LENGTH, wavelet, Padding.NONE, Normalisation.AMPLITUDE).forward(waves(LENGTH), CLOCK);
    Scalogram twice = plan(2 * LENGTH, wavelet, Padding.NONE, Normalisation.AMPLITUDE)
        .forward(waves(2 * LENGTH), CLOCK);
    Scalogram energyOnce = plan(LENGTH, wavelet, Padding.NONE, Normalisation.ENERGY).forward(waves(LENGTH), CLOCK);
    Scalogram energyTwice = plan(2 * LENGTH, wavelet, Padding.NONE, Normalisation.ENERGY)
        .forward(waves(2 * LENGTH), CLOCK);
    for (int j = 0; j < GRID.count() - 4; j++) {
      for (int n = 0; n < LENGTH; n++) {
        assertThat(twice.real(j + 4, 2 * n)).isCloseTo(once.real(j, n), within(1e-12));
        assertThat(twice.imaginary(j + 4, 2 * n)).isCloseTo(once.imaginary(j, n), within(1e-12));
        assertThat(energyTwice.power(j + 4, 2 * n)).isCloseTo(2 * energyOnce.power(j, n), within(1e-10));
      }
    }
  }

  @Test
  void amplitudeIsEnergyOverTheRootOfTheScaleInSamples() {
    Scalogram energy = plan(LENGTH, new Morlet(6), Padding.ZERO, Normalisation.ENERGY).forward(noise(4), CLOCK);
    Scalogram amplitude = plan(LENGTH, new Morlet(6), Padding.ZERO, Normalisation.AMPLITUDE).forward(noise(4), CLOCK);
    everywhere((j, n) -> {
      double root = Math.sqrt(GRID.scale(j) / 0.1);
      assertThat(amplitude.real(j, n)).isCloseTo(energy.real(j, n) / root, within(1e-13));
      assertThat(amplitude.imaginary(j, n)).isCloseTo(energy.imaginary(j, n) / root, within(1e-13));
    });
  }

  @ParameterizedTest
  @EnumSource(Normalisation.class)
  void theUnitOfTimeDoesNotMatter(Normalisation normalisation) {
    ScaleGrid milliseconds = new ScaleGrid(1000 * GRID.smallest(), GRID.spacing(), GRID.count());
    Scalogram slow = plan(LENGTH, DerivativeOfGaussian.ricker(), Padding.EDGE, normalisation).forward(noise(4), CLOCK);
    Scalogram fast = new ContinuousWaveletTransform(LENGTH, 100, DerivativeOfGaussian.ricker(), milliseconds,
        Padding.EDGE, normalisation).forward(noise(4), new Clock(5, 100));
    everywhere((j, n) -> assertThat(fast.real(j, n)).isCloseTo(slow.real(j, n), within(1e-12)));
  }

  @Test
  void signsAreThoseOfTheWaveletsInTime() {
    double[] rise = IntStream.range(0, LENGTH).mapToDouble(n -> Math.tanh((n - 120) / 5.0)).toArray();
    double[] peak = IntStream.range(0, LENGTH).mapToDouble(n -> Math.exp(-Math.pow((n - 120) / 5.0, 2))).toArray();
    // DOG 1 is −η exp(−η²/2): it answers to a rise with a negative number.
    assertThat(plan(LENGTH, new DerivativeOfGaussian(1), Padding.EDGE, Normalisation.ENERGY).forward(rise, CLOCK)
        .real(8, 120)).isNegative();
    assertThat(plan(LENGTH, DerivativeOfGaussian.ricker(), Padding.EDGE, Normalisation.ENERGY).forward(peak, CLOCK)
        .real(8, 120)).isPositive();
  }

  private interface Check {
    void at(int scale, int time);
  }

  private static void everywhere(Check check) {
    for (int j = 0; j < GRID.count(); j++) {
      for (int n = 0; n < LENGTH; n++) {
        check.at(j, n);
      }
    }
  }

  private static double[] noise(int seed) {
    return new Random(seed).doubles(LENGTH, -1, 1).toArray();
  }

  private static double[] waves(int length) {
    return IntStream.range(0, length).mapToDouble(n -> Math.cos(2 * Math.PI * 3 * n / length + 1)
        - 0.7 * Math.sin(2 * Math.PI * 17 * n / length) + 0.4 * Math.cos(2 * Math.PI * 50 * n / length)).toArray();
  }

  private static ContinuousWaveletTransform plan(int length, Wavelet wavelet, Padding padding,
      Normalisation normalisation) {
    return new ContinuousWaveletTransform(length, 0.1, wavelet, GRID, padding, normalisation);
  }
}
