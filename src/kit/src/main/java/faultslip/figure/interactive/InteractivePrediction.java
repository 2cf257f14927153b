package faultslip.figure.interactive;

import faultslip.ced.Prediction;
import faultslip.data.TextTable;
import faultslip.figure.FigureStyle;
import faultslip.figure.ValueRange;
import faultslip.series.Recording;
import faultslip.series.Series;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A prediction over time: truth, prediction and its ±1 σ above, in the range of the static figures; below, the emission
 * it was made from. Both rows are zoomed together; the pointer shows all values of its time, with their unit.
 */
public final class InteractivePrediction {
  private static final String BAND = "±1 σ";
  private static final String BAND_COLOUR = TextTable.text("rgba(%d,%d,%d,%.2f)", FigureStyle.BAND.getRed(),
      FigureStyle.BAND.getGreen(), FigureStyle.BAND.getBlue(), FigureStyle.BAND.getAlpha() / 255.0);

  private InteractivePrediction() {}

  /** A prediction beside the truth, and the emission below, under a title such as "Cross-trained, seed 0". */
  public static InteractiveFigure of(Prediction prediction, String title) {
    Recording segment = prediction.segment();
    Series heard = segment.emission();
    Plot.TimeRow fault = new Plot.TimeRow(segment.fault(), ValueRange.of(prediction), "y");
    Plot.TimeRow emission = new Plot.TimeRow(heard, ValueRange.of(heard), "y2");
    return fault.over(emission, 0.28, title, List.of(
        fault.edge(BAND, edge(prediction, -1), Map.of("showlegend", false)),
        fault.edge(BAND, edge(prediction, 1), Map.of("fill", "tonexty", "fillcolor", BAND_COLOUR)),
        fault.line("truth", segment.fault(), FigureStyle.INK),
        fault.line("prediction", prediction.fault(), FigureStyle.PREDICTION),
        emission.line(heard.name(), heard, FigureStyle.EMISSION)), Map.of());
  }

  private static Series edge(Prediction prediction, int side) {
    Series fault = prediction.fault();
    return new Series(fault.name(), fault.unit(), fault.clock(), IntStream.range(0, fault.length())
        .mapToDouble(i -> fault.value(i) + side * prediction.deviation().value(i)).toArray());
  }
}
