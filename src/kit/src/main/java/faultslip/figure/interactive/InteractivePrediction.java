package faultslip.figure.interactive;

import faultslip.ced.Prediction;
import faultslip.figure.FigureStyle;
import faultslip.figure.ValueRange;
import faultslip.series.Recording;
import faultslip.series.Series;
import java.util.List;

/**
 * A prediction over time: truth, prediction and its ±1 σ above, in the range of the static figures; below, the emission
 * it was made from. Both rows are zoomed together; the pointer shows all values of its time, with their unit.
 */
public final class InteractivePrediction {
  private static final String BAND = "±1 σ";

  private InteractivePrediction() {
  }

  /**
   * A prediction beside the truth, and the emission below.
   *
   * @param prediction what a model says, beside the truth
   * @param title "Cross-trained, seed 0"
   */
  public static InteractiveFigure of(Prediction prediction, String title) {
    Recording segment = prediction.segment();
    ValueRange shown = ValueRange.of(prediction);
    ValueRange heard = ValueRange.of(segment.emission());
    SeriesTrace truth = new SeriesTrace(segment.fault(), Decimals.of(shown), "y");
    SeriesTrace emission = new SeriesTrace(segment.emission(), Decimals.of(heard), "y2");
    TwoRows rows = new TwoRows(new TwoRows.Row(PlotText.label(segment.fault()), shown, 0.36, 1),
        new TwoRows.Row(PlotText.label(segment.emission()), heard, 0, 0.28),
        Decimals.ofTimes(segment.clock().interval()));
    return new InteractiveFigure(rows.plot(title, List.of(
        truth.of(edge(prediction, -1)).lowerEdge(BAND),
        truth.of(edge(prediction, 1)).upperEdge(BAND,
            PlotText.colour(FigureStyle.DEVIATION, FigureStyle.DEVIATION_OPACITY)),
        truth.line("truth", FigureStyle.INK),
        truth.of(prediction.fault()).line("prediction", FigureStyle.PREDICTION),
        emission.line(segment.emission().name(), FigureStyle.EMISSION))), title);
  }

  private static Series edge(Prediction prediction, int side) {
    Series fault = prediction.fault();
    double[] edge = fault.values();
    for (int i = 0; i < edge.length; i++) {
      edge[i] += side * prediction.deviation().value(i);
    }
    return new Series(fault.name(), fault.unit(), fault.clock(), edge);
  }
}
