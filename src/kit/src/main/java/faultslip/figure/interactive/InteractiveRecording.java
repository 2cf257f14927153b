package faultslip.figure.interactive;

import faultslip.figure.FigureStyle;
import faultslip.figure.ShadedSpan;
import faultslip.figure.ValueRange;
import faultslip.series.Recording;
import faultslip.split.Split;
import java.util.List;

/** A recording over time: emission above fault state, zoomed together, with its splits shaded and named. */
public final class InteractiveRecording {

  private InteractiveRecording() {
  }

  /** The whole recording with its train, validation and, if it has one, test part. */
  public static InteractiveFigure of(Split split) {
    return of(split.recording(), ShadedSpan.of(split));
  }

  /**
   * A recording with shaded parts.
   *
   * @param recording emission and fault state; its name is the title
   * @param splits shaded; may be empty
   */
  public static InteractiveFigure of(Recording recording, List<ShadedSpan> splits) {
    ValueRange heard = ValueRange.of(recording.emission());
    ValueRange moved = ValueRange.of(recording.fault());
    SeriesTrace emission = new SeriesTrace(recording.emission(), Decimals.of(heard), "y");
    SeriesTrace fault = new SeriesTrace(recording.fault(), Decimals.of(moved), "y2");
    TwoRows rows = new TwoRows(new TwoRows.Row(PlotText.label(recording.emission()), heard, 0.52, 1),
        new TwoRows.Row(PlotText.label(recording.fault()), moved, 0, 0.46),
        Decimals.ofTimes(recording.clock().interval()));
    Plot plot = rows.plot(recording.name(), List.of(emission.line(recording.emission().name(), FigureStyle.EMISSION),
        fault.line(recording.fault().name(), FigureStyle.INK)));
    TwoRows.shade(plot, splits);
    return new InteractiveFigure(plot, recording.name());
  }
}
