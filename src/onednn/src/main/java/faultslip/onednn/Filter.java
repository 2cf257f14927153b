package faultslip.onednn;

import java.util.Arrays;

/**
 * A convolution's weights by where they lie among all parameters of a network: [output][input][row][column], and a
 * bias an output. What another convolution makes of the same weights is a rearrangement of these places.
 */
public final class Filter {
  /** Where no weight is: it stays 0. */
  static final int NONE = -1;

  private final int outputs;
  private final int inputs;
  private final int rows;
  private final int columns;
  private final boolean trained;
  private final int[] weights;
  private final int[] biases;

  /** Where a weight lies. */
  private interface Place {
    int of(int output, int input, int row, int column);
  }

  private Filter(int outputs, int inputs, int rows, int columns, boolean trained, Place place, int[] biases) {
    this.outputs = outputs;
    this.inputs = inputs;
    this.rows = rows;
    this.columns = columns;
    this.trained = trained;
    this.biases = biases;
    this.weights = new int[outputs * inputs * rows * columns];
    for (int i = 0; i < weights.length; i++) {
      int pair = i / (rows * columns);
      weights[i] = place.of(pair / inputs, pair % inputs, i / columns % rows, i % columns);
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
    return new Filter(outputs, inputs, side, side, trained,
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
    return new Filter(4 * outputs, inputs, 1, 1, trained,
        (output, input, row, column) -> firstWeight + (input * outputs + output % outputs) * 4 + output / outputs,
        biases);
  }

  /** That of some of the inputs, with biases or without: convolutions of all parts add up to the whole. */
  public Filter part(int firstInput, int count, boolean biased) {
    return new Filter(outputs, count, rows, columns, trained,
        (output, input, row, column) -> place(output, firstInput + input, row, column), biased ? biases : new int[0]);
  }

  /** The convolution that takes the gradient of this one's output to that of its input. */
  Filter backward() {
    return new Filter(inputs, outputs, rows, columns, false,
        (output, input, row, column) -> place(input, output, rows - 1 - row, columns - 1 - column), new int[0]);
  }

  /**
   * The 3×2 convolution that makes pairs of neighbouring pixels from such pairs as this 3×3 one makes pixels, where the
   * pairs of one image lie between those of the other: (0, 1), (2, 3) and so on here, (−1, 0), (1, 2) there.
   */
  Filter paired() {
    int[] twice = new int[2 * biases.length];
    Arrays.setAll(twice, i -> biases[i % biases.length]);
    return new Filter(2 * outputs, 2 * inputs, rows, 2, trained, (output, input, row, column) -> {
      int pixel = 2 * column + input / inputs - output / outputs;
      return pixel < 0 || pixel >= columns ? NONE : place(output % outputs, input % inputs, row, pixel);
    }, twice);
  }

  private int place(int output, int input, int row, int column) {
    return weights[((output * inputs + input) * rows + row) * columns + column];
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

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
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
