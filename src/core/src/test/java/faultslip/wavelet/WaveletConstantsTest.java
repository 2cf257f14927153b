package faultslip.wavelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The constants of each wavelet follow from its Fourier transform, and agree with Torrence and Compo's tables. */
class WaveletConstantsTest {
  private static final double PRINTED = 5.1e-6;

  /** Wavelets that can be inverted. */
  static Wavelet[] invertible() {
    return new Wavelet[] {new Morlet(5), new Morlet(6), new Morlet(20), new Paul(1), new Paul(4), new Paul(40),
      DerivativeOfGaussian.ricker(), new DerivativeOfGaussian(4), new DerivativeOfGaussian(6),
      new DerivativeOfGaussian(60)};
  }

  static Wavelet[] all() {
    Wavelet[] even = invertible();
    Wavelet[] all = Arrays.copyOf(even, even.length + 3);
    all[even.length] = new DerivativeOfGaussian(1);
    all[even.length + 1] = new DerivativeOfGaussian(3);
    all[even.length + 2] = new DerivativeOfGaussian(59);
    return all;
  }

  @Test
  void valuesOfTable2() {
    assertThat(new Morlet(6).valueAtZero()).isCloseTo(Math.pow(Math.PI, -0.25), within(1e-15));
    assertThat(new Paul(4).valueAtZero()).isCloseTo(1.07894, within(PRINTED));
    assertThat(DerivativeOfGaussian.ricker().valueAtZero()).isCloseTo(0.86733, within(PRINTED));
    assertThat(new DerivativeOfGaussian(6).valueAtZero()).isCloseTo(0.88406, within(PRINTED));
  }

  @Test
  void reconstructionConstantsInTheLimit() {
    assertThat(new Morlet(6).reconstructionConstant()).isCloseTo(0.77843, within(PRINTED));
    assertThat(new Paul(4).reconstructionConstant()).isCloseTo(1.13309, within(PRINTED));
    assertThat(DerivativeOfGaussian.ricker().reconstructionConstant())
        .isCloseTo(Math.sqrt(2 * Math.PI) / Math.log(2), within(1e-14));
    assertThat(new DerivativeOfGaussian(6).reconstructionConstant()).isCloseTo(1.92869, within(PRINTED));
  }

  @Test
  void reconstructionConstantsMeasuredByTorrenceAndCompo() {
    Percentage coarse = Percentage.withPercentage(2.2);
    assertThat(new Morlet(6).reconstructionConstant()).isCloseTo(0.776, coarse);
    assertThat(new Paul(4).reconstructionConstant()).isCloseTo(1.132, coarse);
    assertThat(DerivativeOfGaussian.ricker().reconstructionConstant()).isCloseTo(3.541, coarse);
    assertThat(new DerivativeOfGaussian(6).reconstructionConstant()).isCloseTo(1.966, coarse);
  }

  @Test
  void fourierFactorsOfTable1() {
    assertThat(new Morlet(6).fourierFactor()).isCloseTo(1.03304, within(PRINTED));
    assertThat(new Paul(4).fourierFactor()).isCloseTo(1.39626, within(PRINTED));
    assertThat(DerivativeOfGaussian.ricker().fourierFactor()).isCloseTo(3.97384, within(PRINTED));
    assertThat(new DerivativeOfGaussian(6).fourierFactor()).isCloseTo(2.46447, within(PRINTED));
  }

  @ParameterizedTest
  @MethodSource("all")
  void unitEnergy(Wavelet wavelet) {
    double halves = wavelet.isReal() ? 2 : 1;
    assertThat(halves * integral(u -> Math.pow(wavelet.fourier(u), 2))).isCloseTo(1, within(1e-10));
  }

  @ParameterizedTest
  @MethodSource("invertible")
  void valueAtZeroIsTheIntegralOfTheFourierTransform(Wavelet wavelet) {
    double halves = wavelet.isReal() ? 2 : 1;
    double value = halves * integral(wavelet::fourier) / Math.sqrt(2 * Math.PI);
    // A Morlet wavelet loses the little that it has at negative frequencies: 3e-7 of it with frequency 5.
    assertThat(wavelet.valueAtZero()).isCloseTo(value, within(1e-6));
  }

  @ParameterizedTest
  @MethodSource("invertible")
  void reconstructionConstantIsEquation13OnAFineGrid(Wavelet wavelet) {
    // The Morlet wavelet has a small mean, with which the integral would not converge at zero.
    double mean = wavelet instanceof Morlet ? wavelet.fourier(1e-300) : 0;
    double overScales = integral(u -> (wavelet.fourier(u) - mean * Math.exp(-u * u / 2)) / u);
    double halves = wavelet.isReal() ? 2 : 1;
    double constant = Math.sqrt(2 * Math.PI) / (2 * Math.log(2)) * halves * overScales / wavelet.valueAtZero();
    assertThat(wavelet.reconstructionConstant()).isCloseTo(constant, within(1e-9));
    assertThat(wavelet.reconstructionConstant()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("all")
  void aSineWaveHasMostPowerAtItsFourierPeriod(Wavelet wavelet) {
    double best = 0;
    double most = 0;
    for (double u = 1e-3; u < 100; u += 1e-3) {
      double power = u * Math.pow(wavelet.fourier(u), 2);
      if (power > most) {
        most = power;
        best = u;
      }
    }
    assertThat(2 * Math.PI / best).isCloseTo(wavelet.fourierFactor(), Percentage.withPercentage(0.1));
  }

  @Test
  void theFourierTransformOfTheMorletWaveletIsItsFormula() {
    assertThat(new Morlet(6).fourier(7)).isCloseTo(Math.pow(Math.PI, -0.25) * Math.exp(-0.5), within(1e-15));
    assertThat(new Morlet(6).fourier(0)).isZero();
    assertThat(new Morlet(6).fourier(-6)).isZero();
  }

  @Test
  void anAntisymmetricWaveletHasNoReconstructionConstant() {
    Wavelet slope = new DerivativeOfGaussian(3);
    assertThat(slope.valueAtZero()).isZero();
    assertThatThrownBy(slope::reconstructionConstant).isInstanceOf(WaveletException.class)
        .hasMessageContaining("odd order 3").hasMessageContaining("take an even order");
  }

  @Test
  void ordersOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new DerivativeOfGaussian(0)).isInstanceOf(WaveletException.class)
        .hasMessageContaining("order 0").hasMessageContaining("at least 1");
    assertThatThrownBy(() -> new Paul(-4)).isInstanceOf(WaveletException.class).hasMessageContaining("order -4");
    assertThatThrownBy(() -> new Morlet(2)).isInstanceOf(WaveletException.class).hasMessageContaining("frequency 2.0");
    assertThatThrownBy(() -> new Morlet(Double.NaN)).isInstanceOf(WaveletException.class);
  }

  /** Over u &gt; 0, by the trapezoidal rule in ln u, which is all but exact for these. */
  private static double integral(DoubleUnaryOperator function) {
    double sum = 0;
    for (double x = -25; x < 6; x += 1e-3) {
      sum += 1e-3 * Math.exp(x) * function.applyAsDouble(Math.exp(x));
    }
    return sum;
  }
}
