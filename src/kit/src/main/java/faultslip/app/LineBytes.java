package faultslip.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whole lines of a text in UTF-8 that is still being written: half a line is none. */
final class LineBytes {
  private static final int LONGEST = 1 << 16;

  private final InputStream bytes;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final byte[] buffer = new byte[LONGEST];
  private int from;
  private int to;

  LineBytes(InputStream bytes) {
    this.bytes = bytes;
  }

  /** The next line; empty if it has not been written yet. */
  Optional<String> next() throws IOException {
    while (true) {
      while (from < to) {
        byte letter = buffer[from++];
        if (letter == '\n') {
          return rest();
        }
        line.write(letter);
        if (line.size() > LONGEST) {
          throw new IOException("a line is longer than " + LONGEST + " bytes");
        }
      }
      from = 0;
      to = Math.max(0, bytes.read(buffer));
      if (to == 0) {
        return Optional.empty();
      }
    }
  }

  /** Whether there is more to be read without waiting for it. */
  boolean hasMore() throws IOException {
    return from < to || bytes.available() > 0;
  }

  /** What was written of a line so far; empty if nothing. */
  Optional<String> rest() {
    if (line.size() == 0) {
      return to == 0 ? Optional.empty() : Optional.of("");
    }
    String text = line.toString(StandardCharsets.UTF_8).replaceFirst("\r$", "").replaceFirst("^\uFEFF", "");
    line.reset();
    return Optional.of(text);
  }
}
