package faultslip.figure.interactive;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import faultslip.figure.FigureStyle;
import faultslip.figure.ValueRange;
import java.awt.Color;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A figure in Plotly's own terms, of which jsplot has few, in the look of the static figures. */
final class Plot {
  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
  private static final Map<String, ?> CONFIG = Map.of("responsive", true, "displaylogo", false,
      "modeBarButtonsToRemove", List.of("lasso2d", "select2d", "toggleSpikelines", "hoverClosestCartesian",
          "hoverCompareCartesian"));
  private static final double STEPS = 5000;

  private Plot() {
  }

  /** @param height in pixels of the page; the width is that of the notebook */
  static InteractiveFigure figure(String title, int height, List<Map<String, ?>> traces, Map<String, ?> layout) {
    Map<String, ?> settings = with(Map.of("height", height, "autosize", true,
        "margin", Map.of("l", 70, "r", 20, "t", 66, "b", 45),
        "title", Map.of("text", escaped(title), "x", 0.01, "xanchor", "left", "y", 1, "yref", "container",
            "yanchor", "top", "pad", Map.of("t", 12), "font", Map.of("size", 15)),
        "font", Map.of("family", "Liberation Sans, Arial, Helvetica, sans-serif", "size", 12,
            "color", colour(FigureStyle.INK)),
        "legend", Map.of("orientation", "h", "x", 1, "xanchor", "right", "y", 1.02, "yanchor", "bottom")), layout);
    return new InteractiveFigure("var data = %s;\nvar layout = %s;\nvar config = %s;\n"
        .formatted(json(traces), json(settings), json(CONFIG))
        + "Plotly.newPlot(target_figure, data, layout, config);", title);
  }

  /** An axis in the figures' look. */
  static Map<String, ?> axis(String title, Map<String, ?> more) {
    return with(Map.of("title", Map.of("text", title), "gridcolor", colour(FigureStyle.GRID), "showline", true,
        "linecolor", colour(FigureStyle.INK), "zeroline", false), more);
  }

  static Map<String, ?> with(Map<String, ?> settings, Map<String, ?> more) {
    Map<String, Object> all = new TreeMap<>(settings);
    all.putAll(more);
    return all;
  }

  /** Digits after the point for 5000 steps in the span of the values, or in a hundredth of their size. */
  static int places(ValueRange extent) {
    double size = Math.max(Math.abs(extent.low()), Math.abs(extent.high()));
    double span = Math.max(extent.high() - extent.low(), size / 100);
    return span == 0 ? 0 : (int) Math.ceil(StrictMath.log10(STEPS / span));
  }

  /** Numbers as short as a reader needs them, since a notebook stores each; what is no number is a gap. */
  static List<BigDecimal> rounded(int places, double... values) {
    return Arrays.stream(values).mapToObj(value -> Double.isFinite(value)
        ? BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN).stripTrailingZeros() : null).toList();
  }

  /** Plotly, like a page, takes some letters of a text for markup. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  static String colour(Color colour) {
    return String.format("#%06X", colour.getRGB() & 0xFFFFFF);
  }

  static String json(Object value) {
    return JSON.valueToTree(value).toString();
  }
}
