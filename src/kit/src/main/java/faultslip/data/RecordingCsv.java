package faultslip.data;

import faultslip.AtomicFile;
import faultslip.series.Recording;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.IOUtils;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/**
 * Recordings as texts of columns, a row a sample: comma-separated values and their relatives. Separator, decimal mark,
 * encoding, compression and the lines above the values are found; options {@code separator}, {@code decimal},
 * {@code header} and {@code missing} name what is not. Blank lines and comments are passed over.
 */
public final class RecordingCsv implements RecordingFormat {
  /** So many letters tell the form. */
  private static final int BEGINNING = 1 << 16;
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

  @Override
  public String id() {
    return "csv";
  }

  @Override
  public List<String> options() {
    return NamedForm.OPTIONS;
  }

  @Override
  public Optional<List<String>> columns(Map<String, Path> files, Map<String, String> options) {
    NamedForm named = NamedForm.of(options);
    return Optional.ofNullable(files.get("file"))
        .map(file -> DataFile.text(file, text -> form(file, text, List.of(), named).names()));
  }

  @Override
  public TimedColumns read(Request request) {
    NamedForm named = NamedForm.of(request.options());
    List<String> names = Stream.concat(Stream.of(request.time()), request.columns().stream()).toList();
    return table(request.files().get("file"), names, named, true).finished().sound(named)
        .timed(request.secondsPerUnit());
  }

  /**
   * Reads a recording. Values at regular times are taken as they stand; others are linearly interpolated on a regular
   * clock whose interval is that of the whole file.
   *
   * @param file in any form that is found; times in seconds; further columns are passed over
   * @throws DataException if the file is missing, empty, lacks a column, has a line with too few or too many fields, a
   *     value that is not a finite number, a time that does not increase, a gap of more than three intervals, a
   *     constant column, or fewer than two rows
   */
  public static Recording read(Path file, String name, Columns columns) {
    return table(file, List.of(columns.time(), columns.emission(), columns.fault()), NamedForm.of(Map.of()), true)
        .timed(1).recording(name, columns);
  }

  /**
   * Reads some columns of a file that is known to be separated by commas; others are passed over unread. A {@link
   * DataException} if the file is missing or empty, a column is missing or there twice, a line has too few or too many
   * fields, a value is not a finite number, or there are fewer than two rows.
   */
  static TableRows rows(Path file, List<String> names) {
    return table(file, names, NamedForm.of(Map.of("separator", "comma", "decimal", "point")), false);
  }

  // With times, the first of the columns may hold dates or times of day.
  private static TableRows table(Path file, List<String> names, NamedForm named, boolean hasTimes) {
    KeptRows kept = new KeptRows(names.size());
    RowReader read = pass(file, names, named, hasTimes, kept);
    TableRows rows = new TableRows(file, read.words(), read.unit(), names, kept.columns(), kept.lines());
    DataException.require(rows.length() >= 2, "%s: %d rows of values under the header; a recording needs two or "
        + "more: fetch or export the file again.", file, rows.length());
    return rows;
  }

  /** Reads some columns row by row, as {@link #rows}, and says in what form they were. */
  static RowReader pass(Path file, List<String> names, NamedForm named, boolean hasTimes, RowReader.Sink sink) {
    return DataFile.text(file, text -> pass(file, text, names, named, hasTimes, sink));
  }

  private static TableForm form(Path file, BufferedReader text, List<String> wanted, NamedForm named)
      throws IOException {
    text.mark(BEGINNING + 1);
    char[] letters = new char[BEGINNING];
    int length = IOUtils.read(text, letters);
    text.reset();
    String beginning = new String(letters, 0, length);
    TableForm form = TableForm.of(length < BEGINNING ? beginning
        : beginning.substring(0, beginning.lastIndexOf('\n') + 1), wanted, named);
    DataException.require(!form.names().isEmpty(), "%s: no line but blank ones; fetch or export the file again.", file);
    return form;
  }

  private static RowReader pass(Path file, BufferedReader text, List<String> names, NamedForm named, boolean hasTimes,
      RowReader.Sink sink) throws IOException {
    TableForm form = form(file, text, names, named);
    List<String> header = form.names();
    names.stream().filter(name -> Collections.frequency(header, name) != 1).findFirst().ifPresent(name -> {
      throw new DataException(file + ":" + Math.max(1, form.headerLine()) + ": " + (header.contains(name)
          ? "column '%s' is there twice; rename or remove one of the two.".formatted(name)
          : "no column '%s'; the columns are '%s': name one of them or give another file."
              .formatted(name, String.join("', '", header))));
    });
    for (long line = 0; line < form.linesAbove(); line++) {
      text.readLine();
    }
    RowReader reader = new RowReader(file, form, names, named, hasTimes, sink);
    long line = form.linesAbove();
    try (CSVParser parser = form.format().parse(text)) {
      for (CSVRecord row : parser) {
        line = form.linesAbove() + parser.getCurrentLineNumber();
        reader.add(form.fields(row), line);
      }
    } catch (UncheckedIOException e) {
      // The parser itself fails at quotation marks alone.
      throw e.getCause() instanceof CSVException || e.getMessage().contains("token") ? new DataException(
          "%s:%d: a quotation mark opens there and does not close before a separator; remove it or close it."
              .formatted(file, filledLine(file, line)), e) : e;
    }
    return reader;
  }

  // The first line behind another that is not blank.
  private static long filledLine(Path file, long line) {
    return DataFile.text(file, text -> line + 1 + text.lines().skip(line).takeWhile(String::isBlank).count());
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
