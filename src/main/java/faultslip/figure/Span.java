package faultslip.figure;

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
}
