package faultslip.kernel;

import java.util.Map;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/**
 * jjava's renderer, but a text shown as HTML is not stored a second time as plain text, and arrays show what they hold.
 */
final class CellRenderer extends Renderer {

  @Override
  public DisplayData render(Object value, Map<String, Object> parameters) {
    return value == null ? new DisplayData("null") : super.render(value, parameters);
  }

  @Override
  protected DisplayData finalizeDisplayData(DisplayData data, Object value) {
    boolean asText = value.getClass().isArray() && !data.hasDataForType(MIMEType.TEXT_PLAIN);
    if (asText) {
      data.putText(ArrayText.of(value));
    }
    return super.finalizeDisplayData(data, value);
  }

  @Override
  public DisplayData renderAs(Object value, Map<String, Object> parameters, String... types) {
    if (value == null) {
      return new DisplayData("null");
    }
    if (value instanceof CharSequence text && types.length == 1) {
      DisplayData data = new DisplayData();
      data.putData(types[0], text.toString());
      return data;
    }
    return super.renderAs(value, parameters, types);
  }
}
