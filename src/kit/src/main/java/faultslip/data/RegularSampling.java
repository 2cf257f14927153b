package faultslip.data;

import faultslip.data.RecordingFormat.TimedColumns;
import faultslip.series.Clock;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A stretch of timed columns on a regular clock. Values at regular times are taken as they stand; others, and all where
 * a rate is asked for, are linearly interpolated.
 */
public final class RegularSampling {
  private static final int LONGEST_GAP = 3;
  private static final int SHOWN = 3;
  /** Times closer to a regular clock than this part of an interval are taken to be on it. */
  private static final double JITTER = 1e-3;

  private final TimedColumns columns;
  private final int first;
  private final double[] times;
  private final Clock clock;
  private final boolean interpolated;
  private final RecordedClock recorded;

  /**
   * @param time name of the column of times, for messages
   * @param from first time taken, in seconds; empty for the first there is
   * @param to last time taken, in seconds; empty for the last there is
   * @param rate of the clock, in hertz; empty for that of the times themselves
   * @throws DataException if the stretch is empty or reaches outside the recording, or nothing was recorded for more
   *     than three intervals in it
   */
  public RegularSampling(TimedColumns columns, String time, OptionalDouble from, OptionalDouble to,
      OptionalDouble rate) {
    this.columns = columns;
    double[] all = columns.times();
    double begin = from.orElse(all[0]);
    double end = to.orElse(all[all.length - 1]);
    DoubleStream.of(begin, end).filter(wanted -> wanted < all[0] || wanted > all[all.length - 1]).findFirst()
        .ifPresent(wanted -> {
          throw columns.refusal(0, time, "%s s lies outside the recording, which goes from %s to %s s; choose a time "
              + "inside", wanted, all[0], all[all.length - 1]);
        });
    this.first = (int) Arrays.stream(all).filter(at -> at < begin).count();
    int length = (int) Arrays.stream(all).filter(at -> at >= begin && at <= end).count();
    if (length < 2) {
      throw columns.refusal(Math.min(first, all.length - 1), time,
          "from %s to %s s there are fewer than two samples; choose a longer part", begin, end);
    }
    double[] written = Arrays.copyOfRange(all, first, first + length);
    this.recorded = RecordedClock.of(written);
    this.times = isRegular(written, regular(written)) ? written
        : Arrays.copyOfRange(RecordedClock.of(all).straightened(), first, first + length);
    Clock regular = regular(times);
    this.interpolated = rate.isPresent() || !isRegular(times, regular);
    double interval = recorded.interval();
    this.clock = interpolated ? new Clock(times[0], rate.isPresent() ? 1 / rate.getAsDouble() : interval) : regular;
    // A little more, since times that are computed are a last digit off.
    double longest = (1 + 1e-9) * LONGEST_GAP * Math.max(clock.interval(), interval);
    int[] gaps = IntStream.range(1, times.length).filter(i -> interpolated && times[i] - times[i - 1] > longest)
        .toArray();
    IntStream.of(gaps).limit(1).forEach(i -> {
      throw columns.refusal(first + i, time, "nothing between %s and %s s, a gap of %s s at an interval of %s s; "
          + "choose a part without the gap or fill it%s", times[i - 1], times[i], (float) (times[i] - times[i - 1]),
          (float) clock.interval(), gaps.length == 1 ? "" : " (%d gaps, the next at %s)".formatted(gaps.length,
          columns.places().apply(first + gaps[1])));
    });
  }

  // Ten digits undo the rounding of the written times: 0.1 s comes back as 0.1, not 0.09999999999990905.
  private static Clock regular(double[] times) {
    double mean = (times[times.length - 1] - times[0]) / (times.length - 1);
    return new Clock(times[0], new BigDecimal(mean).round(new MathContext(10)).doubleValue());
  }

  private static boolean isRegular(double[] times, Clock regular) {
    // Times of the day, in seconds since 1970, have no more digits than that.
    double tolerance = Math.max(JITTER * regular.interval(), 2 * Math.ulp(times[times.length - 1]));
    return IntStream.range(0, times.length).allMatch(i -> Math.abs(times[i] - regular.timeOf(i)) <= tolerance);
  }

  /** The interval of the whole recording but for its gaps; of at least two times, increasing. */
  public static double recordedInterval(double[] times) {
    return RecordedClock.of(times).interval();
  }

  /** In words, for its user: "; separated, decimal comma, 60,000 rows at 1000 Hz, 3 gaps". */
  public String words() {
    double jitter = recorded.jitter();
    int[] gaps = recorded.gaps();
    return TextTable.text("%s%s%,d rows at %s Hz%s%s", columns.form(), columns.form().isEmpty() ? "" : ", ",
        times.length, new BigDecimal(1 / recorded.interval()).round(new MathContext(5)).stripTrailingZeros()
        .toPlainString(), gaps.length == 0 ? "" : ", %d gap%s filled by straight lines (%s%s)".formatted(gaps.length,
        gaps.length == 1 ? "" : "s", IntStream.of(gaps).limit(SHOWN).mapToObj(i -> columns.places().apply(first + i)
        .replaceFirst(".*[/\\\\]", ""))
        .collect(Collectors.joining(", ")), gaps.length > SHOWN ? ", ..." : ""),
        jitter > JITTER ? TextTable.text(", times jitter by %.2g %% of an interval", 100 * jitter) : "");
  }

  public Clock clock() {
    return clock;
  }

  /** Values, one a row of the whole table, on the clock; where they are interpolated, those before the last time. */
  public double[] apply(double[] values) {
    double[] part = Arrays.copyOfRange(values, first, first + times.length);
    if (!interpolated) {
      return part;
    }
    double[] resampled = new double[(int) Math.ceil((times[times.length - 1] - times[0]) / clock.interval())];
    int left = 0;
    for (int i = 0; i < resampled.length; i++) {
      double now = clock.timeOf(i);
      while (left < times.length - 2 && times[left + 1] <= now) {
        left++;
      }
      double weight = (now - times[left]) / (times[left + 1] - times[left]);
      resampled[i] = part[left] + weight * (part[left + 1] - part[left]);
    }
    return resampled;
  }

  /** Refuses a column with a value in the stretch that is not positive, and has no logarithm. */
  public void requirePositive(String column) {
    double[] values = columns.column(column);
    IntStream.range(first, first + times.length).filter(row -> !(values[row] > 0)).findFirst().ifPresent(row -> {
      throw columns.refusal(row, column, "%s is not positive and has no logarithm; correct the value or cut that part "
          + "out of the file", values[row]);
    });
  }

  /** Refuses a column whose values in the stretch are all the same, and carry no information. */
  public void requireVariation(String column) {
    double[] values = columns.column(column);
    if (Arrays.stream(values, first, first + times.length).allMatch(value -> value == values[first])) {
      throw columns.refusal(first, column, "constant, %s, from there to %s s, which carries no information; choose "
          + "another part or recording", values[first], times[times.length - 1]);
    }
  }
}
