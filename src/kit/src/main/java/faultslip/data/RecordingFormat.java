package faultslip.data;

import faultslip.ServiceRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

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
   * @param remarks what a reader must know of these numbers, a line each; empty if nothing
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them, and a copy a call would be large.
  record TimedColumns(double[] times, Map<String, double[]> columns, IntFunction<String> places,
      List<String> remarks) {

    /** A copy of a column; a {@link DataException} if there is none of that name. */
    public double[] column(String name) {
      DataException.require(columns.containsKey(name), "%s: no column '%s'; there are %s.", places.apply(0), name,
          columns.keySet());
      return columns.get(name).clone();
    }

    /** What is wrong with a value, where it stands, and the remedy. */
    DataException refusal(int row, String column, String what, Object... values) {
      return new DataException("%s, column '%s': %s."
          .formatted(places.apply(row), column, TextTable.text(what, values)));
    }
  }

  /** What study files call it: "csv". */
  String id();

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

  /** Reads some columns; a {@link DataException} if a file is missing or damaged, or lacks one. */
  TimedColumns read(Request request);

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

  /** The format of an id; where there is none, the message of the refusal lists those there are. */
  static RecordingFormat named(String id) {
    return ServiceRegistry.of(RecordingFormat.class, "format of recordings", RecordingFormat::id).get(id);
  }
}
