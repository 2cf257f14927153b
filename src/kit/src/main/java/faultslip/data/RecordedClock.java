package faultslip.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.apache.commons.math3.util.ArithmeticUtils;

/**
 * The clock that times were written by: its interval over the whole recording, but for gaps, and which of its ticks
 * each time is. Times with few digits are roundings of it, as 0.008, 0.017 and 0.025 s are of 120 Hz.
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
record RecordedClock(double[] times, double interval, int[] ticks) {
  /** Steps longer than so many times the median one are gaps: a step of 2 rounded to 3 is none. */
  private static final double LONGEST_STEP = 1.75;
  /** Above this part of an interval, a rounded step cannot be told from a missing sample. */
  private static final double COARSEST = 0.45;
  private static final int MOST_DIGITS = 9;

  /** The clock of two times or more, increasing. */
  static RecordedClock of(double[] times) {
    double[] steps = IntStream.range(1, times.length).mapToDouble(i -> times[i] - times[i - 1]).toArray();
    double[] sorted = Arrays.stream(steps).sorted().toArray();
    double longest = LONGEST_STEP * sorted[(steps.length - 1) / 2];
    double mean = Arrays.stream(steps).filter(step -> step <= longest).average().orElseThrow();
    int[] ticks = new int[times.length];
    for (int i = 1; i < times.length; i++) {
      ticks[i] = ticks[i - 1] + (int) Math.min(Integer.MAX_VALUE / 2.0 / times.length,
          Math.max(1, Math.rint(steps[i - 1] / mean)));
    }
    RecordedClock found = new RecordedClock(times, mean, ticks);
    double rounding = found.rounding();
    return rounding > COARSEST * mean ? found
        : found.roundest(rounding).stream().mapToObj(interval -> new RecordedClock(times, interval, ticks)).findFirst()
            .orElse(found);
  }

  /** The numbers of the times before which there is a stretch without a sample. */
  int[] gaps() {
    return IntStream.range(1, ticks.length).filter(i -> ticks[i] > ticks[i - 1] + 1).toArray();
  }

  /** How far times lie from the clock, as a part of its interval, when they are not roundings of it; else 0. */
  double jitter() {
    double spread = spread(interval);
    return spread <= tolerance(rounding()) ? 0 : spread / 2 / interval;
  }

  /** Times as the clock ticked, where those written are roundings of them; else as they are written. */
  double[] straightened() {
    double rounding = rounding();
    return rounding > COARSEST * interval || spread(interval) > tolerance(rounding) ? times
        : IntStream.of(ticks).mapToDouble(tick -> times[0] + tick * interval).toArray();
  }

  // The interval of fewest digits, or that of the rate of fewest, of which all the times are roundings.
  private OptionalDouble roundest(double rounding) {
    SimpleRegression line = new SimpleRegression();
    IntStream.range(0, times.length).forEach(i -> line.addData(ticks[i], times[i] - times[0]));
    double fitted = times.length > 2 ? line.getSlope() : interval;
    return DoubleStream.concat(IntStream.rangeClosed(1, MOST_DIGITS).boxed().flatMapToDouble(digits ->
        DoubleStream.of(1 / rounded(1 / fitted, digits), rounded(fitted, digits))), DoubleStream.of(fitted))
        .filter(candidate -> spread(candidate) <= tolerance(rounding)).findFirst();
  }

  private static double rounded(double value, int digits) {
    return new BigDecimal(value).round(new MathContext(digits)).doubleValue();
  }

  private double tolerance(double rounding) {
    return rounding * (1 + 1e-6) + 4 * Math.ulp(times[times.length - 1]);
  }

  // Between the earliest and the latest time, counted from the tick that each is.
  private double spread(double step) {
    double lowest = 0;
    double highest = 0;
    for (int i = 0; i < times.length; i++) {
      double from = times[i] - times[0] - ticks[i] * step;
      lowest = Math.min(lowest, from);
      highest = Math.max(highest, from);
    }
    return highest - lowest;
  }

  /** The largest step whose multiples all times are, in seconds; 0 if there is none above a nanosecond. */
  private double rounding() {
    double[] since = Arrays.stream(times).map(time -> time - times[0]).toArray();
    double noise = 4 * Math.ulp(Math.max(Math.abs(times[0]), Math.abs(times[times.length - 1])));
    return Stream.iterate(1.0, unit -> unit <= 1e9, unit -> unit * 10)
        .filter(unit -> noise * unit < 0.1 && since[since.length - 1] * unit < 1L << 53
            && Arrays.stream(since).allMatch(time -> Math.abs(time * unit - Math.rint(time * unit))
            <= 1e-4 + noise * unit))
        .map(unit -> Arrays.stream(since).mapToLong(time -> Math.round(time * unit)).reduce(0, ArithmeticUtils::gcd)
            / unit)
        .findFirst().orElse(0.0);
  }
}
