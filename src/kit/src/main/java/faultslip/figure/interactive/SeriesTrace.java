package faultslip.figure.interactive;

import faultslip.figure.BinExtremes;
import faultslip.series.Series;
import java.awt.Color;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * A series over time as a trace. A long one, of more than 3000 samples, is reduced to the extremes of 1000 bins, so
 * that a notebook stays small.
 *
 * @param series what to draw
 * @param decimals how its values are rounded
 * @param axis its vertical axis: "y" or "y2"
 */
record SeriesTrace(Series series, Decimals decimals, String axis) {
  private static final int MOST_POINTS = 3000;
  private static final int BINS = 1000;
  private static final double WIDTH = 1.3;

  /** Another series rounded alike, on the same axis. */
  SeriesTrace of(Series other) {
    return new SeriesTrace(other, decimals, axis);
  }

  /** A line that shows its value under the pointer. */
  Trace line(String name, Color colour) {
    Map<String, Object> more = points();
    String unit = series.unit().isEmpty() ? "" : " " + PlotText.escaped(series.unit());
    more.put("hovertemplate", "%{y:" + decimals.format() + "}" + unit);
    return new ScriptedScatter(named(name), drawn(PlotText.colour(colour), WIDTH), more);
  }

  /** The lower edge of a band, unseen; the next trace is its upper edge. */
  Trace lowerEdge(String name) {
    Map<String, Object> more = edge(name);
    more.put("showlegend", false);
    return new ScriptedScatter(named(name), drawn("rgba(0,0,0,0)", 0), more);
  }

  /** The upper edge of a band, which is filled down to the trace before. */
  Trace upperEdge(String name, String fill) {
    Map<String, Object> shown = drawn("rgba(0,0,0,0)", 0);
    shown.put("fill", ScatterTrace.Fill.TO_NEXT_Y);
    shown.put("fillColor", fill);
    return new ScriptedScatter(named(name), shown, edge(name));
  }

  private ScatterTrace.ScatterBuilder named(String name) {
    return ScatterTrace.builder(new double[0], new double[0]).name(name).yAxis(axis);
  }

  private Map<String, Object> edge(String group) {
    Map<String, Object> more = points();
    more.put("legendgroup", group);
    more.put("hoverinfo", "skip");
    return more;
  }

  private Map<String, Object> drawn(String colour, double width) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("mode", ScatterTrace.Mode.LINE);
    shown.put("line", Line.builder().color(colour).width(width).build().asJSON());
    if (whole()) {
      shown.put("y", decimals.text(series.values()));
    } else {
      int[] extremes = BinExtremes.of(series, (series.length() + BINS - 1) / BINS);
      // Times of extremes are samples' times: no two of them are nearer than the interval.
      shown.put("x", Decimals.ofTimes(series.clock().interval()).finer()
          .text(Arrays.stream(extremes).mapToDouble(series.clock()::timeOf).toArray()));
      shown.put("y", decimals.text(Arrays.stream(extremes).mapToDouble(series::value).toArray()));
    }
    return shown;
  }

  /** Times evenly apart are two numbers. */
  private Map<String, Object> points() {
    Map<String, Object> more = new HashMap<>();
    if (whole()) {
      more.put("x0", series.clock().timeOf(0));
      more.put("dx", series.clock().interval());
    }
    return more;
  }

  private boolean whole() {
    return series.length() <= MOST_POINTS;
  }
}
