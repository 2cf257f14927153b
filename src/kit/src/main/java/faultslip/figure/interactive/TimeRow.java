package faultslip.figure.interactive;

import faultslip.figure.FigureStyle;
import faultslip.figure.Lettering;
import faultslip.figure.ValueRange;
import faultslip.series.Series;
import java.awt.Color;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A row of series over time. A long one, of more than 3000 samples, is reduced to the extremes of 1000 bins, so that a
 * notebook stays small.
 *
 * @param shown range of the vertical axis
 * @param axis its name: "y" or "y2"
 */
record TimeRow(ValueRange shown, String axis) {
  private static final int HEIGHT = 430;
  private static final int MOST_POINTS = 3000;
  private static final int BINS = 1000;
  private static final double WIDTH = 1.3;
  private static final double BORDER = 0.04;
  private static final int MOST_PLACES = 7;

  /** Two rows over one axis of time, zoomed together. */
  static Plot plot(String title, Series time, List<Map<String, ?>> traces, Map<String, ?> upper, Map<String, ?> lower,
      Map<String, ?> more) {
    // The unit stands at the last tick so that it stands under the pointer, too.
    Map<String, Object> across = Plot.axis("Time (s)", Map.of("anchor", "y2", "hoverformat", "." + places(time) + "f",
        "ticksuffix", " s", "showticksuffix", "last", "showspikes", true, "spikemode", "across", "spikesnap", "cursor",
        "spikethickness", 1, "spikedash", "dot", "spikecolor", Plot.colour(FigureStyle.FAINT_INK)));
    Map<String, Object> layout = new TreeMap<>(more);
    layout.putAll(Map.of("hovermode", "x unified", "xaxis", across, "yaxis", upper, "yaxis2", lower));
    return new Plot(title, HEIGHT, traces, layout);
  }

  /** Digits of a time that has its interval to three digits. */
  private static int places(Series time) {
    return Math.max(0,
        new BigDecimal(time.clock().interval()).round(new MathContext(3)).stripTrailingZeros().scale());
  }

  /** The vertical axis, from and to such parts of the figure's height. */
  Map<String, ?> layout(Series series, double from, double to) {
    double middle = shown.middle();
    double half = (0.5 + BORDER) * shown.span();
    return Plot.axis(Plot.escaped(Lettering.capitalised(series.label())), Map.of("domain", List.of(from, to),
        "autorange", false, "range", Plot.rounded(Plot.places(shown), middle - half, middle + half),
        "exponentformat", "power", "automargin", true));
  }

  /** A line that shows its value under the pointer. */
  Map<String, ?> line(Series series, String name, Color colour) {
    int places = Plot.places(shown) - 1;
    String format = places > MOST_PLACES - 1 || places < -1 ? ".4g" : "." + Math.max(0, places) + "f";
    String unit = series.unit().isEmpty() ? "" : " " + Plot.escaped(series.unit());
    return trace(series, name, Map.of("line", Map.of("color", Plot.colour(colour), "width", WIDTH),
        "hovertemplate", "%{y:" + format + "}" + unit));
  }

  /** The lower and the upper edge of a band, unseen, and what is between. */
  List<Map<String, ?>> band(Series lower, Series upper, String name, String fill) {
    Map<String, ?> unseen = Map.of("color", "rgba(0,0,0,0)", "width", 0);
    return List.of(
        trace(lower, name, Map.of("line", unseen, "hoverinfo", "skip", "legendgroup", name, "showlegend", false)),
        trace(upper, name, Map.of("line", unseen, "hoverinfo", "skip", "legendgroup", name, "fill", "tonexty",
            "fillcolor", fill)));
  }

  private Map<String, ?> trace(Series series, String name, Map<String, ?> look) {
    Map<String, Object> trace = new TreeMap<>(look);
    trace.putAll(Map.of("type", "scatter", "mode", "lines", "name", Plot.escaped(name), "yaxis", axis));
    double[] values = series.values();
    if (series.length() <= MOST_POINTS) {
      // Times evenly apart are two numbers.
      trace.put("x0", series.clock().timeOf(0));
      trace.put("dx", series.clock().interval());
    } else {
      int[] extremes = ValueRange.extremes(series, (series.length() + BINS - 1) / BINS);
      trace.put("x", Plot.rounded(places(series) + 1, IntStream.of(extremes).mapToDouble(series.clock()::timeOf)
          .toArray()));
      values = IntStream.of(extremes).mapToDouble(series::value).toArray();
    }
    trace.put("y", Plot.rounded(Plot.places(shown), values));
    return trace;
  }
}
