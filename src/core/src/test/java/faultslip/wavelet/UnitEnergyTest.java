package faultslip.wavelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** By Parseval's theorem, daughters have unit energy at every scale that sampling and length resolve: equation 7. */
class UnitEnergyTest {
  private static final int LENGTH = 4096;
  private static final double INTERVAL = 0.1;

  static Wavelet[] wavelets() {
    return new Wavelet[] {new Morlet(6), new Paul(4), DerivativeOfGaussian.ricker(), new DerivativeOfGaussian(3),
      new DerivativeOfGaussian(6)};
  }

  @ParameterizedTest
  @MethodSource("wavelets")
  void daughtersHaveUnitEnergy(Wavelet wavelet) {
    double[] frequencies = IntStream.range(0, LENGTH).mapToDouble(
        k -> 2 * Math.PI * (k <= LENGTH / 2 ? k : k - LENGTH) / (LENGTH * INTERVAL)).toArray();
    for (double scale : new double[] {0.6, 1.3, 5, 20}) {
      double[] daughter = wavelet.daughter(scale, INTERVAL, frequencies);
      double energy = Arrays.stream(daughter).map(value -> value * value).sum() / LENGTH;
      assertThat(energy).as("scale %s s", scale).isCloseTo(1, within(1e-5));
    }
  }
}
