package faultslip.data;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * An array of numbers in a file of arrays, along whose longer side time runs: a column, or several called
 * {@code name[0]}, {@code name[1]}, ...
 *
 * @param shape one or two lengths
 * @param lastFastest whether neighbours in the file differ in the last index, as C has it, or in the first
 * @param numbers of the whole array, one after the other, read when they are asked for
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
record NamedArray(String name, int[] shape, boolean lastFastest, Supplier<IntToDoubleFunction> numbers) {

  int length() {
    return IntStream.of(shape).max().orElse(0);
  }

  /** Names of its columns; none of an array that is no series. */
  List<String> columns() {
    int count = count();
    return shape.length > 2 || length() < 2 ? List.of() : count == 1 ? List.of(name)
        : IntStream.range(0, count).mapToObj(i -> name + "[" + i + "]").toList();
  }

  /** One of its columns. */
  double[] column(String wanted) {
    int column = columns().indexOf(wanted);
    int length = length();
    int count = count();
    // Time runs along the first index or the last; its neighbours lie beside each other or so far apart.
    boolean beside = count > 1 && (shape[0] == length) != lastFastest;
    IntToDoubleFunction all = numbers.get();
    return IntStream.range(0, length).map(i -> beside || count == 1 ? column * length + i : i * count + column)
        .mapToDouble(all).toArray();
  }

  private int count() {
    return shape.length == 2 && length() > 0 ? Math.min(shape[0], shape[1]) : 1;
  }
}
