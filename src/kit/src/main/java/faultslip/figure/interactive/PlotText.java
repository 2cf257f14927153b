package faultslip.figure.interactive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import faultslip.series.Series;
import java.awt.Color;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** Text, colours and settings as Plotly reads them. */
final class PlotText {
  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private PlotText() {
  }

  /** Plotly, like a page, takes some letters of a text for markup. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** A series' name and unit as on an axis: "Shear stress (MPa)". */
  static String label(Series series) {
    String label = series.label();
    boolean word = label.length() > 2 && label.chars().limit(3).allMatch(Character::isLetter);
    return escaped(word ? label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1) : label);
  }

  /** As jsplot takes colours: "#D55E00". */
  static String colour(Color colour) {
    return String.format("#%06X", colour.getRGB() & 0xFFFFFF);
  }

  /** A colour that lets others through, from 0, unseen, to 1. */
  static String colour(Color colour, float opacity) {
    return String.format(Locale.ROOT, "rgba(%d,%d,%d,%.2f)", colour.getRed(), colour.getGreen(), colour.getBlue(),
        opacity);
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The statement that gives an object of a jsplot script settings that jsplot has no words for.
   *
   * @param object "layout", "layout.xaxis", "trace0"
   * @param settings by Plotly's names; written in the order of the names
   */
  static String adding(String object, Map<String, ?> settings) {
    return "Object.assign(" + object + ", " + json(settings) + ");\n";
  }
}
