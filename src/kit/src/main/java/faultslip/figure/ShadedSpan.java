package faultslip.figure;

import faultslip.series.Clock;
import faultslip.split.Segment;
import faultslip.split.Split;
import java.awt.Color;
import java.util.List;
import java.util.stream.Stream;

/** A part of a recording, such as "train", shaded and named, from one time to a later one, in seconds on its clock. */
public record ShadedSpan(String label, double from, double to, Color shade) {

  /** @throws FigureException if the end is not after the start */
  public ShadedSpan {
    FigureException.require(from < to, "ShadedSpan '%s' runs from %s s to %s s; give a start before the end.", label,
        from, to);
  }

  /** The segments of a split recording. */
  public static List<ShadedSpan> of(Split split) {
    Clock clock = split.recording().clock();
    return Stream.concat(Stream.of(of("train", clock, split.train(), FigureStyle.split(0)),
        of("validation", clock, split.validation(), FigureStyle.split(1))),
        split.test().stream().map(test -> of("test", clock, test, FigureStyle.split(2)))).toList();
  }

  static ShadedSpan of(String label, Clock clock, Segment segment, Color shade) {
    return new ShadedSpan(label, clock.timeOf(segment.from()), clock.timeOf(segment.to()), shade);
  }
}
