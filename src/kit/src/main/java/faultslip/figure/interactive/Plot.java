package faultslip.figure.interactive;

import faultslip.figure.FigureStyle;
import java.util.List;
import java.util.Map;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Config;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Margin;
import tech.tablesaw.plotly.traces.Trace;

/** A figure of jsplot in the look of the static ones, and what jsplot has no words for, added before it is drawn. */
final class Plot extends Figure {
  private static final int TITLE_SIZE = 15;
  private static final int TEXT_SIZE = 12;

  private static final List<String> UNUSED_BUTTONS = List.of("lasso2d", "select2d", "toggleSpikelines",
      "hoverClosestCartesian", "hoverCompareCartesian");

  private final StringBuilder added = new StringBuilder();

  /**
   * @param title above the axes
   * @param height in pixels of the page; the width is that of the notebook
   * @param rows sets of axes one above another, 1 or 2: "yaxis" and "yaxis2"
   */
  Plot(String title, int height, int rows, List<Trace> traces) {
    super(layout(height, rows), Config.builder().responsive(true).displayLogo(false).build(),
        traces.toArray(Trace[]::new));
    add("layout", Map.of(
        "title", Map.of("text", PlotText.escaped(title), "x", 0.01, "xanchor", "left", "y", 1, "yref", "container",
            "yanchor", "top", "pad", Map.of("t", 12), "font", Map.of("size", TITLE_SIZE)),
        "font", Map.of("family", "Liberation Sans, Arial, Helvetica, sans-serif", "size", TEXT_SIZE,
            "color", PlotText.colour(FigureStyle.INK)),
        "legend", Map.of("orientation", "h", "x", 1, "xanchor", "right", "y", 1.02, "yanchor", "bottom")));
    for (String axis : rows == 2 ? List.of("xaxis", "yaxis", "yaxis2") : List.of("xaxis", "yaxis")) {
      add("layout." + axis, Map.of("zeroline", false));
    }
    add("config", Map.of("modeBarButtonsToRemove", UNUSED_BUTTONS));
  }

  /**
   * Adds settings by Plotly's names.
   *
   * @param object "layout", "layout.xaxis", "config"
   */
  void add(String object, Map<String, ?> settings) {
    added.append(PlotText.adding(object, settings));
  }

  @Override
  protected String plotFunction(String target) {
    return added + super.plotFunction(target);
  }

  private static Layout layout(int height, int rows) {
    Layout.LayoutBuilder layout = Layout.builder().autosize(true).height(height).xAxis(axis()).yAxis(axis())
        .margin(Margin.builder().left(70).right(20).top(66).bottom(45).build());
    return (rows == 2 ? layout.yAxis2(axis()) : layout).build();
  }

  private static Axis axis() {
    return Axis.builder().title("").gridColor(PlotText.colour(FigureStyle.GRID))
        .showLine(true).lineColor(PlotText.colour(FigureStyle.INK)).build();
  }
}
