package faultslip.wavelet;

import faultslip.ServiceRegistry;
import java.util.OptionalDouble;

/**
 * A family of wavelets that a file can name, as in "dog-2". {@link ServiceRegistry} says how to add one; a wavelet that
 * is alone in its family may implement this interface itself.
 */
public interface WaveletKind {

  /** Its name in a file, in lower case letters: "dog". */
  String id();

  /**
   * A wavelet of this family by the number behind its name, such as an order; without one, the usual wavelet. A
   * {@link WaveletException} if there is no wavelet of this number.
   */
  Wavelet of(OptionalDouble parameter);

  /** The whole number behind the name, or the usual one; a {@link WaveletException} if it is not whole. */
  default int order(OptionalDouble parameter, int usual) {
    double order = parameter.orElse(usual);
    WaveletException.require(order == Math.rint(order), "Wavelet '%s' of order %s; give a whole number, such as %s-%d.",
        id(), order, id(), usual);
    return (int) order;
  }
}
