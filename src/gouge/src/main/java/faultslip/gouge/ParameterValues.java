package faultslip.gouge;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every number an experiment is determined by, by name, as in "parameters.contacts.stiffness". */
public final class ParameterValues {
  private ParameterValues() {}

  /** The numbers in the order of the records' components. */
  public static Map<String, Number> of(ShearExperiment experiment) {
    Map<String, Number> values = new LinkedHashMap<>();
    collect("", experiment, values);
    return values;
  }

  private static void collect(String name, Object value, Map<String, Number> values) {
    if (value instanceof Record part) {
      for (RecordComponent component : part.getClass().getRecordComponents()) {
        collect(name.isEmpty() ? component.getName() : name + "." + component.getName(), read(component, part), values);
      }
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        collect(name + "." + (i + 1), list.get(i), values);
      }
    } else {
      values.put(name, value instanceof Boolean flag ? (flag ? 1 : 0) : (Number) value);
    }
  }

  private static Object read(RecordComponent component, Record part) {
    try {
      return component.getAccessor().invoke(part);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  /** Whether a text stands for the same number: texts of one number differ between versions of Java. */
  static boolean same(Number number, String text) {
    try {
      return number instanceof Double ? Double.compare(number.doubleValue(), Double.parseDouble(text)) == 0
          : number.longValue() == Long.parseLong(text);
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
