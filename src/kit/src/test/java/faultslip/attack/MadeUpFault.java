package faultslip.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A study file of two made-up faults that stick and slip, small enough to be learned from in seconds. */
final class MadeUpFault {
  private static final String STUDY = """
      study: made-up
      recordings:
        simulation:
          title: made up, 8 s
          path: simulation.csv
          time: {column: time, unit: s}
          emission: {columns: [emission], name: emission}
          fault: {column: friction, name: friction}
          failures: {slope: -0.1 /s, apart: 1 s}
        laboratory:
          title: made up, 10 s
          path: laboratory.csv
          time: {column: time, unit: s}
          emission: {columns: [emission], name: emission}
          fault: {column: friction, name: friction}
          failures: {slope: -0.1 /s, apart: 1 s}
      simulations:
        made-up:
          recording: simulation
          rates: [10 Hz]
      laboratory: laboratory
      """;

  private MadeUpFault() {}

  /** Writes it with its recordings; the study file. */
  static Path write(Path folder) throws IOException {
    recording(folder.resolve("simulation.csv"), 80);
    recording(folder.resolve("laboratory.csv"), 100);
    return Files.writeString(folder.resolve("made-up.yaml"), STUDY);
  }

  private static void recording(Path file, int cycle) throws IOException {
    StringBuilder lines = new StringBuilder("time,emission,friction\n");
    for (int i = 0; i < 1500; i++) {
      double phase = i % cycle / (double) cycle;
      lines.append(String.format(Locale.ROOT, "%.1f,%.6f,%.6f%n", i / 10.0,
          -3 + 4 * Math.exp(-12 * phase) + 0.5 * phase + 0.05 * Math.sin(1.7 * i), 0.4 + 0.1 * phase));
    }
    Files.writeString(file, lines.toString());
  }
}
