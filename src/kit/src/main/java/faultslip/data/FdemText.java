package faultslip.data;

import faultslip.series.Clock;
import faultslip.series.Series;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Reads the text files of the FDEM simulation of sheared granular gouge (Wei, Gao and others): one header line, then
 * one value a line, at 1 kHz of model time. The first value is taken as time 0.
 */
public final class FdemText {
  /** Time between two values, in seconds. */
  public static final double INTERVAL = 0.001;

  private FdemText() {}

  /**
   * The series in one of the files.
   *
   * @param file one of them
   * @param name what it holds, as the name of the series
   * @param unit its unit
   * @throws DataException if the file is missing, empty, cut short, has no header, fewer than two values, a line that
   *     is blank or not a finite number, or the same value on every line
   */
  public static Series read(Path file, String name, String unit) {
    TextFile.requireContent(file);
    DoubleStream.Builder builder = DoubleStream.builder();
    long line = 1;
    try (BufferedReader reader = TextFile.open(file)) {
      requireHeader(file, reader.readLine());
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        line++;
        builder.add(value(file, line, text));
      }
    } catch (IOException e) {
      throw TextFile.unreadable(file, e);
    }
    TextFile.requireLineBreakAtEnd(file, line);
    double[] values = builder.build().toArray();
    requireVariation(file, values);
    return new Series(name, unit, new Clock(0, INTERVAL), values);
  }

  private static double value(Path file, long line, String text) {
    if (text.isBlank()) {
      throw new DataException(file + ":" + line
          + ": a blank line where a value belongs, which would shift all later times; fetch the file again.");
    }
    return NumberText.parse(text, file + ":" + line);
  }

  private static void requireHeader(Path file, String header) {
    try {
      NumberText.parse(header, "");
    } catch (DataException expected) {
      return;
    }
    throw new DataException(("%s:1: the number '%s' where the header line belongs; its first lines are missing:"
        + " fetch the file again.")
        .formatted(file, header.strip()));
  }

  private static void requireVariation(Path file, double[] values) {
    if (values.length < 2) {
      throw new DataException("%s: %d values under the header; a series needs two or more: fetch the file again."
          .formatted(file, values.length));
    }
    if (Arrays.stream(values).allMatch(value -> value == values[0])) {
      throw new DataException("%s: all %d values are %s; a constant series carries no information: give another file."
          .formatted(file, values.length, values[0]));
    }
  }
}
