package faultslip.data;

import faultslip.data.RecordingFormat.TimedColumns;
import faultslip.series.Clock;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A text of columns too long to be kept: read row by row at every pass, in constant memory.
 *
 * @param request a file and its columns
 */
record LongText(RecordingFormat.Request request) {
  /** Of an interval: a row so near to a tick of the clock is taken as it stands. */
  static final double NEAR = 0.1;
  private static final int LONGEST_GAP = 3;
  private static final int DIGITS = 10;

  /**
   * Reads all of it once for its clock; then its samples. Between rows that are not near a tick of the clock, values
   * are linearly interpolated.
   *
   * @throws DataException if a row cannot be used, or times are not those of a clock
   */
  RecordedSamples samples() {
    Check check = new Check();
    RowReader read = pass(check);
    double unit = TableRows.seconds(read.unit(), request.secondsPerUnit(), file() + ", column '" + request.time()
        + "'");
    Clock clock = check.clock(unit);
    return new RecordedSamples(clock, check.rows, TextTable.text("%s, %,d rows at %s Hz", read.words(), check.rows,
        new BigDecimal(clock.frequency()).round(new MathContext(5)).stripTrailingZeros().toPlainString()),
        sink -> pass(new Ticks(clock, check.rows, unit, sink)));
  }

  private RowReader pass(RowReader.Sink sink) {
    return RecordingCsv.pass(file(), names(), NamedForm.of(request.options()), true, sink);
  }

  private Path file() {
    return request.files().get("file");
  }

  private List<String> names() {
    return Stream.concat(Stream.of(request.time()), request.columns().stream()).toList();
  }

  /** One pass: is each row one that can be used? */
  private final class Check implements RowReader.Sink {
    private final List<MissingCodes> codes = names().stream().map(MissingCodes::new).toList();
    private double first;
    private double last;
    private double emission;
    private boolean varies;
    private double longest;
    private long longestLine;
    private long lastLine;
    private int rows;

    @Override
    public void row(double[] values, long line) {
      for (int i = 1; i < values.length; i++) {
        codes.get(i).see(values[i], (int) line);
        DataException.require(Math.abs(values[i]) <= TimedColumns.LARGEST, "%s:%d, column '%s': %s is no value that "
            + "can have been recorded; correct it, name it as a missing value or cut that part out.", file(), line,
            names().get(i), values[i]);
      }
      if (rows == 0) {
        first = values[0];
        emission = values[1];
      } else {
        double step = values[0] - last;
        DataException.require(step > 0, "%s:%d, column '%s': %s follows %s; times must increase: sort the lines or "
            + "remove the repeated one.", file(), line, request.time(), values[0], last);
        longestLine = step > longest ? line : longestLine;
        longest = Math.max(longest, step);
      }
      varies |= values[1] != emission;
      last = values[0];
      lastLine = line;
      rows++;
    }

    Clock clock(double unit) {
      DataException.require(rows >= 2, "%s: %d rows of values; a recording needs two or more.", file(), rows);
      TableRows.requireFinished(file(), file() + ":" + lastLine);
      DataException.require(varies, "%s, column '%s': constant, %s, which carries no information; choose another "
          + "column or recording.", file(), request.columns().get(0), emission);
      if (NamedForm.of(request.options()).missing().isEmpty()) {
        codes.stream().skip(1).forEach(code -> code.require(line -> file() + ":" + line));
      }
      double interval = new BigDecimal(unit * (last - first) / (rows - 1)).round(new MathContext(DIGITS)).doubleValue();
      DataException.require(unit * longest <= (1 + 1e-9) * LONGEST_GAP * interval, "%s:%d, column '%s': nothing for %s "
          + "s, a gap at an interval of %s s; choose a part without the gap or fill it.", file(), longestLine,
          request.time(), (float) (unit * longest), (float) interval);
      return new Clock(unit * first, interval);
    }
  }

  /** Takes rows to the ticks of a clock. */
  private static final class Ticks implements RowReader.Sink {
    private final Clock clock;
    private final int length;
    private final double secondsPerUnit;
    private final RecordedSamples.Sink sink;
    private double[] before;
    private int next;

    Ticks(Clock clock, int length, double secondsPerUnit, RecordedSamples.Sink sink) {
      this.clock = clock;
      this.length = length;
      this.secondsPerUnit = secondsPerUnit;
      this.sink = sink;
    }

    @Override
    public void row(double[] values, long line) {
      double near = NEAR * clock.interval();
      double now = secondsPerUnit * values[0];
      while (next < length && clock.timeOf(next) <= now + near) {
        double tick = clock.timeOf(next);
        double then = before == null ? now : secondsPerUnit * before[0];
        double weight = now - tick <= near ? 1 : (tick - then) / (now - then);
        double[] earlier = before == null ? values : before;
        sink.sample(IntStream.range(1, values.length)
            .mapToDouble(i -> weight == 1 ? values[i] : earlier[i] + weight * (values[i] - earlier[i])).toArray());
        next++;
      }
      before = values;
    }
  }
}
