package faultslip.onednn;

import java.util.Arrays;

/**
 * A convolution's weights by where they lie among all parameters of a network: [output][input][row][column], square, and
 * a bias an output. What another convolution makes of the same weights is a rearrangement of these places.
 */
public final class Filter {
  private final int outputs;
  private final int inputs;
  private final int side;
  private final boolean trained;
  private final int[] weights;
  private final int[] biases;

  /** Where a weight lies. */
  private interface Place {
    int of(int output, int input, int row, int column);
  }

  private Filter(int outputs, int inputs, int side, boolean trained, Place place, int[] biases) {
    this.outputs = outputs;
    this.inputs = inputs;
    this.side = side;
    this.trained = trained;
    this.biases = biases;
    this.weights = new int[outputs * inputs * side * side];
    for (int i = 0; i < weights.length; i++) {
      int pixel = i % (side * side);
      weights[i] = place.of(i / (inputs * side * side), i / (side * side) % inputs, pixel / side, pixel % side);
    }
  }

  /**
   * Of a convolution whose weights lie in order.
   *
   * @param firstWeight where they begin
   * @param firstBias where the biases begin
   * @param trained whether gradients are asked for
   */
  public static Filter of(int firstWeight, int firstBias, int outputs, int inputs, int side, boolean trained) {
    return new Filter(outputs, inputs, side, trained,
        (output, input, row, column) -> firstWeight + ((output * inputs + input) * side + row) * side + column,
        range(firstBias, outputs));
  }

  /**
   * Of a 2×2 transposed convolution of stride 2, whose weights [input][output][row][column] lie in order, as a 1×1
   * convolution with outputs [row][column][output]: four pixels for one, to be {@linkplain PixelShuffle put in their
   * places}.
   */
  public static Filter transposed(int firstWeight, int firstBias, int outputs, int inputs, boolean trained) {
    int[] biases = new int[4 * outputs];
    Arrays.setAll(biases, i -> firstBias + i % outputs);
    return new Filter(4 * outputs, inputs, 1, trained,
        (output, input, row, column) -> firstWeight + (input * outputs + output % outputs) * 4 + output / outputs, biases);
  }

  /** That of some of the inputs, with biases or without: convolutions of all parts add up to the whole. */
  public Filter part(int firstInput, int count, boolean biased) {
    return new Filter(outputs, count, side, trained,
        (output, input, row, column) -> place(output, firstInput + input, row, column), biased ? biases : new int[0]);
  }

  /** The convolution that takes the gradient of this one's output to that of its input. */
  Filter backward() {
    return new Filter(inputs, outputs, side, false,
        (output, input, row, column) -> place(input, output, side - 1 - row, side - 1 - column), new int[0]);
  }

  private int place(int output, int input, int row, int column) {
    return weights[((output * inputs + input) * side + row) * side + column];
  }

  private static int[] range(int first, int count) {
    int[] range = new int[count];
    Arrays.setAll(range, i -> first + i);
    return range;
  }

  int outputs() {
    return outputs;
  }

  int inputs() {
    return inputs;
  }

  int side() {
    return side;
  }

  boolean isTrained() {
    return trained;
  }

  boolean isBiased() {
    return biases.length > 0;
  }

  /** Places in the order [output][input][row][column]. */
  int[] weights() {
    return weights;
  }

  int[] biases() {
    return biases;
  }
}
