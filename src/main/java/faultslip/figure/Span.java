package faultslip.figure;

import faultslip.series.Clock;
import faultslip.split.Segment;
import faultslip.split.Split;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a recording, to be shaded and named.
 *
 * @param label "train", "validation" or "test"
 * @param from its start, in seconds on the recording's clock
 * @param to its end, in seconds on the recording's clock, after the start
 */
public record Span(String label, double from, double to) {

  /** @throws FigureException if the end is not after the start */
  public Span {
    if (!(from < to)) {
      throw new FigureException("Span '" + label + "' runs from " + from + " s to " + to
          + " s; give a start before the end.");
    }
  }

  /** The segments of a split recording. */
  static List<Span> of(Split split) {
    List<Span> spans = new ArrayList<>(List.of(of("train", split, split.train()), of("validation", split, split.validation())));
    split.test().ifPresent(test -> spans.add(of("test", split, test)));
    return spans;
  }

  private static Span of(String label, Split split, Segment segment) {
    Clock clock = split.recording().clock();
    return new Span(label, clock.timeOf(segment.from()), clock.timeOf(segment.to()));
  }
}
