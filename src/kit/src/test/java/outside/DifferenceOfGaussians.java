package outside;

import faultslip.wavelet.Wavelet;
import faultslip.wavelet.WaveletException;
import faultslip.wavelet.WaveletKind;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** A wavelet of one's own: a Gaussian less half of another of twice its width, e^(−η²/2) − ½ e^(−η²/8) but for its norm. */
public record DifferenceOfGaussians() implements Wavelet, WaveletKind {
  private static final double NORM = 1 / Math.sqrt(Math.sqrt(Math.PI) * (1.5 - 2 / Math.sqrt(2.5)));

  @Override
  public String id() {
    return "difference";
  }

  @Override
  public DifferenceOfGaussians of(OptionalDouble parameter) {
    if (parameter.isPresent()) {
      throw new WaveletException("There is one difference of Gaussians, not one of " + parameter.getAsDouble() + "; leave out the number.");
    }
    return this;
  }

  @Override
  public boolean isReal() {
    return true;
  }

  @Override
  public DoubleUnaryOperator fourierTransform() {
    return u -> NORM * (StrictMath.exp(-u * u / 2) - StrictMath.exp(-2 * u * u));
  }

  /** Where √u times the Fourier transform is largest, u = 1.099. */
  @Override
  public double fourierFactor() {
    return 5.7175;
  }

  /** That of the wider Gaussian. */
  @Override
  public double eFoldingTime() {
    return 2 * Math.sqrt(2);
  }

  /** (π / ln 2) · ln 2 / √(π / 8). */
  @Override
  public double reconstructionConstant() {
    return 2 * Math.sqrt(2 * Math.PI);
  }

  @Override
  public double valueAtZero() {
    return NORM / 2;
  }
}
