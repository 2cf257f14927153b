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
import java.util.stream.IntStream;

/**
 * A row of series over time. A long one, of more than 3000 samples, is reduced to the extremes of 1000 bins, so that a
 * notebook stays small.
 *
 * @param series that names the vertical axis
 * @param shown range of the vertical axis
 * @param axis its name: "y" or "y2"
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
    Map<String, ?> across = Plot.axis("Time (s)", Map.of("anchor", "y2", "hoverformat", "." + places(series) + "f",
        "ticksuffix", " s", "showticksuffix", "last", "showspikes", true, "spikemode", "across", "spikesnap", "cursor",
        "spikethickness", 1, "spikedash", "dot", "spikecolor", Plot.colour(FigureStyle.FAINT_INK)));
    return Plot.figure(title, HEIGHT, traces, Plot.with(more, Map.of("hovermode", "x unified", "xaxis", across,
        "yaxis", layout(part + GAP, 1), "yaxis2", lower.layout(0, part))));
  }

  /** Digits of a time that has its interval to three digits. */
  private static int places(Series time) {
    return Math.max(0,
        new BigDecimal(time.clock().interval()).round(new MathContext(3)).stripTrailingZeros().scale());
  }

  /** The vertical axis, from and to such parts of the figure's height. */
  private Map<String, ?> layout(double from, double to) {
    double half = (0.5 + BORDER) * shown.span();
    return Plot.axis(Plot.escaped(Lettering.capitalised(series.label())), Map.of("domain", List.of(from, to),
        "autorange", false, "range", Plot.rounded(Plot.places(shown), shown.middle() - half, shown.middle() + half),
        "exponentformat", "power", "automargin", true));
  }

  /** A line that shows its value under the pointer. */
  Map<String, ?> line(String name, Series values, Color colour) {
    int places = Plot.places(shown) - 1;
    String format = places > MOST_PLACES - 1 || places < -1 ? ".4g" : "." + Math.max(0, places) + "f";
    String unit = values.unit().isEmpty() ? "" : " " + Plot.escaped(values.unit());
    return trace(name, values, Map.of("line", Map.of("color", Plot.colour(colour), "width", WIDTH),
        "hovertemplate", "%{y:" + format + "}" + unit));
  }

  /** An edge of a band, itself unseen, without a value under the pointer. */
  Map<String, ?> edge(String name, Series values, Map<String, ?> look) {
    return trace(name, values, Plot.with(look, Map.of("line", Map.of("color", "rgba(0,0,0,0)", "width", 0),
        "hoverinfo", "skip", "legendgroup", name)));
  }

  private Map<String, ?> trace(String name, Series values, Map<String, ?> look) {
    Map<String, ?> trace = Plot.with(look, Map.of("type", "scatter", "mode", "lines", "name", Plot.escaped(name),
        "yaxis", axis));
    if (values.length() <= MOST_POINTS) {
      // Times evenly apart are two numbers.
      return Plot.with(trace, Map.of("x0", values.clock().timeOf(0), "dx", values.clock().interval(),
          "y", Plot.rounded(Plot.places(shown), values.values())));
    }
    int[] extremes = ValueRange.extremes(values, (values.length() + BINS - 1) / BINS);
    return Plot.with(trace, Map.of(
        "x", Plot.rounded(places(values) + 1, IntStream.of(extremes).mapToDouble(values.clock()::timeOf).toArray()),
        "y", Plot.rounded(Plot.places(shown), IntStream.of(extremes).mapToDouble(values::value).toArray())));
  }
}
