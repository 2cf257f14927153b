package faultslip.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Comma-separated values with a header line and a row a sample; compressed if the file's name ends with {@code .xz}.
 */
public final class CsvFormat implements RecordingFormat {
  // Blank lines carry nothing and are skipped; the header is read by hand, to say which columns are there.
  private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

  /** Made by the service loader. */
  public CsvFormat() {}

  @Override
  public String id() {
    return "csv";
  }

  @Override
  public Optional<List<String>> columns(Map<String, Path> files) {
    return Optional.ofNullable(files.get("file"))
        .map(file -> DataFile.text(file, reader -> header(file, CSVParser.parse(reader, FORMAT).iterator())));
  }

  @Override
  public TimedColumns read(Request request) {
    Path file = request.files().get("file");
    List<Long> lines = new ArrayList<>();
    TimedColumns table = read(file, lines, request.time(), request.secondsPerUnit(), request.columns());
    // The last number of a file that was cut may be cut itself; a compressed one is held by its own checksums.
    if (!DataFile.isCompressed(file)) {
      DataFile.requireLineBreakAtEnd(file, lines.get(lines.size() - 1));
    }
    return table;
  }

  /**
   * Reads some columns; others are passed over unread.
   *
   * @param lines gets where the rows stand, the header being line 1
   * @param time column of the times
   * @param secondsPerUnit of the times as they are written
   * @throws DataException if the file is missing or empty, a column is missing or there twice, a line has too few or
   *     too many fields, a value is not a finite number, a time does not exceed the one before it, or there are fewer
   *     than two rows
   */
  static TimedColumns read(Path file, List<Long> lines, String time, double secondsPerUnit, List<String> others) {
    List<String> names = Stream.concat(Stream.of(time), others.stream()).toList();
    List<double[]> rows = DataFile.text(file, reader -> rows(file, lines, names, CSVParser.parse(reader, FORMAT)));
    if (rows.size() < 2) {
      throw new DataException(("%s: %d rows of values under the header; a recording needs two or more: fetch or"
          + " export the file again.").formatted(file, rows.size()));
    }
    IntFunction<double[]> column = index -> rows.stream().mapToDouble(row -> row[index]).toArray();
    Map<String, double[]> columns = new HashMap<>();
    names.forEach(name -> columns.put(name, column.apply(names.indexOf(name))));
    double[] times = rows.stream().mapToDouble(row -> row[0] * secondsPerUnit).toArray();
    TimedColumns table = new TimedColumns(times, columns, row -> file + ":" + lines.get(row), List.of());
    for (int row = 1; row < times.length; row++) {
      if (times[row] <= times[row - 1]) {
        throw new DataException("%s: %s s follows %s s; times must increase: sort the lines or remove the repeated one."
            .formatted(table.where(row, time), times[row], times[row - 1]));
      }
    }
    return table;
  }

  private static List<double[]> rows(Path file, List<Long> lines, List<String> names, CSVParser parser) {
    Iterator<CSVRecord> records = parser.iterator();
    List<String> header = header(file, records);
    int[] positions = names.stream().mapToInt(name -> position(file, header, name)).toArray();
    List<double[]> rows = new ArrayList<>();
    while (records.hasNext()) {
      CSVRecord row = records.next();
      long line = parser.getCurrentLineNumber();
      if (row.size() != header.size()) {
        throw new DataException(("%s:%d: %d fields, but the header names %d columns; the line is %s: fetch or"
            + " export the file again.").formatted(file, line, row.size(), header.size(),
                row.size() < header.size() ? "cut short" : "too long"));
      }
      double[] values = new double[positions.length];
      for (int i = 0; i < positions.length; i++) {
        values[i] = DataFile.number(row.get(positions[i]), file + ":" + line + ", column '" + names.get(i) + "'");
      }
      rows.add(values);
      lines.add(line);
    }
    return rows;
  }

  private static List<String> header(Path file, Iterator<CSVRecord> records) {
    if (!records.hasNext()) {
      throw new DataException(file + ": no line but blank ones; fetch or export the file again.");
    }
    return records.next().stream().map(String::strip).toList();
  }

  private static int position(Path file, List<String> header, String name) {
    int position = header.indexOf(name);
    if (position < 0) {
      throw new DataException("%s:1: no column '%s'; the columns are '%s': name one of them or give another file."
          .formatted(file, name, String.join("', '", header)));
    }
    if (position != header.lastIndexOf(name)) {
      throw new DataException("%s:1: column '%s' is there twice; rename or remove one of the two."
          .formatted(file, name));
    }
    return position;
  }
}
