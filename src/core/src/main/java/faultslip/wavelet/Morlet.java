package faultslip.wavelet;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * A plane wave under a Gaussian: ψ0(η) = π^(−1/4) exp(iω0η) exp(−η²/2). Complex, analytic but for exp(−ω0²/2).
 *
 * @param omega0 ω0, the wave's angular frequency, a pure number: 5 to 30, usually 6; below, its mean is not near zero
 */
public record Morlet(double omega0) implements Wavelet {

  /** Names Morlet wavelets: "morlet-6", which is also "morlet". */
  public static final class Kind implements WaveletKind {
    @Override
    public String id() {
      return "morlet";
    }

    @Override
    public Morlet of(OptionalDouble parameter) {
      return new Morlet(parameter.orElse(6));
    }
  }

  /** @throws WaveletException if ω0 is outside 5 to 30 */
  public Morlet {
    WaveletException.require(omega0 >= 5 && omega0 <= 30,
        "Morlet wavelet of frequency %s; give 5 to 30 (usually 6): below, its mean is not zero.", omega0);
  }

  @Override
  public boolean isReal() {
    return false;
  }

  @Override
  public DoubleUnaryOperator fourierTransform() {
    double norm = valueAtZero();
    return u -> u > 0 ? norm * StrictMath.exp(-(u - omega0) * (u - omega0) / 2) : 0;
  }

  /** {@inheritDoc} Here 4π / (ω0 + √(2 + ω0²)). */
  @Override
  public double fourierFactor() {
    return 4 * Math.PI / (omega0 + Math.sqrt(2 + omega0 * omega0));
  }

  /** {@inheritDoc} Here √2. */
  @Override
  public double eFoldingTime() {
    return Math.sqrt(2);
  }

  /**
   * {@inheritDoc} Here the integral is that of the Morlet wavelet with its small mean removed,
   * ∫ (exp(−(u−ω0)²/2) − exp(−ω0²/2 − u²/2)) / u du over u &gt; 0, for without that it diverges at zero; times
   * √(2π) / (2 ln 2).
   */
  @Override
  public double reconstructionConstant() {
    // exp(−ω0²/2) Σ ω0^k/k! ∫ u^(k−1) exp(−u²/2) du over k ≥ 1: all terms positive, so nothing cancels.
    double square = omega0 * omega0;
    double odd = omega0 * Math.sqrt(Math.PI / 2) * StrictMath.exp(-square / 2);
    double even = square / 2 * StrictMath.exp(-square / 2);
    double integral = 0;
    for (int k = 1; k < square || odd > 1e-17 * integral; k += 2) {
      integral += odd + even;
      odd *= square * k / ((k + 1.0) * (k + 2.0));
      even *= square * (k + 1) / ((k + 2.0) * (k + 3.0));
    }
    return Math.sqrt(2 * Math.PI) / (2 * StrictMath.log(2)) * integral;
  }

  /** {@inheritDoc} Here π^(−1/4). */
  @Override
  public double valueAtZero() {
    return 1 / Math.sqrt(Math.sqrt(Math.PI));
  }
}
