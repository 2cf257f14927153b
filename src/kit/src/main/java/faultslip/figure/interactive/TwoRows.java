package faultslip.figure.interactive;

import faultslip.figure.FigureStyle;
import faultslip.figure.ShadedSpan;
import faultslip.figure.ValueRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tech.tablesaw.plotly.traces.Trace;

/**
 * Two rows over one time axis, zoomed together.
 *
 * @param upper the row of the traces on axis "y"
 * @param lower the row of the traces on axis "y2"
 * @param times how times are shown, in seconds
 */
record TwoRows(Row upper, Row lower, Decimals times) {
  private static final int HEIGHT = 430;

  /**
   * One row.
   *
   * @param label of its vertical axis, with the unit
   * @param shown range of its vertical axis
   * @param from its lower edge, as part of the height, 0 to 1
   * @param to its upper edge
   */
  record Row(String label, ValueRange shown, double from, double to) {
    private static final double BORDER = 0.04;
    /** Smallest span shown, of the values' size: a constant is a line in mid-row. */
    private static final double LEAST = 1e-2;

    private Map<String, ?> settings() {
      double middle = (shown.low() + shown.high()) / 2;
      double span = Math.max(shown.high() - shown.low(), Math.max(LEAST * Math.abs(middle), 1e-9));
      double half = (0.5 + BORDER) * span;
      Decimals decimals = Decimals.of(shown);
      return Map.of("title", Map.of("text", label), "domain", List.of(from, to), "autorange", false,
          "range", List.of(decimals.rounded(middle - half), decimals.rounded(middle + half)),
          "exponentformat", "power", "automargin", true);
    }
  }

  Plot plot(String title, List<Trace> traces) {
    Plot plot = new Plot(title, HEIGHT, 2, traces);
    plot.add("layout", Map.of("hovermode", "x unified"));
    // The unit stands at the last tick so that it stands under the pointer, too.
    plot.add("layout.xaxis", Map.of("title", Map.of("text", "Time (s)"), "anchor", "y2", "hoverformat", times.fixed(),
        "ticksuffix", " s", "showticksuffix", "last"));
    plot.add("layout.xaxis", Map.of("showspikes", true, "spikemode", "across", "spikesnap", "cursor",
        "spikethickness", 1, "spikedash", "dot", "spikecolor", PlotText.colour(FigureStyle.FAINT_INK)));
    plot.add("layout.yaxis", upper.settings());
    plot.add("layout.yaxis2", lower.settings());
    return plot;
  }

  /** Shades parts of the recording behind both rows, and names them above. */
  static void shade(Plot plot, List<ShadedSpan> spans) {
    List<Map<String, ?>> shades = new ArrayList<>();
    List<Map<String, ?>> names = new ArrayList<>();
    for (ShadedSpan span : spans) {
      String colour = PlotText.colour(span.shade());
      shades.add(Map.of("type", "rect", "xref", "x", "yref", "paper", "x0", span.from(), "x1", span.to(), "y0", 0,
          "y1", 1, "fillcolor", colour, "line", Map.of("width", 0), "layer", "below"));
      names.add(Map.of("text", PlotText.escaped(span.label()), "x", (span.from() + span.to()) / 2, "xref", "x",
          "y", 1, "yref", "paper", "yanchor", "bottom", "showarrow", false));
    }
    plot.add("layout", Map.of("shapes", shades, "annotations", names, "showlegend", false));
  }
}
