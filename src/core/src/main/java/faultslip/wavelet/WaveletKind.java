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
   * A wavelet of this family.
   *
   * @param parameter the number behind the name, such as an order; empty for the usual one
   * @throws WaveletException if there is no wavelet of this number
   */
  Wavelet of(OptionalDouble parameter);

  /** The whole number behind the name, or the usual one; a {@link WaveletException} if it is not whole. */
  default int order(OptionalDouble parameter, int usual) {
    double order = parameter.orElse(usual);
    if (order != Math.rint(order)) {
      throw new WaveletException("Wavelet '%s' of order %s; give a whole number, such as %s-%d."
          .formatted(id(), order, id(), usual));
    }
    return (int) order;
  }
}
