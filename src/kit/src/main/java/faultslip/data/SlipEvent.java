package faultslip.data;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A slip event of the FDEM simulation, as its catalogue gives it.
 *
 * @param start first sample, at 1 kHz
 * @param end last sample, inclusive; after the start
 * @param frictionDrop loss of friction coefficient over the event, positive
 */
record SlipEvent(int start, int end, double frictionDrop) {
  /** What a file begins with, up to the values: magic number, format 1.0, length of the header, the header. */
  private static final Pattern BEGINNING = Pattern.compile("\u0093NUMPY\u0001\u0000..\\{'descr': '<f8', "
      + "'fortran_order': False, 'shape': \\((\\d{1,6}), 4\\), \\} *\n", Pattern.DOTALL);

  /**
   * Reads a catalogue: doubles as {@code numpy.save} writes them, little-endian and in C order, events × (start, end,
   * length, friction drop). ND4J reads such files too, but loads its native backend for it and takes files cut short.
   *
   * @return the events, in order of time
   * @throws DataException if the file is missing, cut short or of another form, or holds an event that contradicts
   *     itself or starts before the one before it ends
   */
  static List<SlipEvent> read(Path file) {
    byte[] bytes = DataFile.bytes(file, InputStream::readAllBytes);
    Matcher beginning = BEGINNING.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    if (!beginning.lookingAt() || bytes.length - beginning.end() != 32 * Integer.parseInt(beginning.group(1))) {
      throw new DataException(file + ": not a whole NumPy file of little-endian doubles in C order, with a row of"
          + " start, end, length and friction drop for each slip event; fetch it again or give another file.");
    }
    DoubleBuffer values = ByteBuffer.wrap(bytes, beginning.end(), bytes.length - beginning.end())
        .order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
    List<SlipEvent> events = new ArrayList<>();
    while (values.hasRemaining()) {
      double start = values.get();
      double end = values.get();
      double length = values.get();
      SlipEvent event = new SlipEvent((int) start, (int) end, values.get());
      boolean isFree = events.isEmpty() ? start >= 0 : start > events.get(events.size() - 1).end;
      if (!isFree || event.start != start || event.end != end || end <= start || length != end - start + 1
          || !(event.frictionDrop > 0) || Double.isInfinite(event.frictionDrop)) {
        throw new DataException(("%s, event %d: samples %s to %s, length %s, friction drop %s; a whole number of"
            + " samples from start to end, after the event before, and a positive drop belong there: fetch it again.")
            .formatted(file, events.size(), start, end, length, event.frictionDrop));
      }
      events.add(event);
    }
    return events;
  }
}
