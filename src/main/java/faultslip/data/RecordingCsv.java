package faultslip.data;

import faultslip.AtomicFile;
import faultslip.FaultslipException;
import faultslip.series.Clock;
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
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Reads and writes recordings as CSV, a header line and a row a sample: how the kit takes a recording of your own. */
public final class RecordingCsv {
  private static final int LONGEST_GAP = 3;
  /** Times closer to a regular clock than this part of an interval are taken to be on it. */
  private static final double JITTER = 1e-3;

  private RecordingCsv() {}

  /**
   * Reads a recording. Values at regular times are taken as they stand; others are linearly interpolated on a regular
   * clock whose interval is the median one of the file.
   *
   * @param file comma-separated, decimal points, UTF-8; further columns are passed over
   * @param name the recording's name
   * @param columns which columns to read
   * @throws DataException if the file is missing, empty, lacks a column, has a line with too few or too many fields, a
   *     value that is not a finite number, a time that does not increase, a gap of more than three intervals, a constant
   *     column, or fewer than two rows
   */
  public static Recording read(Path file, String name, RecordingColumns columns) {
    TimedTable table = new TimedTable(
        NumericTable.read(file, List.of(columns.time(), columns.emission(), columns.fault())), columns.time());
    int last = table.rows() - 1;
    table.requireVariation(columns.emission(), 0, last);
    table.requireVariation(columns.fault(), 0, last);
    double[] times = table.times();
    double[] emission = table.column(columns.emission());
    double[] fault = table.column(columns.fault());
    Clock clock = regularClock(times);
    if (!fits(clock, times)) {
      clock = new Clock(times[0], table.medianStep());
      table.requireNoGap(0, last, LONGEST_GAP * clock.interval(), clock.interval());
      int samples = LinearResampling.samplesBefore(times[0], times[last], clock.interval());
      emission = LinearResampling.resample(times, emission, clock, samples);
      fault = LinearResampling.resample(times, fault, clock, samples);
    }
    return new Recording(name, new Series(columns.emission(), columns.emissionUnit(), clock, emission),
        new Series(columns.fault(), columns.faultUnit(), clock, fault));
  }

  private static Clock regularClock(double[] times) {
    double interval = (times[times.length - 1] - times[0]) / (times.length - 1);
    // Ten digits undo the rounding of the written times: 0.1 s comes back as 0.1, not 0.09999999999990905.
    return new Clock(times[0], new BigDecimal(interval).round(new MathContext(10)).doubleValue());
  }

  private static boolean fits(Clock clock, double[] times) {
    for (int i = 0; i < times.length; i++) {
      if (Math.abs(times[i] - clock.timeOf(i)) > JITTER * clock.interval()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Writes a recording so that {@link #read} gives its values back to the last bit. The file appears when it is whole.
   *
   * @param recording what to write
   * @param file where to; replaced if it is there; its folder is made if it is not
   * @param columns the names of the columns; units are not written
   * @throws DataException if the file cannot be written
   */
  public static void write(Recording recording, Path file, RecordingColumns columns) {
    try {
      AtomicFile.write(file, stream -> print(recording, stream, columns));
    } catch (FaultslipException e) {
      throw new DataException(file + ": cannot be written (" + Reason.of(e) + "); choose a folder you may write to.", e);
    }
  }

  private static void print(Recording recording, OutputStream stream, RecordingColumns columns) throws IOException {
    try (Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180)) {
      printer.printRecord(columns.time(), columns.emission(), columns.fault());
      for (int i = 0; i < recording.length(); i++) {
        printer.printRecord(recording.clock().timeOf(i), recording.emission().value(i), recording.fault().value(i));
      }
    }
  }
}
