package faultslip.wavelet;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Gamma;

/**
 * A derivative of the Gaussian, "DOG m": ψ0(η) = (−1)^(m+1) Γ(m+½)^(−½) d^m/dη^m exp(−η²/2), which is
 * −He_m(η) exp(−η²/2) / √Γ(m+½) with the Hermite polynomial He_m. Real; symmetric for even m, antisymmetric for odd m.
 *
 * <p>Its Fourier transform is −(−i)^m Γ(m+½)^(−½) u^m exp(−u²/2). Table 1 was first printed without the minus sign; it
 * has i^m for (−i)^m, which is the complex conjugate that equation 4 asks for, and the same for even m.
 *
 * @param order m, the number of derivatives, at least 1
 */
public record DerivativeOfGaussian(int order) implements Wavelet {

  /** Names derivatives of Gaussians: "dog-6"; "dog" is the Ricker wavelet. */
  public static final class Kind implements WaveletKind {
    @Override
    public String id() {
      return "dog";
    }

    @Override
    public DerivativeOfGaussian of(OptionalDouble parameter) {
      return new DerivativeOfGaussian(order(parameter, 2));
    }
  }

  /** @throws WaveletException if the order is not positive */
  public DerivativeOfGaussian {
    WaveletException.require(order >= 1, "Derivative of Gaussian of order %s: without a derivative its mean is not "
        + "zero; give an order of at least 1.", order);
  }

  /** The Ricker wavelet or Mexican hat, (1 − η²) exp(−η²/2) but for its norm: order 2. */
  public static DerivativeOfGaussian ricker() {
    return new DerivativeOfGaussian(2);
  }

  @Override
  public boolean isReal() {
    return true;
  }

  @Override
  public boolean isAntisymmetric() {
    return order % 2 != 0;
  }

  @Override
  public DoubleUnaryOperator fourierTransform() {
    // In logarithms, for u^m alone overflows long before the product does.
    double norm = Gamma.logGamma(order + 0.5) / 2;
    double right = sign();
    double left = isAntisymmetric() ? -right : right;
    return u -> (u < 0 ? left : right) * StrictMath.exp(order * StrictMath.log(Math.abs(u)) - u * u / 2 - norm);
  }

  /** Of −(−i)^m for even m, and of its imaginary part for odd m. */
  private int sign() {
    return order % 4 == 1 || order % 4 == 2 ? 1 : -1;
  }

  /** {@inheritDoc} Here 2π / √(m+½). */
  @Override
  public double fourierFactor() {
    return 2 * Math.PI / Math.sqrt(order + 0.5);
  }

  /** {@inheritDoc} Here √2. */
  @Override
  public double eFoldingTime() {
    return Math.sqrt(2);
  }

  /** {@inheritDoc} Here π Γ(m/2) / (√2 ln 2 Γ((m+1)/2)) for even m; √(2π) / ln 2 for the Ricker wavelet. */
  @Override
  public double reconstructionConstant() {
    WaveletException.require(!isAntisymmetric(), "Derivative of Gaussian of odd order %s is zero in its middle and has "
        + "no reconstruction constant; take an even order to invert transforms.", order);
    double ratio = StrictMath.exp(Gamma.logGamma(order / 2.0) - Gamma.logGamma((order + 1) / 2.0));
    return Math.PI / (Math.sqrt(2) * StrictMath.log(2)) * ratio;
  }

  @Override
  public double valueAtZero() {
    if (isAntisymmetric()) {
      return 0;
    }
    double magnitude = StrictMath.exp(order / 2.0 * StrictMath.log(2) + Gamma.logGamma((order + 1) / 2.0)
        - Gamma.logGamma(order + 0.5) / 2) / Math.sqrt(Math.PI);
    return sign() * magnitude;
  }
}
