package faultslip.data;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Columns of finite numbers out of a CSV file with a header line, one of them strictly increasing times. */
final class TimedTable implements TimedColumns {
  // Blank lines carry nothing and are skipped; the header is read by hand, to say which columns are there.
  private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

  private final Path file;
  private final List<String> names = new ArrayList<>();
  private final double secondsPerUnit;
  private final List<double[]> rows = new ArrayList<>();
  /** Where the rows stand, the header being line 1. */
  private final List<Long> lines = new ArrayList<>();

  /**
   * Reads some columns; others are passed over unread.
   *
   * @param time column of the times
   * @param secondsPerUnit of the times as they are written
   * @throws DataException if the file is missing or empty, a column is missing or there twice, a line has too few or
   *     too many fields, a value is not a finite number, a time does not exceed the one before it, or there are fewer
   *     than two rows
   */
  TimedTable(Path file, String time, double secondsPerUnit, List<String> others) {
    this.file = file;
    this.secondsPerUnit = secondsPerUnit;
    names.add(time);
    names.addAll(others);
    DataFile.text(file, this::read);
    if (rows.size() < 2) {
      throw new DataException(("%s: %d rows of values under the header; a recording needs two or more: fetch or"
          + " export the file again.").formatted(file, rows.size()));
    }
    double[] times = times();
    for (int row = 1; row < times.length; row++) {
      if (times[row] <= times[row - 1]) {
        throw new DataException("%s: %s s follows %s s; times must increase: sort the lines or remove the repeated one."
            .formatted(where(row, time), times[row], times[row - 1]));
      }
    }
  }

  /**
   * Names of the columns that a file has.
   *
   * @throws DataException if the file is missing or empty
   */
  static List<String> columns(Path file) {
    return DataFile.text(file, reader -> header(file, CSVParser.parse(reader, FORMAT).iterator()));
  }

  private static List<String> header(Path file, Iterator<CSVRecord> records) {
    if (!records.hasNext()) {
      throw new DataException(file + ": no line but blank ones; fetch or export the file again.");
    }
    return records.next().stream().map(String::strip).toList();
  }

  private TimedTable read(Reader reader) throws IOException {
    CSVParser parser = CSVParser.parse(reader, FORMAT);
    Iterator<CSVRecord> records = parser.iterator();
    List<String> header = header(file, records);
    int[] positions = names.stream().mapToInt(name -> position(header, name)).toArray();
    while (records.hasNext()) {
      CSVRecord row = records.next();
      double[] values = new double[positions.length];
      rows.add(values);
      lines.add(parser.getCurrentLineNumber());
      if (row.size() != header.size()) {
        throw new DataException(("%s:%d: %d fields, but the header names %d columns; the line is %s: fetch or"
            + " export the file again.").formatted(file, lastLine(), row.size(), header.size(),
                row.size() < header.size() ? "cut short" : "too long"));
      }
      for (int i = 0; i < positions.length; i++) {
        values[i] = DataFile.number(row.get(positions[i]), where(rows.size() - 1, names.get(i)));
      }
    }
    return this;
  }

  private int position(List<String> header, String name) {
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

  /** The line of the last row. */
  long lastLine() {
    return lines.get(lines.size() - 1);
  }

  @Override
  public double[] times() {
    return rows.stream().mapToDouble(row -> row[0] * secondsPerUnit).toArray();
  }

  @Override
  public double[] column(String name) {
    int index = names.indexOf(name);
    return rows.stream().mapToDouble(row -> row[index]).toArray();
  }

  @Override
  public String where(int row, String column) {
    return file + ":" + lines.get(row) + ", column '" + column + "'";
  }
}
