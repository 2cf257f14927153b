package faultslip.figure.interactive;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import faultslip.figure.FigureStyle;
import faultslip.figure.Lettering;
import faultslip.figure.ValueRange;
import faultslip.series.Series;
import java.awt.Color;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A figure in Plotly's own terms, of which jsplot has few, in the look of the static figures. */
final class Plot {
  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
  private static final Map<String, ?> CONFIG = Map.of("responsive", true, "displaylogo", false,
      "modeBarButtonsToRemove", List.of("lasso2d", "select2d", "toggleSpikelines", "hoverClosestCartesian",
          "hoverCompareCartesian"));
  private static final double STEPS = 5000;

  private Plot() {}

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

  /**
   * A row of series over time, one of which names the vertical axis, Plotly's "y" or "y2", that shows such a range. A
   * long one, of more than 3000 samples, is reduced to the extremes of 1000 bins, so that a notebook stays small.
   */
  record TimeRow(Series series, ValueRange shown, String axis) {
    private static final int HEIGHT = 430;
    private static final int MOST_POINTS = 3000;
    private static final int BINS = 1000;
    private static final double WIDTH = 1.3;
    private static final double GAP = 0.06;
    private static final double BORDER = 0.04;
    private static final int MOST_PLACES = 7;

    /** This row over another and one axis of time, zoomed together; the lower one has such a part of the height. */
    InteractiveFigure over(TimeRow lower, double part, String title, List<Map<String, ?>> traces, Map<String, ?> more) {
      // The unit stands at the last tick so that it stands under the pointer, too.
      Map<String, ?> across = Plot.axis("Time (s)", Map.of("anchor", "y2", "hoverformat", "." + decimals(series) + "f",
          "ticksuffix", " s", "showticksuffix", "last", "showspikes", true, "spikemode", "across", "spikesnap",
          "cursor", "spikethickness", 1, "spikedash", "dot", "spikecolor", colour(FigureStyle.FAINT_INK)));
      return figure(title, HEIGHT, traces, with(more, Map.of("hovermode", "x unified", "xaxis", across,
          "yaxis", layout(part + GAP, 1), "yaxis2", lower.layout(0, part))));
    }

    /** Digits of a time that has its interval to three digits. */
    private static int decimals(Series time) {
      return Math.max(0,
          new BigDecimal(time.clock().interval()).round(new MathContext(3)).stripTrailingZeros().scale());
    }

    /** The vertical axis, from and to such parts of the figure's height. */
    private Map<String, ?> layout(double from, double to) {
      double half = (0.5 + BORDER) * shown.span();
      return Plot.axis(escaped(Lettering.capitalised(series.label())), Map.of("domain", List.of(from, to),
          "autorange", false, "range", rounded(places(shown), shown.middle() - half, shown.middle() + half),
          "exponentformat", "power", "automargin", true));
    }

    /** A line that shows its value under the pointer. */
    Map<String, ?> line(String name, Series values, Color colour) {
      int places = places(shown) - 1;
      String format = places > MOST_PLACES - 1 || places < -1 ? ".4g" : "." + Math.max(0, places) + "f";
      String unit = values.unit().isEmpty() ? "" : " " + escaped(values.unit());
      return trace(name, values, Map.of("line", Map.of("color", colour(colour), "width", WIDTH),
          "hovertemplate", "%{y:" + format + "}" + unit));
    }

    /** An edge of a band, itself unseen, without a value under the pointer. */
    Map<String, ?> edge(String name, Series values, Map<String, ?> look) {
      return trace(name, values, with(look, Map.of("line", Map.of("color", "rgba(0,0,0,0)", "width", 0),
          "hoverinfo", "skip", "legendgroup", name)));
    }

    private Map<String, ?> trace(String name, Series values, Map<String, ?> look) {
      Map<String, ?> trace = with(look, Map.of("type", "scatter", "mode", "lines", "name", escaped(name),
          "yaxis", axis));
      if (values.length() <= MOST_POINTS) {
        // Times evenly apart are two numbers.
        return with(trace, Map.of("x0", values.clock().timeOf(0), "dx", values.clock().interval(),
            "y", rounded(places(shown), values.values())));
      }
      int[] extremes = ValueRange.extremes(values, (values.length() + BINS - 1) / BINS);
      return with(trace, Map.of(
          "x", rounded(decimals(values) + 1, IntStream.of(extremes).mapToDouble(values.clock()::timeOf).toArray()),
          "y", rounded(places(shown), IntStream.of(extremes).mapToDouble(values::value).toArray())));
    }
  }
}
