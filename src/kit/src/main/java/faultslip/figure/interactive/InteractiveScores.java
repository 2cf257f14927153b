package faultslip.figure.interactive;

import faultslip.data.TextTable;
import faultslip.evaluate.Scores;
import faultslip.experiment.Amplitude;
import faultslip.experiment.ResultRow;
import faultslip.experiment.SeedSummary;
import faultslip.figure.FigureException;
import faultslip.figure.FigureStyle;
import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A dot a seed on the axis of the MAPE, model and other scores under the pointer; a bar for predicting the mean. */
public final class InteractiveScores {
  private static final String TITLE = "Errors by experiment, a dot a seed";
  private static final String MEAN = "predicting the mean";
  private static final int PLACES = 4;
  private static final int AROUND = 130;
  private static final int ROW = 44;
  /** Dots of equal scores lie beside each other, within this part of their row. */
  private static final double SPREAD = 0.36;

  private InteractiveScores() {}

  /** Rows in order, a line an experiment, simulation and recording; a {@link FigureException} if there is none. */
  public static InteractiveFigure of(List<ResultRow> rows) {
    FigureException.require(!rows.isEmpty(), "No results to show; run an experiment first.");
    List<SeedSummary> lines = SeedSummary.all(rows);
    boolean several = SeedSummary.hasSeveralSimulations(rows);
    double[] places = IntStream.range(0, lines.size()).asDoubleStream().toArray();
    Map<String, ?> down = Plot.axis("", Map.of("tickvals", Plot.rounded(0, places),
        "ticktext", lines.stream().map(line -> label(line.first(), several)).toList(), "automargin", true,
        "range", List.of(lines.size() - 0.5, -0.5), "fixedrange", true, "showgrid", false));
    List<ResultRow> seeds = lines.stream().flatMap(line -> line.rows().stream()).toList();
    double[] heights = IntStream.range(0, lines.size()).boxed()
        .flatMapToDouble(i -> heights(i, lines.get(i).rows().size())).toArray();
    return Plot.figure(TITLE, AROUND + ROW * lines.size(), List.of(
        dots("a seed", seeds.stream().mapToDouble(row -> row.scores().mapePercent()).toArray(), heights,
            marker("circle", 10, FigureStyle.PREDICTION), seeds.stream().map(InteractiveScores::hover).toList()),
        dots(MEAN, lines.stream().mapToDouble(InteractiveScores::mean).toArray(), places,
            marker("diamond-tall", 13, FigureStyle.INK), lines.stream().map(line ->
                TextTable.text("%s: %.2f %%", MEAN, mean(line))).toList())),
        Map.of("xaxis", Plot.axis("MAPE (%)", Map.of("rangemode", "tozero")), "yaxis", down));
  }

  private static double mean(SeedSummary line) {
    return line.first().scores().meanPredictorMapePercent();
  }

  private static String label(ResultRow row, boolean severalSimulations) {
    String from = (severalSimulations && !row.simulation().isEmpty() ? " from " + row.simulation() : "")
        + (row.reading().amplitude() == Amplitude.RAW ? "" : ", " + row.reading().amplitude().id());
    return Plot.escaped(row.experiment() + from) + "<br><i>" + Plot.escaped(row.recording()) + "</i> ";
  }

  private static DoubleStream heights(int line, int dots) {
    return IntStream.range(0, dots).mapToDouble(i -> line + (dots == 1 ? 0 : SPREAD * ((double) i / (dots - 1) - 0.5)));
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
    String unit = row.unit().isEmpty() ? "" : " " + row.unit();
    return TextTable.text("<b>%s</b>, %s<br>seed %d, model %s<br>MAPE %.2f %%, R² %.2f<br>MAE %.3g%s, RMSE %.3g%s, "
        + "%d samples", Plot.escaped(row.experiment()), Plot.escaped(row.recording()), row.seed(),
        Plot.escaped(row.model().key()), scores.mapePercent(), scores.r2(), scores.mae(), Plot.escaped(unit),
        scores.rmse(), Plot.escaped(unit), scores.samples());
  }
}
