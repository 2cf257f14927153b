package faultslip.data;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Named columns of finite numbers out of a CSV file with a header line, each row with the line it came from. */
final class NumericTable {
  // Blank lines carry nothing and are skipped; the header is read by hand, to say which columns are there.
  private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

  private final Path file;
  private final List<String> names;
  private final List<double[]> rows = new ArrayList<>();
  private final List<Long> lines = new ArrayList<>();

  private NumericTable(Path file, List<String> names) {
    this.file = file;
    this.names = names;
  }

  /**
   * Reads some columns, in the order asked for; others are passed over unread.
   *
   * @throws DataException if the file is missing or empty, a column is missing or there twice, a line has too few or
   *     too many fields, a value is not a finite number, or there are fewer than two rows
   */
  static NumericTable read(Path file, List<String> wanted) {
    TextFile.requireContent(file);
    NumericTable table = new NumericTable(file, List.copyOf(wanted));
    try (Reader reader = TextFile.open(file); CSVParser parser = CSVParser.parse(reader, FORMAT)) {
      Iterator<CSVRecord> records = parser.iterator();
      List<String> header = header(file, records);
      int[] positions = wanted.stream().mapToInt(name -> position(file, header, name)).toArray();
      while (records.hasNext()) {
        table.add(records.next(), parser.getCurrentLineNumber(), header.size(), positions);
      }
    } catch (IOException | UncheckedIOException e) {
      throw TextFile.unreadable(file, e);
    }
    if (table.rows() < 2) {
      throw new DataException(("%s: %d rows of values under the header; a recording needs two or more: fetch or"
          + " export the file again.")
          .formatted(file, table.rows()));
    }
    return table;
  }

  /**
   * Names of the columns that a file has.
   *
   * @throws DataException if the file is missing or empty
   */
  static List<String> columns(Path file) {
    TextFile.requireContent(file);
    try (Reader reader = TextFile.open(file); CSVParser parser = CSVParser.parse(reader, FORMAT)) {
      return header(file, parser.iterator());
    } catch (IOException | UncheckedIOException e) {
      throw TextFile.unreadable(file, e);
    }
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

  private void add(CSVRecord row, long line, int fields, int[] positions) {
    if (row.size() != fields) {
      throw new DataException(("%s:%d: %d fields, but the header names %d columns; the line is %s: fetch or"
          + " export the file again.")
          .formatted(file, line, row.size(), fields, row.size() < fields ? "cut short" : "too long"));
    }
    double[] values = new double[positions.length];
    for (int i = 0; i < positions.length; i++) {
      values[i] = NumberText.parse(row.get(positions[i]), file + ":" + line + ", column '" + names.get(i) + "'");
    }
    rows.add(values);
    lines.add(line);
  }

  int rows() {
    return rows.size();
  }

  Path file() {
    return file;
  }

  /** The line a row stands on, the header being line 1. */
  long line(int row) {
    return lines.get(row);
  }

  /** The values of one of the columns asked for. */
  double[] column(String name) {
    int index = names.indexOf(name);
    return rows.stream().mapToDouble(row -> row[index]).toArray();
  }

  /** "file:line, column 'name'", for messages. */
  String where(int row, String column) {
    return file + ":" + line(row) + ", column '" + column + "'";
  }
}
