package faultslip.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A slip event of the FDEM simulation, as its catalogue gives it.
 *
 * @param start first sample, at 1 kHz; at least 0
 * @param end last sample, inclusive; after the start
 * @param length samples from start to end, both included
 * @param frictionDrop loss of friction coefficient over the event, positive
 */
record SlipEvent(int start, int end, int length, double frictionDrop) {
  private static final int COLUMNS = 4;

  /** @throws DataException if the samples contradict each other or the drop is not positive and finite */
  SlipEvent {
    if (start < 0 || end <= start || length != end - start + 1) {
      throw new DataException(("Slip event from sample %d to %d with length %d; the length must be end - start +"
          + " 1, the end after the start.").formatted(start, end, length));
    }
    if (!(frictionDrop > 0) || Double.isInfinite(frictionDrop)) {
      throw new DataException("Slip event from sample %d to %d with friction drop %s; it must be positive and finite."
          .formatted(start, end, frictionDrop));
    }
  }

  /**
   * Reads a catalogue: a NumPy file of events × (start, end, length, friction drop).
   *
   * @return the events, in order of time
   * @throws DataException if the file is missing, cut short, not a C-ordered matrix of little-endian doubles with four
   *     columns, or holds an event that contradicts itself or starts before the one before it ends
   */
  static List<SlipEvent> read(Path file) {
    List<SlipEvent> events = new ArrayList<>();
    for (double[] row : NpyMatrix.read(file)) {
      if (row.length != COLUMNS) {
        throw new DataException(("%s: %d columns; a catalogue of slip events has %d (start, end, length, friction"
            + " drop): give another file.").formatted(file, row.length, COLUMNS));
      }
      try {
        SlipEvent event = new SlipEvent(whole(row, 0), whole(row, 1), whole(row, 2), row[3]);
        if (!events.isEmpty() && event.start <= events.get(events.size() - 1).end) {
          throw new DataException("starts at sample %d, but the one before ends at %d; fetch the file again."
              .formatted(event.start, events.get(events.size() - 1).end));
        }
        events.add(event);
      } catch (DataException e) {
        throw new DataException("%s, event %d: %s".formatted(file, events.size(), e.getMessage()), e);
      }
    }
    return events;
  }

  private static int whole(double[] row, int column) {
    if (row[column] != Math.rint(row[column]) || Math.abs(row[column]) > Integer.MAX_VALUE) {
      throw new DataException("column %d is %s, not a number of samples; fetch the file again."
          .formatted(column, row[column]));
    }
    return (int) row[column];
  }
}
