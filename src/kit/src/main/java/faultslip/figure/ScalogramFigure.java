package faultslip.figure;

import faultslip.series.Series;
import faultslip.wavelet.Scalogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A series (a) above its scalogram with the cone of influence hatched (b), and on demand what the inverse transform
 * makes of the scalogram, against the series (c). Of complex scalograms the real part is shown.
 */
public final class ScalogramFigure {

  private ScalogramFigure() {}

  /** A series and its scalogram in its unit, two columns wide; a {@link FigureException} if length or clock differ. */
  public static Figure of(Series series, Scalogram scalogram) {
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, "", List.of(List.of(new PanelStack(rows(series, scalogram)))));
  }

  /**
   * A series, its scalogram, and below them the series with what the inverse transform makes of the scalogram and its
   * root mean square misfit. The inverse, [time], is in the series' unit; it lacks the mean unless the series has none
   * or the caller adds it. A {@link FigureException} if the three differ in length, or the first two in clock.
   */
  public static Figure withInverse(Series series, Scalogram scalogram, double[] inverse) {
    FigureException.require(inverse.length == series.length(), "Inverse of %d samples beside a series of %d; give that "
        + "of the series' own scalogram.", inverse.length, series.length());
    Series inverted = new Series(series.name(), series.unit(), series.clock(), inverse);
    ValueRange extent = ValueRange.of(series);
    List<Line> lines = List.of(Line.of("series", series, Optional.empty(), extent.factor(), FigureStyle.INK),
        Line.of("inverse of its scalogram", inverted, Optional.empty(), extent.factor(), FigureStyle.PREDICTION)
            .dashed());
    double square = IntStream.range(0, inverse.length).mapToDouble(i -> inverse[i] - series.value(i))
        .map(difference -> difference * difference).average().orElseThrow();
    String misfit = String.format(Locale.ROOT, "rms misfit %.3g %s", Math.sqrt(square), series.unit()).strip();
    List<PanelStack.Row> rows = new ArrayList<>(rows(series, scalogram));
    rows.add(new PanelStack.Row(new LinePanel("Time (s)", extent.label(series), lines).note(misfit), 26, "(c)",
        "Inverse transform"));
    return Figure.of(FigureStyle.TWO_COLUMNS_MM, "", List.of(List.of(new PanelStack(rows))));
  }

  private static List<PanelStack.Row> rows(Series series, Scalogram scalogram) {
    FigureException.require(scalogram.length() == series.length() && scalogram.clock().equals(series.clock()),
        "Scalogram of %d samples from %.6g s beside %s; give the scalogram of that series.", scalogram.length(),
        scalogram.clock().timeOf(0), series);
    // A long unit has no room beside the colour bar; the heading has.
    String unit = series.unit().length() > 2 ? "" : series.unit();
    String heading = "Scalogram" + (unit.equals(series.unit()) ? "" : " (" + series.unit() + ")");
    ScalogramPanel image = new ScalogramPanel(scalogram, "", ScalogramPanel.limitOf(scalogram), unit);
    return List.of(
        new PanelStack.Row(LinePanel.of(series, FigureStyle.INK), 24, "(a)", Lettering.capitalised(series.name())),
        new PanelStack.Row(image, 32, "(b)", heading));
  }
}
