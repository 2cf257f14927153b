package faultslip.data;

import faultslip.AtomicFile;
import faultslip.FaultslipException;
import faultslip.series.Recording;
import faultslip.series.Series;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Reads and writes recordings as CSV, a header line and a row a sample: how the kit takes a recording of your own. */
public final class RecordingCsv {
  private static final int TIME_DIGITS = 10;

  private RecordingCsv() {}

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
      if (names.stream().anyMatch(String::isBlank) || Set.copyOf(names).size() < names.size()) {
        throw new DataException("Columns '%s', '%s' and '%s'; give three different names for time, emission and fault."
            .formatted(time, emission, fault));
      }
    }
  }

  /**
   * Reads a recording. Values at regular times are taken as they stand; others are linearly interpolated on a regular
   * clock whose interval is the median one of the file.
   *
   * @param file comma-separated, decimal points, UTF-8, compressed if its name ends with {@code .xz}; further columns
   *     are passed over
   * @param name the recording's name
   * @param columns which columns to read
   * @throws DataException if the file is missing, empty, lacks a column, has a line with too few or too many fields, a
   *     value that is not a finite number, a time that does not increase, a gap of more than three intervals, a
   *     constant column, or fewer than two rows
   */
  public static Recording read(Path file, String name, Columns columns) {
    TimedColumns table = CsvFormat.read(file, new ArrayList<>(), columns.time(), 1,
        List.of(columns.emission(), columns.fault()));
    RegularSampling sampling = new RegularSampling(table, columns.time(), OptionalDouble.empty(),
        OptionalDouble.empty(), OptionalDouble.empty());
    return new Recording(name, series(table, sampling, columns.emission()), series(table, sampling, columns.fault()));
  }

  private static Series series(TimedColumns table, RegularSampling sampling, String column) {
    sampling.requireVariation(column);
    return new Series(column, "", sampling.clock(), sampling.apply(table.column(column)));
  }

  /**
   * Writes a recording with rounded numbers, to the same bytes on every machine. The file appears when it is whole.
   *
   * @param file where to, compressed if its name ends with {@code .xz}; replaced if it is there; its folder is made if
   *     it is not
   * @param columns the names of the columns; units are not written
   * @param digits significant digits of emission and fault state, 1 to 17, which give every bit back; times have ten
   * @throws DataException if the file cannot be written, or the digits are out of range
   */
  public static void write(Recording recording, Path file, Columns columns, int digits) {
    if (digits < 1 || digits > 17) {
      throw new DataException(digits + " significant digits for " + file + "; give 1 to 17.");
    }
    try {
      AtomicFile.write(file, stream -> print(recording,
          DataFile.isCompressed(file) ? new XZOutputStream(stream, new LZMA2Options()) : stream, columns, digits));
    } catch (FaultslipException e) {
      throw new DataException("%s: cannot be written (%s); choose a folder you may write to."
          .formatted(file, DataException.reason(e)), e);
    }
  }

  private static void print(Recording recording, OutputStream stream, Columns columns, int digits) throws IOException {
    try (Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180)) {
      printer.printRecord(columns.time(), columns.emission(), columns.fault());
      for (int i = 0; i < recording.length(); i++) {
        printer.printRecord(rounded(recording.clock().timeOf(i), TIME_DIGITS),
            rounded(recording.emission().value(i), digits), rounded(recording.fault().value(i), digits));
      }
    }
  }

  // Not by Double.toString, whose digits differ between Java 17 and 19.
  private static String rounded(double value, int digits) {
    return new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros().toString();
  }
}
