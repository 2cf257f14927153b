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
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Reads and writes recordings as CSV, a header line and a row a sample: how the kit takes a recording of your own. */
public final class RecordingCsv {
  private static final int TIME_DIGITS = 10;

  private RecordingCsv() {}

  /**
   * Reads a recording. Values at regular times are taken as they stand; others are linearly interpolated on a regular
   * clock whose interval is the median one of the file.
   *
   * @param file comma-separated, decimal points, UTF-8, compressed if its name ends with {@code .xz}; further columns
   *     are passed over
   * @param name the recording's name
   * @param columns which columns to read
   * @throws DataException if the file is missing, empty, lacks a column, has a line with too few or too many fields, a
   * value that is not a finite number, a time that does not increase, a gap of more than three intervals, a constant
   * column, or fewer than two rows
   */
  public static Recording read(Path file, String name, RecordingColumns columns) {
    TimedTable table = new TimedTable(
        NumericTable.read(file, List.of(columns.time(), columns.emission(), columns.fault())), columns.time(), 1);
    RegularSampling sampling =
        new RegularSampling(table, columns.time(), OptionalDouble.empty(), OptionalDouble.empty(),
        OptionalDouble.empty());
    sampling.requireVariation(columns.emission());
    sampling.requireVariation(columns.fault());
    return new Recording(name,
        new Series(columns.emission(), columns.emissionUnit(), sampling.clock(),
        sampling.apply(table.column(columns.emission()))),
        new Series(columns.fault(), columns.faultUnit(), sampling.clock(),
            sampling.apply(table.column(columns.fault()))));
  }

  /**
   * Writes a recording so that {@link #read} gives its values back to the last bit. The file appears when it is whole.
   *
   * @param recording what to write
   * @param file where to, compressed if its name ends with {@code .xz}; replaced if it is there; its folder is made if
   *     it is not
   * @param columns the names of the columns; units are not written
   * @throws DataException if the file cannot be written
   */
  public static void write(Recording recording, Path file, RecordingColumns columns) {
    write(recording, file, columns, Double::toString, Double::toString);
  }

  /**
   * Writes a recording with rounded numbers, to the same bytes on every machine.
   *
   * @param digits significant digits of emission and fault state, 1 to 17; times have ten
   * @throws DataException if the file cannot be written, or the digits are out of range
   */
  public static void write(Recording recording, Path file, RecordingColumns columns, int digits) {
    if (digits < 1 || digits > 17) {
      throw new DataException(digits + " significant digits for " + file + "; give 1 to 17.");
    }
    write(recording, file, columns, time -> rounded(time, TIME_DIGITS), value -> rounded(value, digits));
  }

  // Not by Double.toString, whose digits differ between Java 17 and 19.
  private static String rounded(double value, int digits) {
    return new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros().toString();
  }

  private static void write(Recording recording, Path file, RecordingColumns columns,
      DoubleFunction<String> time, DoubleFunction<String> value) {
    try {
      AtomicFile.write(file, stream -> print(recording,
          TextFile.isCompressed(file) ? new XZOutputStream(stream, new LZMA2Options()) : stream, columns, time, value));
    } catch (FaultslipException e) {
      throw new DataException(
          file + ": cannot be written (" + FailureReason.of(e) + "); choose a folder you may write to.", e);
    }
  }

  private static void print(Recording recording, OutputStream stream, RecordingColumns columns,
      DoubleFunction<String> time, DoubleFunction<String> value) throws IOException {
    try (Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180)) {
      printer.printRecord(columns.time(), columns.emission(), columns.fault());
      for (int i = 0; i < recording.length(); i++) {
        printer.printRecord(time.apply(recording.clock().timeOf(i)), value.apply(recording.emission().value(i)),
            value.apply(recording.fault().value(i)));
      }
    }
  }
}
