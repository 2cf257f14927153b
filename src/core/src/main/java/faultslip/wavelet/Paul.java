package faultslip.wavelet;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Gamma;

/**
 * The Paul wavelet of an order m, at least 1: ψ0(η) = 2^m m! (π (2m)!)^(−½) (1 − iη)^(−(m+1)). Complex and analytic,
 * sharper in time than in frequency. Table 1 has a factor i^m in ψ0 but not in ψ̂0; it is left out of both here, which
 * shifts the phase by a constant unless m is a multiple of 4 (usually m = 4).
 */
public record Paul(int order) implements Wavelet {

  /** Names Paul wavelets: "paul-4", which is also "paul". */
  public static final class Kind implements WaveletKind {
    @Override
    public String id() {
      return "paul";
    }

    @Override
    public Paul of(OptionalDouble parameter) {
      return new Paul(order(parameter, 4));
    }
  }

  /** @throws WaveletException if the order is not positive */
  public Paul {
    WaveletException.require(order >= 1, "Paul wavelet of order %s; give an order of at least 1 (usually 4).", order);
  }

  @Override
  public boolean isReal() {
    return false;
  }

  @Override
  public DoubleUnaryOperator fourierTransform() {
    // 2^m (m (2m−1)!)^(−½) u^m exp(−u), in logarithms as the factors alone overflow.
    double norm = (StrictMath.log(order) + Gamma.logGamma(2.0 * order)) / 2;
    return u -> u > 0 ? StrictMath.exp(order * StrictMath.log(2 * u) - u - norm) : 0;
  }

  /** {@inheritDoc} Here 4π / (2m + 1). */
  @Override
  public double fourierFactor() {
    return 4 * Math.PI / (2.0 * order + 1);
  }

  /** {@inheritDoc} Here 1/√2. */
  @Override
  public double eFoldingTime() {
    return Math.sqrt(0.5);
  }

  /** {@inheritDoc} Here π / (m ln 2). */
  @Override
  public double reconstructionConstant() {
    return Math.PI / (order * StrictMath.log(2));
  }

  /** {@inheritDoc} Here 2^m m! (π (2m)!)^(−½). */
  @Override
  public double valueAtZero() {
    return StrictMath.exp(order * StrictMath.log(2) + Gamma.logGamma(order + 1.0) - Gamma.logGamma(2.0 * order + 1) / 2)
        / Math.sqrt(Math.PI);
  }
}
