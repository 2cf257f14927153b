package faultslip.data;

import faultslip.data.RecordingFormat.TimedColumns;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Columns of numbers that a file holds side by side, two rows or more.
 *
 * @param form in words, for its user
 * @param unit of the first column as the file gives it; "" if it does not
 * @param names of the columns that were asked for
 * @param columns in that order
 * @param lines that the rows stand on; empty where a file has no lines, and rows are counted from 0
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
record TableRows(Path file, String form, String unit, List<String> names, List<double[]> columns, int[] lines) {
  /** A unit of times that are seconds whatever the user says: they were dates. */
  static final String IN_SECONDS = "ISO 8601";
  private static final Map<String, Double> SECONDS = Map.of("s", 1.0, "sec", 1.0, "ms", 1e-3, "us", 1e-6, "µs", 1e-6,
      "μs", 1e-6, "min", 60.0, "h", 3600.0);
  private static final int SHOWN = 3;

  int length() {
    return columns.get(0).length;
  }

  int line(int row) {
    return lines[row];
  }

  double[] column(String name) {
    return columns.get(names.indexOf(name));
  }

  String place(int row) {
    return lines.length == 0 ? file + ", row " + row : file + ":" + lines[row];
  }

  /** Refuses a file whose last number may have lost digits. One that is compressed is held by its own checksums. */
  TableRows finished() {
    requireFinished(file, place(length() - 1));
    return this;
  }

  /** Refuses a file as the other does, which names a place. */
  static void requireFinished(Path file, String last) {
    DataException.require(PackedFile.isPacked(file) || DataFile.endsWithLineBreak(file), "%s: the last line has no"
        + " line break, so its last number may be cut short; fetch or export the file again.", last);
  }

  /** Refuses what looks like a code for missing values, far from all others, where nobody has said that it is none. */
  TableRows sound(NamedForm named) {
    if (named.missing().isEmpty()) {
      names.stream().skip(1).forEach(this::requireNoCode);
    }
    return this;
  }

  private void requireNoCode(String name) {
    double[] values = column(name);
    MissingCodes codes = new MissingCodes(name);
    IntStream.range(0, values.length).forEach(row -> codes.see(values[row], row));
    codes.require(this::place);
  }

  /**
   * The rows at their times, which are the first column; a {@link DataException} if a time does not exceed the one
   * before it, or the file gives another unit.
   */
  TimedColumns timed(double secondsPerUnit) {
    double scale = seconds(unit, secondsPerUnit, place(0) + ", column '" + names.get(0) + "'");
    double[] times = Arrays.stream(columns.get(0)).map(time -> time * scale).toArray();
    int[] repeats = IntStream.range(1, times.length).filter(row -> times[row] == times[row - 1]).toArray();
    int[] resets = IntStream.range(1, times.length).filter(row -> times[row] < times[row - 1]).toArray();
    IntStream.concat(IntStream.of(repeats), IntStream.of(resets)).min().ifPresent(row -> {
      throw new DataException("%s, column '%s': %s s follows %s s; times must increase: %s%s.".formatted(place(row),
          names.get(0), times[row], times[row - 1], repeats.length > times.length / SHOWN
          ? "too few digits are written for this rate, export the times with more" : "sort the lines or remove the "
          + "repeated one", repeats.length + resets.length == 1 ? ""
          : " (" + places("repeat", repeats) + ", " + places("reset", resets) + ")"));
    });
    return new TimedColumns(times,
        names.stream().distinct().collect(Collectors.toMap(Function.identity(), this::column)), this::place, form,
        List.of());
  }

  /** Seconds that a unit has; a {@link DataException} if a file gives times in another one than asked for. */
  static double seconds(String unit, double asked, String place) {
    DataException.require(SECONDS.getOrDefault(unit, asked) == asked, "%s: the file gives these times in %s, which is "
        + "not what was asked for; say unit: %s in a study file, or --unit %s.", place, unit, unit, unit);
    return unit.equals(IN_SECONDS) ? 1 : asked;
  }

  private String places(String what, int[] rows) {
    return TextTable.text("%,d %s%s%s%s", rows.length, what, rows.length == 1 ? "" : "s",
        rows.length == 0 ? "" : lines.length == 0 ? " at rows " : " at lines ",
        IntStream.of(rows).limit(SHOWN).mapToObj(row -> String.valueOf(lines.length == 0 ? row : lines[row]))
        .collect(Collectors.joining(", ")) + (rows.length > SHOWN ? ", ..." : ""));
  }
}
