package faultslip.ced;

import java.util.ArrayList;
import java.util.List;

/** Parameters as raw bits, to be compared without any tolerance. */
final class Bits {
  private Bits() {}

  /** Of all layers. */
  static List<Integer> of(Ced network) {
    List<Integer> bits = new ArrayList<>();
    network.layers().forEach(layer -> bits.addAll(of(network, layer)));
    return bits;
  }

  /** Of one layer: batch normalisation's running mean and variance count as parameters. */
  static List<Integer> of(Ced network, String layer) {
    List<Integer> bits = new ArrayList<>();
    for (float parameter : network.parametersOf(layer)) {
      bits.add(Float.floatToRawIntBits(parameter));
    }
    return bits;
  }
}
