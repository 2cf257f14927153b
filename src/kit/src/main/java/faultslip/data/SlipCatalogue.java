package faultslip.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the slip events of the FDEM simulation: a NumPy file of events × (start, end, length, friction drop). */
public final class SlipCatalogue {
  private static final int COLUMNS = 4;

  private SlipCatalogue() {}

  /**
   * The events, in order of time.
   *
   * @throws DataException if the file is missing, cut short, not a C-ordered matrix of little-endian doubles with four
   *     columns, or holds an event that contradicts itself or starts before the one before it ends
   */
  public static List<SlipEvent> read(Path file) {
    NpyMatrix matrix = NpyMatrix.read(file);
    if (matrix.columns() != COLUMNS) {
      throw new DataException(("%s: %d columns; a catalogue of slip events has %d (start, end, length, friction"
          + " drop): give another file.")
          .formatted(file, matrix.columns(), COLUMNS));
    }
    List<SlipEvent> events = new ArrayList<>();
    for (int row = 0; row < matrix.rows(); row++) {
      SlipEvent event = event(file, matrix, row);
      if (row > 0 && event.start() <= events.get(row - 1).end()) {
        throw new DataException(("%s, event %d: starts at sample %d, but the one before ends at %d; fetch the"
            + " file again.")
            .formatted(file, row, event.start(), events.get(row - 1).end()));
      }
      events.add(event);
    }
    return List.copyOf(events);
  }

  private static SlipEvent event(Path file, NpyMatrix matrix, int row) {
    try {
      return new SlipEvent(whole(matrix, row, 0), whole(matrix, row, 1), whole(matrix, row, 2), matrix.value(row, 3));
    } catch (DataException e) {
      throw new DataException("%s, event %d: %s".formatted(file, row, e.getMessage()), e);
    }
  }

  private static int whole(NpyMatrix matrix, int row, int column) {
    double value = matrix.value(row, column);
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw new DataException("column %d is %s, not a number of samples; fetch the file again."
          .formatted(column, value));
    }
    return (int) value;
  }
}
