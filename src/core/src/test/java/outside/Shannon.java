package outside;

import faultslip.wavelet.Wavelet;
import faultslip.wavelet.WaveletException;
import faultslip.wavelet.WaveletKind;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** The real Shannon wavelet, 2 sinc 2η − sinc η: all of one octave, π to 2π over the scale, and nothing beside it. */
public record Shannon() implements Wavelet, WaveletKind {

  @Override
  public String id() {
    return "shannon";
  }

  @Override
  public Shannon of(OptionalDouble parameter) {
    if (parameter.isPresent()) {
      throw new WaveletException("There is one Shannon wavelet, not one of " + parameter.getAsDouble()
          + "; leave out the number.");
    }
    return this;
  }

  @Override
  public boolean isReal() {
    return true;
  }

  @Override
  public DoubleUnaryOperator fourierTransform() {
    return u -> Math.abs(u) >= Math.PI && Math.abs(u) < 2 * Math.PI ? 1 / Math.sqrt(2 * Math.PI) : 0;
  }

  /** Of the middle of its octave. */
  @Override
  public double fourierFactor() {
    return 4 / 3.0;
  }

  @Override
  public double eFoldingTime() {
    return 1;
  }

  /** (π / ln 2) · ln 2 / π. */
  @Override
  public double reconstructionConstant() {
    return 1;
  }

  @Override
  public double valueAtZero() {
    return 1;
  }
}
