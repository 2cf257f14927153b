package faultslip.onednn;

import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;

/** Weights in the layout that a kernel asks for, and where each of them lies among the parameters of the network. */
final class Weights {
  private final memory laidOut;
  private final FloatPointer floats;
  private final int[] places;
  private final float[] staged;

  /** Those of a filter, in a layout of theirs, and behind them its biases, if it has any. */
  static List<Weights> of(OneDnn oneDnn, Filter filter, memory.desc layout) {
    Weights weights = new Weights(oneDnn, layout, shaped(filter, memory.format_tag.abcd), filter.weights());
    return filter.isBiased()
        ? List.of(weights, new Weights(oneDnn, bias(filter), bias(filter), filter.biases())) : List.of(weights);
  }

  /** Gives a kernel weights, and biases if there are any. */
  static void put(List<Weights> weights, Map<Integer, memory> arguments, int weight, int bias) {
    arguments.put(weight, weights.get(0).laidOut);
    weights.stream().skip(1).forEach(biases -> arguments.put(bias, biases.laidOut));
  }

  /** A filter's weights in whatever layout suits. */
  static memory.desc any(Filter filter) {
    return shaped(filter, memory.format_tag.any);
  }

  private static memory.desc shaped(Filter filter, memory.format_tag layout) {
    return OneDnn.dense(layout, filter.outputs(), filter.inputs(), filter.rows(), filter.columns());
  }

  static memory.desc bias(Filter filter) {
    return OneDnn.dense(memory.format_tag.a, filter.outputs());
  }

  /** @param plain places of the weights, in their logical order */
  private Weights(OneDnn oneDnn, memory.desc layout, memory.desc plainLayout, int[] plain) {
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
