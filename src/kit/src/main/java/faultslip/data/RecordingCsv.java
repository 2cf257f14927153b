package faultslip.data;

import faultslip.AtomicFile;
import faultslip.series.Recording;
import faultslip.series.Series;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/**
 * Recordings as comma-separated values, a header line and a row a sample; compressed if the file's name ends with
 * {@code .xz}. Blank lines are passed over.
 */
public final class RecordingCsv implements RecordingFormat {
  private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true)
      .setHeader().setSkipHeaderRecord(true).setAllowMissingColumnNames(true).get();
  private static final int TIME_DIGITS = 10;

  /**
   * Which columns of a file make a recording. Their names become those of the series.
   *
   * @param time column of times, in seconds
   * @param emission column of the acoustic emission as the network takes it, usually already a logarithm
   * @param fault column of the fault's state: friction coefficient or shear stress
   */
  public record Columns(String time, String emission, String fault) {

    /** @throws DataException if a name is blank or two are the same */
    public Columns {
      List<String> names = List.of(time, emission, fault);
      DataException.require(names.stream().noneMatch(String::isBlank) && Set.copyOf(names).size() == names.size(),
          "Columns '%s', '%s' and '%s'; give three different names for time, emission and fault.", names.toArray());
    }
  }

  /**
   * Rows of numbers under a header, two or more: names of the columns that were asked for, in the order of the values
   * in a row, and lines that the rows stand on, the header being line 1.
   */
  record Rows(Path file, List<String> names, List<double[]> values, List<Long> lines) {

    double[] column(String name) {
      int index = names.indexOf(name);
      return values.stream().mapToDouble(row -> row[index]).toArray();
    }

    String place(int row) {
      return file + ":" + lines.get(row);
    }

    /** Refuses a file whose last number may have lost digits. A compressed file is held by its own checksums. */
    Rows finished() {
      DataException.require(DataFile.isCompressed(file) || DataFile.endsWithLineBreak(file), "%s: the last line has no"
          + " line break, so its last number may be cut short; fetch or export the file again.",
          place(lines.size() - 1));
      return this;
    }

    /** The rows at their times, which are the first column; refuses a time that does not exceed the one before it. */
    TimedColumns timed(double secondsPerUnit) {
      double[] times = values.stream().mapToDouble(row -> row[0] * secondsPerUnit).toArray();
      TimedColumns table = new TimedColumns(times,
          names.stream().distinct().collect(Collectors.toMap(Function.identity(), this::column)), this::place,
          List.of());
      IntStream.range(1, times.length).filter(row -> times[row] <= times[row - 1]).findFirst().ifPresent(row -> {
        throw table.refusal(row, names.get(0), "%s s follows %s s; times must increase: sort the lines or remove the "
            + "repeated one", times[row], times[row - 1]);
      });
      return table;
    }
  }

  @Override
  public String id() {
    return "csv";
  }

  @Override
  public Optional<List<String>> columns(Map<String, Path> files) {
    return Optional.ofNullable(files.get("file"))
        .map(file -> DataFile.text(file, text -> parser(file, text).getHeaderNames()));
  }

  @Override
  public TimedColumns read(Request request) {
    List<String> names = Stream.concat(Stream.of(request.time()), request.columns().stream()).toList();
    return rows(request.files().get("file"), names).finished().timed(request.secondsPerUnit());
  }

  /**
   * Reads a recording. Values at regular times are taken as they stand; others are linearly interpolated on a regular
   * clock whose interval is the median one of the file.
   *
   * @param file with decimal points, in UTF-8; further columns are passed over
   * @throws DataException if the file is missing, empty, lacks a column, has a line with too few or too many fields, a
   *     value that is not a finite number, a time that does not increase, a gap of more than three intervals, a
   *     constant column, or fewer than two rows
   */
  public static Recording read(Path file, String name, Columns columns) {
    TimedColumns table = rows(file, List.of(columns.time(), columns.emission(), columns.fault())).timed(1);
    RegularSampling sampling = new RegularSampling(table, columns.time(), OptionalDouble.empty(),
        OptionalDouble.empty(), OptionalDouble.empty());
    return new Recording(name, series(table, sampling, columns.emission()), series(table, sampling, columns.fault()));
  }

  private static Series series(TimedColumns table, RegularSampling sampling, String column) {
    sampling.requireVariation(column);
    return new Series(column, "", sampling.clock(), sampling.apply(table.column(column)));
  }

  /**
   * Reads some columns; others are passed over unread. A {@link DataException} if the file is missing or empty, a
   * column is missing or there twice, a line has too few or too many fields, a value is not a finite number, or there
   * are fewer than two rows.
   */
  static Rows rows(Path file, List<String> names) {
    Rows rows = DataFile.text(file, text -> rows(file, names, parser(file, text)));
    DataException.require(rows.values().size() >= 2, "%s: %d rows of values under the header; a recording needs two or "
        + "more: fetch or export the file again.", file, rows.values().size());
    return rows;
  }

  private static CSVParser parser(Path file, Reader text) throws IOException {
    CSVParser parser = FORMAT.parse(text);
    DataException.require(!parser.getHeaderNames().isEmpty(),
        "%s: no line but blank ones; fetch or export the file again.", file);
    return parser;
  }

  private static Rows rows(Path file, List<String> names, CSVParser parser) {
    List<String> header = parser.getHeaderNames();
    names.stream().filter(name -> Collections.frequency(header, name) != 1).findFirst().ifPresent(name -> {
      throw new DataException(file + ":1: " + (header.contains(name)
          ? "column '%s' is there twice; rename or remove one of the two.".formatted(name)
          : "no column '%s'; the columns are '%s': name one of them or give another file."
              .formatted(name, String.join("', '", header))));
    });
    Rows rows = new Rows(file, names, new ArrayList<>(), new ArrayList<>());
    for (CSVRecord row : parser) {
      String place = file + ":" + parser.getCurrentLineNumber();
      DataException.require(row.size() == header.size(), "%s: %d fields, but the header names %d columns; the line is "
          + "%s: fetch or export the file again.", place, row.size(), header.size(),
          row.size() < header.size() ? "cut short" : "too long");
      rows.values().add(names.stream()
          .mapToDouble(name -> DataFile.number(row.get(name), place + ", column '" + name + "'")).toArray());
      rows.lines().add(parser.getCurrentLineNumber());
    }
    return rows;
  }

  /**
   * Writes a recording with rounded numbers, to the same bytes on every machine. The file appears when it is whole.
   *
   * @param file replaced if it is there; its folder is made if it is not
   * @param columns the names of the columns; units are not written
   * @param digits significant digits of emission and fault state, 1 to 17, which give every bit back; times have ten
   * @throws faultslip.FaultslipException if the file cannot be written, or the digits are out of range
   */
  public static void write(Recording recording, Path file, Columns columns, int digits) {
    DataException.require(digits >= 1 && digits <= 17, "%s significant digits for %s; give 1 to 17.", digits, file);
    write(file, List.of(columns.time(), columns.emission(), columns.fault()),
        IntStream.range(0, recording.length()).mapToObj(i -> new double[] {recording.clock().timeOf(i),
            recording.emission().value(i), recording.fault().value(i)}), digits);
  }

  /**
   * Writes rows of numbers under a header, the time first, as the other.
   *
   * @param names of the columns, the first that of the time
   * @param rows finite numbers, as many in each as there are names; taken one by one
   */
  public static void write(Path file, List<String> names, Stream<double[]> rows, int digits) {
    AtomicFile.write(file, stream -> print(
        DataFile.isCompressed(file) ? new XZOutputStream(stream, new LZMA2Options()) : stream, names, rows, digits));
  }

  private static void print(OutputStream stream, List<String> names, Stream<double[]> rows, int digits)
      throws IOException {
    try (Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180)) {
      printer.printRecord(names);
      for (double[] row : (Iterable<double[]>) rows::iterator) {
        printer.printRecord(IntStream.range(0, row.length)
            .mapToObj(i -> rounded(row[i], i == 0 ? TIME_DIGITS : digits)));
      }
    }
  }

  // Not by Double.toString, whose digits differ between Java 17 and 19.
  private static String rounded(double value, int digits) {
    return new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros().toString();
  }
}
