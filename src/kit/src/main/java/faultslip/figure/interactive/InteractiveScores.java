package faultslip.figure.interactive;

import faultslip.data.TextTable;
import faultslip.evaluate.Scores;
import faultslip.experiment.ResultRow;
import faultslip.experiment.SeedSummary;
import faultslip.figure.FigureException;
import faultslip.figure.FigureStyle;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.components.Symbol;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * Scores of experiments: a dot a seed on the axis of the MAPE, a bar where predicting the mean would be. The pointer
 * shows a dot's seed, model and other scores.
 */
public final class InteractiveScores {
  private static final String TITLE = "Errors by experiment, a dot a seed";
  private static final String MEAN = "predicting the mean";
  private static final Decimals PERCENT = new Decimals(4);
  private static final int AROUND = 130;
  private static final int ROW = 44;
  /** Dots of equal scores lie beside each other, within this part of their row. */
  private static final double SPREAD = 0.36;

  private InteractiveScores() {
  }

  /**
   * The scores of rows.
   *
   * @param rows in the order to show; those of one experiment from one simulation on one recording share a line
   * @throws FigureException if there is none
   */
  public static InteractiveFigure of(List<ResultRow> rows) {
    if (rows.isEmpty()) {
      throw new FigureException("No results to show; run an experiment first.");
    }
    List<List<String>> lines = rows.stream().map(InteractiveScores::line).distinct().toList();
    boolean several = SeedSummary.hasSeveralSimulations(rows);
    Plot plot = new Plot(TITLE, AROUND + ROW * lines.size(), 1, List.of(seeds(rows, lines), means(rows, lines)));
    plot.add("layout.xaxis", Map.of("title", Map.of("text", "MAPE (%)"), "rangemode", "tozero"));
    plot.add("layout.yaxis", Map.of("tickvals", IntStream.range(0, lines.size()).toArray(),
        "ticktext", lines.stream().map(line -> label(line, several)).toList(), "automargin", true,
        "range", List.of(lines.size() - 0.5, -0.5), "fixedrange", true, "showgrid", false));
    return new InteractiveFigure(plot, TITLE);
  }

  private static List<String> line(ResultRow row) {
    return List.of(row.experiment(), row.recording(), row.subject().simulation());
  }

  private static String label(List<String> line, boolean severalSimulations) {
    boolean told = severalSimulations && !line.get(2).isEmpty();
    return PlotText.escaped(line.get(0)) + (told ? " from " + PlotText.escaped(line.get(2)) : "")
        + "<br><i>" + PlotText.escaped(line.get(1)) + "</i> ";
  }

  private static Trace seeds(List<ResultRow> rows, List<List<String>> lines) {
    double[] heights = new double[rows.size()];
    for (int i = 0; i < heights.length; i++) {
      List<String> line = line(rows.get(i));
      long before = rows.stream().limit(i).filter(row -> line(row).equals(line)).count();
      long all = rows.stream().filter(row -> line(row).equals(line)).count();
      heights[i] = lines.indexOf(line) + (all == 1 ? 0 : SPREAD * ((double) before / (all - 1) - 0.5));
    }
    return dots("a seed", rows.stream().mapToDouble(row -> row.scores().mapePercent()).toArray(), heights,
        marker(Symbol.CIRCLE, 10, FigureStyle.PREDICTION), rows.stream().map(InteractiveScores::hover).toList());
  }

  private static Trace means(List<ResultRow> rows, List<List<String>> lines) {
    List<ResultRow> firsts = new ArrayList<>();
    lines.forEach(line -> firsts.add(rows.stream().filter(row -> line(row).equals(line)).findFirst().orElseThrow()));
    return dots(MEAN, firsts.stream().mapToDouble(row -> row.scores().meanPredictorMapePercent()).toArray(),
        IntStream.range(0, lines.size()).asDoubleStream().toArray(),
        marker(Symbol.DIAMOND_TALL, 13, FigureStyle.INK), firsts.stream().map(row ->
            TextTable.text("%s: %.2f %%", MEAN, row.scores().meanPredictorMapePercent())).toList());
  }

  private static Trace dots(String name, double[] x, double[] y, Marker marker, List<String> texts) {
    return new ScriptedScatter(ScatterTrace.builder(new double[0], new double[0]).name(name),
        Map.of("x", PERCENT.text(x), "y", PERCENT.text(y), "mode", ScatterTrace.Mode.MARKERS,
            "marker", marker.asJavascript(), "text", PlotText.json(texts)),
        Map.of("hovertemplate", "%{text}<extra></extra>"));
  }

  private static Marker marker(Symbol symbol, double size, Color colour) {
    return Marker.builder().symbol(symbol).size(size).color(PlotText.colour(colour)).opacity(0.8).build();
  }

  private static String hover(ResultRow row) {
    Scores scores = row.scores();
    String unit = row.unit().isEmpty() ? "" : " " + PlotText.escaped(row.unit());
    return TextTable.text("<b>%s</b>, %s<br>seed %d, model %s<br>MAPE %.2f %%, R² %.2f<br>MAE %.3g%s, RMSE %.3g%s, "
        + "%d samples",
        PlotText.escaped(row.experiment()), PlotText.escaped(row.recording()), row.seed(),
            PlotText.escaped(row.model().key()),
        scores.mapePercent(), scores.r2(), scores.mae(), unit, scores.rmse(), unit, scores.samples());
  }
}
