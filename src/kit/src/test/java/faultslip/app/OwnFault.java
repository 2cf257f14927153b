package faultslip.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.StringJoiner;

/** A fault of one's own that sticks for ten seconds and slips in a fifth of one, as a CSV file at 50 Hz. */
final class OwnFault {
  private static final int RATE = 50;
  private static final int CYCLE = 10 * RATE;
  private static final int SLIP = RATE / 5;

  private OwnFault() {}

  /** Writes columns time, ae, shear and normal. */
  static void write(Path file, int seconds) throws IOException {
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    lines.add("time,ae,shear,normal");
    for (int i = 0; i < seconds * RATE; i++) {
      int phase = i % CYCLE;
      // Friction climbs from 0.4 to 0.6, and falls back in a slip.
      double friction = phase < CYCLE - SLIP ? 0.4 + 0.2 * phase / (CYCLE - SLIP)
          : 0.6 - 0.2 * (phase - CYCLE + SLIP) / SLIP;
      double normal = 5 + 0.01 * Math.sin(i / 70.0);
      double variance = 1e-3 + Math.exp((phase - CYCLE) / 60.0) * (1 + 0.3 * Math.sin(1.7 * i));
      lines.add(String.format(Locale.ROOT, "%.2f,%.6g,%.6f,%.6f", i / (double) RATE, variance, friction * normal,
          normal));
    }
    Files.writeString(file, lines.toString());
  }
}
