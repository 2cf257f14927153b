package faultslip.data;

/**
 * A slip event of the FDEM simulation, as its catalogue gives it.
 *
 * @param start first sample, at 1 kHz; at least 0
 * @param end last sample, inclusive; after the start
 * @param length samples from start to end, both included
 * @param frictionDrop loss of friction coefficient over the event, positive
 */
public record SlipEvent(int start, int end, int length, double frictionDrop) {

  /** @throws DataException if the samples contradict each other or the drop is not positive and finite */
  public SlipEvent {
    if (start < 0 || end <= start || length != end - start + 1) {
      throw new DataException(("Slip event from sample %d to %d with length %d; the length must be end - start +"
          + " 1, the end after the start.")
          .formatted(start, end, length));
    }
    if (!(frictionDrop > 0) || Double.isInfinite(frictionDrop)) {
      throw new DataException("Slip event from sample %d to %d with friction drop %s; it must be positive and finite."
          .formatted(start, end, frictionDrop));
    }
  }
}
