package faultslip.figure.interactive;

import faultslip.figure.FigureStyle;
import faultslip.figure.ShadedSpan;
import faultslip.figure.ValueRange;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.split.Split;
import java.util.List;
import java.util.Map;

/** A recording over time: emission above fault state, zoomed together, with its splits shaded and named. */
public final class InteractiveRecording {

  private InteractiveRecording() {}

  /** The whole recording with its train, validation and, if it has one, test part. */
  public static InteractiveFigure of(Split split) {
    return of(split.recording(), ShadedSpan.of(split));
  }

  /** A recording, whose name is the title, with parts of it shaded; there may be none. */
  public static InteractiveFigure of(Recording recording, List<ShadedSpan> splits) {
    Series emission = recording.emission();
    Series fault = recording.fault();
    Plot.TimeRow upper = new Plot.TimeRow(emission, ValueRange.of(emission), "y");
    Plot.TimeRow lower = new Plot.TimeRow(fault, ValueRange.of(fault), "y2");
    return upper.over(lower, 0.46, recording.name(), List.of(
        upper.line(emission.name(), emission, FigureStyle.EMISSION), lower.line(fault.name(), fault, FigureStyle.INK)),
        Map.of("shapes", splits.stream().map(InteractiveRecording::shade).toList(),
            "annotations", splits.stream().map(InteractiveRecording::name).toList(), "showlegend", false));
  }

  private static Map<String, ?> shade(ShadedSpan span) {
    return Map.of("type", "rect", "xref", "x", "yref", "paper", "x0", span.from(), "x1", span.to(), "y0", 0, "y1", 1,
        "fillcolor", Plot.colour(span.shade()), "line", Map.of("width", 0), "layer", "below");
  }

  private static Map<String, ?> name(ShadedSpan span) {
    return Map.of("text", Plot.escaped(span.label()), "x", (span.from() + span.to()) / 2, "xref", "x", "y", 1,
        "yref", "paper", "yanchor", "bottom", "showarrow", false);
  }
}
