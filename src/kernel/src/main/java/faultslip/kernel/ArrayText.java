package faultslip.kernel;

import java.lang.reflect.Array;
import java.util.StringJoiner;

/** An array as text: its elements, arrays within it too, and of a long one the first and the number. */
final class ArrayText {
  private static final int MOST = 100;

  private ArrayText() {}

  static String of(Object array) {
    int length = Array.getLength(array);
    StringJoiner text = new StringJoiner(", ", "[", "]");
    for (int i = 0; i < Math.min(length, MOST); i++) {
      Object element = Array.get(array, i);
      text.add(element != null && element.getClass().isArray() ? of(element) : String.valueOf(element));
    }
    return length <= MOST ? text.toString() : text.add("… (" + length + " elements)").toString();
  }
}
