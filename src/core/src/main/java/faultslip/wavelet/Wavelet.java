package faultslip.wavelet;

import faultslip.ServiceRegistry;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mother wavelet ψ0 of unit energy (Torrence &amp; Compo 1998, Table 1), as transform and inverse need it. Immutable.
 *
 * <p>To add a wavelet, write a record that implements this interface: transforms, scalograms and training images take
 * it as they take {@link DerivativeOfGaussian}. Its {@code equals} and {@code toString} must tell it from all others,
 * as a record's do. To name it in a file, add a {@link WaveletKind}.
 *
 * <p>Fourier transforms here are ψ̂0(u) = (2π)^(−1/2) ∫ ψ0(η) e^(−iuη) dη, so that ∫ |ψ̂0|² du = 1; {@code u} is
 * angular frequency times scale, a pure number.
 */
public interface Wavelet {

  /**
   * The wavelet of a name: "dog-2" (derivative of a Gaussian of order 2, the Ricker wavelet), "morlet-6", "paul-4", and
   * what else {@link WaveletKind}s there are. Without a number it is the usual one of its kind. A
   * {@link faultslip.FaultslipException} if there is no such number, or kind; the message then lists those there are.
   */
  static Wavelet of(String name) {
    Matcher matcher = Pattern.compile("([a-z]+(?:-[a-z]+)*)(?:[ -]?(\\d+(?:\\.\\d+)?))?")
        .matcher(name.strip().toLowerCase(Locale.ROOT));
    WaveletException.require(matcher.matches(), "'%s' is no name of a wavelet; give one such as dog-2 or morlet-6.",
        name);
    OptionalDouble parameter = matcher.group(2) == null ? OptionalDouble.empty()
        : OptionalDouble.of(Double.parseDouble(matcher.group(2)));
    return ServiceRegistry.of(WaveletKind.class, "wavelet", WaveletKind::id).get(matcher.group(1)).of(parameter);
  }

  /** Whether ψ0 is real, so that scalograms are signed images; otherwise it is analytic: ψ̂0(u) = 0 for u ≤ 0. */
  boolean isReal();

  /**
   * Whether ψ0(−η) = −ψ0(η), so that ψ̂0 is imaginary and {@link #fourier} gives its imaginary part. Such a wavelet is
   * zero in its middle, and equation 11 cannot invert its transform.
   */
  default boolean isAntisymmetric() {
    return false;
  }

  /**
   * ψ̂0 as a function, Table 1: of angular frequency times scale, any finite number. Its value is that of ψ̂0, which is
   * real, or the imaginary part for an {@linkplain #isAntisymmetric antisymmetric} wavelet.
   */
  DoubleUnaryOperator fourierTransform();

  /** The {@linkplain #fourierTransform Fourier transform} at one angular frequency times scale. */
  default double fourier(double u) {
    return fourierTransform().applyAsDouble(u);
  }

  /**
   * The wavelet of one scale s, sampled at an interval δt, both in seconds and positive, in Fourier space, at angular
   * frequencies ω, in radians per second, which may be negative: √(2πs/δt) ψ̂0(sω), equation 6, [frequency], a new
   * array. Its values are those of {@link #fourier}: real, or the imaginary part for an antisymmetric wavelet.
   */
  default double[] daughter(double scale, double interval, double[] angularFrequencies) {
    double norm = StrictMath.sqrt(2 * Math.PI * scale / interval);
    DoubleUnaryOperator mother = fourierTransform();
    return Arrays.stream(angularFrequencies).map(omega -> norm * mother.applyAsDouble(scale * omega)).toArray();
  }

  /** Fourier period over scale: the period of the sine wave to which this wavelet answers most, Table 1. */
  double fourierFactor();

  /** Time, in units of scale, in which the power of an edge drops by e² in the transform, Table 1. */
  double eFoldingTime();

  /**
   * C_δ of equation 13, in the limit of a long series and of many scales close together:
   * (π / ln 2) ∫ ψ̂0(u)/u du / ∫ ψ̂0(u) du over u &gt; 0. Table 2 prints it as measured on coarse grids (for DOG 2 as
   * 3.541, two percent low). A {@link WaveletException} if the wavelet is antisymmetric and has none.
   */
  double reconstructionConstant();

  /** ψ0(0), Table 2: positive or negative, or 0 for an antisymmetric wavelet. */
  double valueAtZero();
}
