package faultslip.data;

import faultslip.ServiceRegistry;
import faultslip.series.Recording;
import faultslip.series.Series;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A form in which laboratories and simulations write their recordings. One's own is a class and a line in {@code
 * META-INF/services/faultslip.data.RecordingFormat}.
 */
public interface RecordingFormat {

  /**
   * Columns of numbers that a recording is made of, each row at its time.
   *
   * @param times of the rows, in seconds, strictly increasing
   * @param columns by name, of as many values as there are times
   * @param places where a row stands, for messages: "file:line"
   * @param form in what form they were written, in a few words for their user; "" if there is nothing to say
   * @param remarks what a reader must know of these numbers, a line each; empty if nothing
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them, and a copy a call would be large.
  record TimedColumns(double[] times, Map<String, double[]> columns, IntFunction<String> places, String form,
      List<String> remarks) {
    /** Nothing that is recorded, in whatever unit, is larger. */
    static final double LARGEST = 1e30;

    /** @throws DataException if a value is not finite, or absurd: beyond ±1e30 */
    public TimedColumns {
      columns.forEach((name, values) -> IntStream.range(0, values.length)
          .filter(row -> !(Math.abs(values[row]) <= LARGEST)).findFirst().ifPresent(row -> {
            throw refusal(places, row, name, "%s is no value that can have been recorded; correct it, name it as a "
                + "missing value or cut that part out", values[row]);
          }));
    }

    /** Without words for their form. */
    public TimedColumns(double[] times, Map<String, double[]> columns, IntFunction<String> places,
        List<String> remarks) {
      this(times, columns, places, "", remarks);
    }

    /** A copy of a column; a {@link DataException} if there is none of that name. */
    public double[] column(String name) {
      DataException.require(columns.containsKey(name), "%s: no column '%s'; there are %s.", places.apply(0), name,
          columns.keySet());
      return columns.get(name).clone();
    }

    /** What is wrong with a value, where it stands, and the remedy. */
    DataException refusal(int row, String column, String what, Object... values) {
      return refusal(places, row, column, what, values);
    }

    /**
     * A recording of two of the columns on a regular clock; a {@link DataException} if one is constant, nothing was
     * recorded for more than three intervals, or there is no such column.
     *
     * @param name of the recording
     * @param named which columns; their names become those of the series
     */
    public Recording recording(String name, RecordingCsv.Columns named) {
      RegularSampling sampling = sampling(named.time());
      return new Recording(name, series(sampling, named.emission()), series(sampling, named.fault()));
    }

    /** All of them on the regular clock of their times, whose column has that name. */
    public RegularSampling sampling(String time) {
      return new RegularSampling(this, time, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }

    private Series series(RegularSampling sampling, String column) {
      sampling.requireVariation(column);
      return new Series(column, "", sampling.clock(), sampling.apply(column(column)));
    }

    private static DataException refusal(IntFunction<String> places, int row, String column, String what,
        Object... values) {
      return new DataException("%s, column '%s': %s."
          .formatted(places.apply(row), column, TextTable.text(what, values)));
    }
  }

  /** What study files call it: "csv". */
  String id();

  /** What names of its files end with, so that they need not be told: ".h5". */
  default List<String> endings() {
    return List.of();
  }

  /** What its files are called in a study file, for instance {@code Vx}; a single one is called {@code file}. */
  default List<String> roles() {
    return List.of("file");
  }

  /** Names of the options that a study file may give. */
  default List<String> options() {
    return List.of();
  }

  /**
   * The columns that a file has, so that a study can be checked before it is read.
   *
   * @param files those that are there, by role; may be none
   * @return empty if that cannot be told
   * @throws DataException if a file is damaged
   */
  default Optional<List<String>> columns(Map<String, Path> files) {
    return Optional.empty();
  }

  /** As the other, of files whose study gives options. */
  default Optional<List<String>> columns(Map<String, Path> files, Map<String, String> options) {
    return columns(files);
  }

  /** Reads some columns; a {@link DataException} if a file is missing or damaged, or lacks one. */
  TimedColumns read(Request request);

  /** Options, if the format has all of them; else a {@link DataException} that lists those it has. */
  default Map<String, String> checked(Map<String, String> options) {
    Map<String, String> given = options == null ? Map.of() : options;
    given.keySet().stream().filter(option -> !options().contains(option)).findFirst().ifPresent(option -> {
      throw new DataException("Option '%s' is unknown; format %s has %s.".formatted(option, id(),
          options().isEmpty() ? "no options" : String.join(", ", options())));
    });
    return given;
  }

  /**
   * What is wanted.
   *
   * @param files by role
   * @param time column of the time, "" where the format has a clock of its own
   * @param secondsPerUnit of that column
   * @param columns names of the others
   * @param options by name
   */
  record Request(Map<String, Path> files, String time, double secondsPerUnit, List<String> columns,
      Map<String, String> options) {}

  /** The format of a file by the end of its name; CSV and its relatives where no other claims that. */
  static RecordingFormat of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return ServiceRegistry.of(RecordingFormat.class, "format of recordings", RecordingFormat::id).all().stream()
        .filter(format -> format.endings().stream().anyMatch(name::endsWith)).findFirst()
        .orElseGet(RecordingCsv::new);
  }

  /** The format of an id; where there is none, the message of the refusal lists those there are. */
  static RecordingFormat named(String id) {
    return ServiceRegistry.of(RecordingFormat.class, "format of recordings", RecordingFormat::id).get(id);
  }
}
