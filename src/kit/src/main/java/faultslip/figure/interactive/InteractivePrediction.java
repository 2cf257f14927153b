package faultslip.figure.interactive;

import faultslip.ced.Prediction;
import faultslip.figure.FigureStyle;
import faultslip.figure.ValueRange;
import faultslip.series.Recording;
import faultslip.series.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A prediction over time: truth, prediction and its ±1 σ above, in the range of the static figures; below, the emission
 * it was made from. Both rows are zoomed together; the pointer shows all values of its time, with their unit.
 */
public final class InteractivePrediction {

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
    TimeRow fault = new TimeRow(ValueRange.of(prediction), "y");
    TimeRow emission = new TimeRow(ValueRange.of(segment.emission()), "y2");
    List<Map<String, ?>> traces = new ArrayList<>(fault.band(edge(prediction, -1), edge(prediction, 1), "±1 σ",
        Plot.colour(FigureStyle.DEVIATION, FigureStyle.DEVIATION_OPACITY)));
    traces.add(fault.line(segment.fault(), "truth", FigureStyle.INK));
    traces.add(fault.line(prediction.fault(), "prediction", FigureStyle.PREDICTION));
    traces.add(emission.line(segment.emission(), segment.emission().name(), FigureStyle.EMISSION));
    return new InteractiveFigure(TimeRow.plot(title, segment.emission(), traces,
        fault.layout(segment.fault(), 0.36, 1), emission.layout(segment.emission(), 0, 0.28), Map.of()), title);
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
