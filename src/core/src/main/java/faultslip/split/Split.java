package faultslip.split;

import faultslip.series.Recording;
import java.util.Objects;
import java.util.Optional;

/**
 * A recording in three segments, one after the other.
 *
 * @param recording the whole
 * @param train what models and standardisations are fitted on
 * @param validation what stops a training and chooses among settings; behind {@code train}
 * @param test looked at once; behind {@code validation}; empty where another recording is the test
 */
public record Split(Recording recording, Segment train, Segment validation, Optional<Segment> test) {

  /** @throws SplitException if the segments overlap, or do not begin and end with the recording */
  public Split {
    Objects.requireNonNull(recording, "recording");
    int end = test.map(Segment::to).orElse(validation.to());
    boolean inOrder = train.from() == 0 && validation.from() >= train.to()
        && test.map(Segment::from).orElse(validation.to()) >= validation.to();
    if (!inOrder || end != recording.length()) {
      throw new SplitException("Segments %s, %s, %s do not follow each other over the %d samples of '%s'."
          .formatted(train, validation, test.map(Segment::toString).orElse("-"), recording.length(), recording.name()));
    }
  }

  /** The part to fit on. */
  public Recording training() {
    return recording.slice(train.from(), train.to());
  }

  /** The part to stop and choose by. */
  public Recording validating() {
    return recording.slice(validation.from(), validation.to());
  }

  /** The part to be judged on; a {@link SplitException} if the split has none. */
  public Recording testing() {
    Segment segment = test.orElseThrow(() -> new SplitException(("Split of '%s' has no test segment; test on another "
        + "recording.").formatted(recording.name())));
    return recording.slice(segment.from(), segment.to());
  }
}
