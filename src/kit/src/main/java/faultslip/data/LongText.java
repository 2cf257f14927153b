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
 * Samples in a text of columns too long to be kept: read row by row at every pass, in constant memory. A row within a
 * tenth of an interval of a tick of the clock is taken as it stands; between rows farther off, values are linearly
 * interpolated.
 */
record LongText(RecordingFormat.Request request, Survey survey) implements RecordedSamples {
  static final double NEAR = 0.1;
  private static final int LONGEST_GAP = 3;
  private static final int DIGITS = 10;

  /** What one pass tells: the clock, and the form in words. */
  record Survey(Clock clock, int length, double secondsPerUnit, String words) {}

  /** One pass over a text: is each row one that can be used? */
  private static final class Check implements RowReader.Sink {
    private final Path file;
    private final List<String> names;
    private final List<MissingCodes> codes;
    private double first;
    private double last;
    private double longest;
    private long longestLine;
    private int rows;

    Check(Path file, List<String> names) {
      this.file = file;
      this.names = names;
      this.codes = names.stream().map(MissingCodes::new).toList();
    }

    @Override
    public void row(double[] values, long line) {
      IntStream.range(1, values.length).forEach(i -> {
        codes.get(i).see(values[i], (int) line);
        DataException.require(Math.abs(values[i]) <= TimedColumns.LARGEST, "%s:%d, column '%s': %s is no value that can "
            + "have been recorded; correct it, name it as a missing value or cut that part out.", file, line,
            names.get(i), values[i]);
      });
      if (rows == 0) {
        first = values[0];
      } else {
        double step = values[0] - last;
        DataException.require(step > 0, "%s:%d, column '%s': %s follows %s; times must increase: sort the lines or "
            + "remove the repeated one.", file, line, names.get(0), values[0], last);
        longestLine = step > longest ? line : longestLine;
        longest = Math.max(longest, step);
      }
      last = values[0];
      rows++;
    }

    Survey survey(RowReader read, RecordingFormat.Request request, NamedForm named) {
      String place = file + ", column '" + names.get(0) + "'";
      DataException.require(rows >= 2, "%s: %d rows of values; a recording needs two or more.", file, rows);
      if (named.missing().isEmpty()) {
        codes.stream().skip(1).forEach(code -> code.require(line -> file + ":" + line));
      }
      double unit = TableRows.seconds(read.unit(), request.secondsPerUnit(), place);
      double interval = new BigDecimal(unit * (last - first) / (rows - 1)).round(new MathContext(DIGITS)).doubleValue();
      DataException.require(unit * longest <= (1 + 1e-9) * LONGEST_GAP * interval, "%s:%d, column '%s': nothing for %s s,"
          + " a gap at an interval of %s s; choose a part without the gap or fill it.", file, longestLine, names.get(0),
          (float) (unit * longest), (float) interval);
      return new Survey(new Clock(unit * first, interval), rows, unit, TextTable.text("%s, %,d rows at %s Hz",
          read.words(), rows, new BigDecimal(1 / interval).round(new MathContext(5)).stripTrailingZeros()
          .toPlainString()));
    }
  }

  /** Reads all of it once; a {@link DataException} if a row cannot be used, or times are not those of a clock. */
  static LongText of(RecordingFormat.Request request) {
    NamedForm named = NamedForm.of(request.options());
    Check check = new Check(file(request), names(request));
    RowReader read = RecordingCsv.pass(file(request), names(request), named, true, check);
    return new LongText(request, check.survey(read, request, named));
  }

  private static Path file(RecordingFormat.Request request) {
    return request.files().get("file");
  }

  private static List<String> names(RecordingFormat.Request request) {
    return Stream.concat(Stream.of(request.time()), request.columns().stream()).toList();
  }

  @Override
  public Clock clock() {
    return survey.clock;
  }

  @Override
  public int length() {
    return survey.length;
  }

  @Override
  public String words() {
    return survey.words;
  }

  @Override
  public void forEach(Sink sink) {
    RecordingCsv.pass(file(request), names(request), NamedForm.of(request.options()), true, new Ticks(sink));
  }

  /** Takes rows to the ticks of the clock. */
  private final class Ticks implements RowReader.Sink {
    private final Sink sink;
    private double[] before;
    private int next;

    Ticks(Sink sink) {
      this.sink = sink;
    }

    @Override
    public void row(double[] values, long line) {
      double near = NEAR * clock().interval();
      double now = survey.secondsPerUnit * values[0];
      while (next < length() && clock().timeOf(next) <= now + near) {
        double tick = clock().timeOf(next);
        double then = before == null ? now : survey.secondsPerUnit * before[0];
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
