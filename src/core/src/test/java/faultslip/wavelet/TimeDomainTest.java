package faultslip.wavelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import faultslip.series.Clock;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The transform is the sum of equation 2, taken in time with the wavelets' formulae there. */
class TimeDomainTest {
  private static final int LENGTH = 200;
  private static final double INTERVAL = 0.02;
  // From scales on at which no wavelet here reaches beyond the Nyquist frequency.
  private static final ScaleGrid GRID = new ScaleGrid(12 * INTERVAL, 0.7, 3);

  /** ψ0(η): its real and imaginary part. */
  private interface Mother {
    double[] at(double eta);
  }

  @Test
  void derivativesOfGaussian() {
    compare(new DerivativeOfGaussian(1), eta -> real(-eta * Math.exp(-eta * eta / 2) / Math.sqrt(gammaAtHalf(1))));
    compare(DerivativeOfGaussian.ricker(),
        eta -> real((1 - eta * eta) * Math.exp(-eta * eta / 2) / Math.sqrt(gammaAtHalf(2))));
    compare(new DerivativeOfGaussian(3),
        eta -> real((3 * eta - Math.pow(eta, 3)) * Math.exp(-eta * eta / 2) / Math.sqrt(gammaAtHalf(3))));
    compare(new DerivativeOfGaussian(4), eta -> real(
        (-3 + 6 * eta * eta - Math.pow(eta, 4)) * Math.exp(-eta * eta / 2) / Math.sqrt(gammaAtHalf(4))));
  }

  @Test
  void morlet() {
    compare(new Morlet(6), eta -> {
      double envelope = Math.pow(Math.PI, -0.25) * Math.exp(-eta * eta / 2);
      return new double[] {envelope * Math.cos(6 * eta), envelope * Math.sin(6 * eta)};
    });
  }

  @Test
  void paul() {
    compare(new Paul(4), eta -> {
      // 2⁴ 4! / √(π 8!) (1 − iη)^(−5)
      double magnitude = 384 / Math.sqrt(Math.PI * 40320) * Math.pow(1 + eta * eta, -2.5);
      return new double[] {magnitude * Math.cos(5 * Math.atan(eta)), magnitude * Math.sin(5 * Math.atan(eta))};
    });
  }

  private static void compare(Wavelet wavelet, Mother mother) {
    double[] values = new Random(3).doubles(LENGTH, -1, 1).toArray();
    Scalogram scalogram = new ContinuousWaveletTransform(LENGTH, INTERVAL, wavelet, GRID, Padding.NONE,
        Normalisation.ENERGY).forward(values, new Clock(0, INTERVAL));
    for (int j = 0; j < GRID.count(); j++) {
      for (int n = 0; n < LENGTH; n += 13) {
        double[] direct = direct(values, n, GRID.scale(j), mother);
        assertThat(scalogram.real(j, n)).as("%s, scale %d, sample %d", wavelet, j, n)
            .isCloseTo(direct[0], within(1e-6));
        assertThat(scalogram.imaginary(j, n)).as("%s, scale %d, sample %d", wavelet, j, n)
            .isCloseTo(direct[1], within(1e-6));
      }
    }
  }

  /** Σ x_m √(δt/s) ψ0*((m − n) δt/s), the series repeated on both sides as the Fourier transform sees it. */
  private static double[] direct(double[] values, int n, double scale, Mother mother) {
    double norm = Math.sqrt(INTERVAL / scale);
    double[] sum = new double[2];
    for (int m = -40 * LENGTH; m < 41 * LENGTH; m++) {
      double[] psi = mother.at((m - n) * INTERVAL / scale);
      sum[0] += values[Math.floorMod(m, LENGTH)] * norm * psi[0];
      sum[1] -= values[Math.floorMod(m, LENGTH)] * norm * psi[1];
    }
    return sum;
  }

  private static double[] real(double value) {
    return new double[] {value, 0};
  }

  /** Γ(m + ½) = (m − ½)(m − 3/2) … ½ √π. */
  private static double gammaAtHalf(int m) {
    double gamma = Math.sqrt(Math.PI);
    for (int i = 0; i < m; i++) {
      gamma *= i + 0.5;
    }
    return gamma;
  }
}
