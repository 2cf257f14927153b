package faultslip.onednn;

import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;

/** Weights in the layout that a kernel asks for, and where each of them lies among the parameters of the network. */
final class Weights {
  private final memory laidOut;
  private final FloatPointer floats;
  private final int[] places;
  private final float[] staged;

  /** @param plain places of the weights, in their logical order */
  Weights(OneDnn oneDnn, memory.desc layout, memory.desc plainLayout, int[] plain) {
    laidOut = oneDnn.memory(layout);
    floats = new FloatPointer(laidOut.get_data_handle()).capacity(layout.get_size() / Float.BYTES);
    staged = new float[(int) floats.capacity()];
    places = new int[staged.length];
    // oneDNN itself tells its layout: it is given the weights' numbers to lay out, which floats hold exactly.
    float[] numbers = new float[plain.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i + 1;
    }
    memory numbered = oneDnn.memory(plainLayout);
    new FloatPointer(numbered.get_data_handle()).put(numbers);
    oneDnn.copy(numbered, plainLayout, laidOut, layout).run();
    floats.get(staged);
    for (int i = 0; i < places.length; i++) {
      places[i] = staged[i] == 0 ? Filter.NONE : plain[(int) staged[i] - 1];
      staged[i] = 0;
    }
  }

  memory memory() {
    return laidOut;
  }

  /** Takes the weights from all parameters. */
  void load(float[] parameters) {
    for (int i = 0; i < places.length; i++) {
      if (places[i] != Filter.NONE) {
        staged[i] = parameters[places[i]];
      }
    }
    floats.put(staged);
  }

  /** Adds what a kernel has written here to the gradients of all parameters. */
  void addTo(float[] gradients) {
    floats.get(staged);
    for (int i = 0; i < places.length; i++) {
      if (places[i] != Filter.NONE) {
        gradients[places[i]] += staged[i];
      }
    }
  }
}
