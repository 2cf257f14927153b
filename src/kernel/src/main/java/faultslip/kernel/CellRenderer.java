package faultslip.kernel;

import java.lang.reflect.Array;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/** jjava's renderer, but HTML is not stored as plain text too, arrays show elements, and huge texts their start. */
final class CellRenderer extends Renderer {
  private static final int MOST_ELEMENTS = 100;
  // More than a page can show, and messages are built in memory several times over.
  private static final int MOST_CHARACTERS = 1_000_000;

  @Override
  public DisplayData render(Object value, Map<String, Object> parameters) {
    return value == null ? new DisplayData("null") : super.render(value, parameters);
  }

  @Override
  protected DisplayData finalizeDisplayData(DisplayData data, Object value) {
    if (value.getClass().isArray() && !data.hasDataForType(MIMEType.TEXT_PLAIN)) {
      data.putText(arrayText(value));
    }
    if (data.getData(MIMEType.TEXT_PLAIN) instanceof String text && text.length() > MOST_CHARACTERS) {
      data.putText(text.substring(0, MOST_CHARACTERS) + "… (%,d characters)".formatted(text.length()));
    }
    return super.finalizeDisplayData(data, value);
  }

  @Override
  public DisplayData renderAs(Object value, Map<String, Object> parameters, String... types) {
    if (value instanceof CharSequence text && types.length == 1) {
      DisplayData data = new DisplayData();
      data.putData(types[0], text.toString());
      return data;
    }
    return value == null ? new DisplayData("null") : super.renderAs(value, parameters, types);
  }

  // The elements, arrays within the array too, and of a long one the first and the number.
  private static String arrayText(Object array) {
    int length = Array.getLength(array);
    return IntStream.range(0, Math.min(length, MOST_ELEMENTS)).mapToObj(i -> Array.get(array, i))
        .map(element -> element != null && element.getClass().isArray() ? arrayText(element) : String.valueOf(element))
        .collect(Collectors.joining(", ", "[", length <= MOST_ELEMENTS ? "]" : ", … (" + length + " elements)]"));
  }
}
