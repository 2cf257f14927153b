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

/**
 * Scores of experiments: a dot a seed on the axis of the MAPE, a bar where predicting the mean would be. The pointer
 * shows a dot's seed, model and other scores.
 */
public final class InteractiveScores {
  private static final String TITLE = "Errors by experiment, a dot a seed";
  private static final String MEAN = "predicting the mean";
  private static final int PLACES = 4;
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
    Map<String, ?> down = Plot.axis("", Map.of("tickvals", IntStream.range(0, lines.size()).toArray(),
        "ticktext", lines.stream().map(line -> label(line, several)).toList(), "automargin", true,
        "range", List.of(lines.size() - 0.5, -0.5), "fixedrange", true, "showgrid", false));
    return new InteractiveFigure(new Plot(TITLE, AROUND + ROW * lines.size(),
        List.of(seeds(rows, lines), means(rows, lines)),
        Map.of("xaxis", Plot.axis("MAPE (%)", Map.of("rangemode", "tozero")), "yaxis", down)), TITLE);
  }

  private static List<String> line(ResultRow row) {
    return List.of(row.experiment(), row.recording(), row.simulation());
  }

  private static String label(List<String> line, boolean severalSimulations) {
    boolean told = severalSimulations && !line.get(2).isEmpty();
    return Plot.escaped(line.get(0)) + (told ? " from " + Plot.escaped(line.get(2)) : "")
        + "<br><i>" + Plot.escaped(line.get(1)) + "</i> ";
  }

  private static Map<String, ?> seeds(List<ResultRow> rows, List<List<String>> lines) {
    double[] heights = new double[rows.size()];
    for (int i = 0; i < heights.length; i++) {
      List<String> line = line(rows.get(i));
      long before = rows.stream().limit(i).filter(row -> line(row).equals(line)).count();
      long all = rows.stream().filter(row -> line(row).equals(line)).count();
      heights[i] = lines.indexOf(line) + (all == 1 ? 0 : SPREAD * ((double) before / (all - 1) - 0.5));
    }
    return dots("a seed", rows.stream().mapToDouble(row -> row.scores().mapePercent()).toArray(), heights,
        marker("circle", 10, FigureStyle.PREDICTION), rows.stream().map(InteractiveScores::hover).toList());
  }

  private static Map<String, ?> means(List<ResultRow> rows, List<List<String>> lines) {
    List<ResultRow> firsts = new ArrayList<>();
    lines.forEach(line -> firsts.add(rows.stream().filter(row -> line(row).equals(line)).findFirst().orElseThrow()));
    return dots(MEAN, firsts.stream().mapToDouble(row -> row.scores().meanPredictorMapePercent()).toArray(),
        IntStream.range(0, lines.size()).asDoubleStream().toArray(),
        marker("diamond-tall", 13, FigureStyle.INK), firsts.stream().map(row ->
            TextTable.text("%s: %.2f %%", MEAN, row.scores().meanPredictorMapePercent())).toList());
  }

  private static Map<String, ?> dots(String name, double[] x, double[] y, Map<String, ?> marker, List<String> texts) {
    return Map.of("type", "scatter", "mode", "markers", "name", name, "x", Plot.rounded(PLACES, x),
        "y", Plot.rounded(PLACES, y), "marker", marker, "text", texts, "hovertemplate", "%{text}<extra></extra>");
  }

  private static Map<String, ?> marker(String symbol, int size, Color colour) {
    return Map.of("symbol", symbol, "size", size, "color", Plot.colour(colour), "opacity", 0.8);
  }

  private static String hover(ResultRow row) {
    Scores scores = row.scores();
    String unit = row.unit().isEmpty() ? "" : " " + Plot.escaped(row.unit());
    return TextTable.text("<b>%s</b>, %s<br>seed %d, model %s<br>MAPE %.2f %%, R² %.2f<br>MAE %.3g%s, RMSE %.3g%s, "
        + "%d samples",
        Plot.escaped(row.experiment()), Plot.escaped(row.recording()), row.seed(),
            Plot.escaped(row.model().key()),
        scores.mapePercent(), scores.r2(), scores.mae(), unit, scores.rmse(), unit, scores.samples());
  }
}
