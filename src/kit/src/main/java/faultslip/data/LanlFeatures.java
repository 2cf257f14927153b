package faultslip.data;

import faultslip.series.Clock;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.interpolation.LinearInterpolator;

/**
 * Features of the LANL competition's training record, believed to be experiment p4677: a row for each window of 150,000
 * samples, every 37,500, with columns {@code std} (of the acoustic emission, in counts) and {@code time_to_failure} (s,
 * at the window's end). It has no clock and no stress.
 *
 * <p>The clock is the time to failure: the recorder pauses, so that counted samples would run 3 % too fast. Windows at
 * the end of a chunk are cut short and end together: of rows that repeat a time the first is taken. Windows over a
 * failure are missing, so that the first row after it is five steps behind the last before it.
 *
 * <p>Columns are {@code variance}, std² in square counts, and {@code minus time to failure} in s, which rises to 0 and
 * falls at a failure as friction does; both at 100 Hz, the variance interpolated linearly.
 */
public final class LanlFeatures implements RecordingFormat {
  private static final String VARIANCE = "variance";
  private static final String TIME = "minus time to failure";
  private static final String DEVIATION = "std";
  private static final String LEFT = "time_to_failure";
  private static final double INTERVAL = 0.01;
  /** Steps from the last window before a failure to the first behind it: a window is four steps long. */
  private static final int STEPS_OVER_FAILURE = 5;

  @Override
  public String id() {
    return "lanl-features";
  }

  @Override
  public Optional<List<String>> columns(Map<String, Path> files) {
    return Optional.of(List.of(VARIANCE, TIME));
  }

  @Override
  public TimedColumns read(Request request) {
    TableRows rows = RecordingCsv.rows(request.files().get("file"), List.of(DEVIATION, LEFT)).finished();
    double[] left = rows.column(LEFT);
    int[] kept = IntStream.range(0, left.length).filter(row -> row == 0 || left[row] != left[row - 1]).toArray();
    double[] steps = IntStream.range(1, kept.length).mapToDouble(i -> left[kept[i - 1]] - left[kept[i]])
        .filter(step -> step > 0).sorted().toArray();
    DataException.require(steps.length > 0, "%s: no time to failure falls; give features in order of time.",
        request.files().get("file"));
    double over = STEPS_OVER_FAILURE * steps[steps.length / 2];
    double[] times = new double[kept.length];
    NavigableSet<Double> failures = new TreeSet<>();
    for (int i = 1; i < times.length; i++) {
      double passed = left[kept[i - 1]] - left[kept[i]];
      times[i] = times[i - 1] + (passed > 0 ? passed : over);
      if (passed < 0) {
        failures.add(times[i - 1] + left[kept[i - 1]]);
      }
    }
    double end = times[times.length - 1];
    failures.add(end + left[left.length - 1]); // the one that the record does not reach
    double[] deviations = rows.column(DEVIATION);
    UnivariateFunction variance = new LinearInterpolator().interpolate(times,
        IntStream.of(kept).mapToDouble(row -> deviations[row] * deviations[row]).toArray());
    double[] clock = IntStream.rangeClosed(0, (int) (end / INTERVAL))
        .mapToDouble(new Clock(0, INTERVAL)::timeOf).toArray();
    return new TimedColumns(clock, Map.of(VARIANCE, Arrays.stream(clock).map(variance::value).toArray(), TIME,
        Arrays.stream(clock).map(now -> now - failures.ceiling(now)).toArray()), row -> rows.file().toString(),
        List.of("%s: %d failures; of %d rows %d repeat a time and are left out.".formatted(rows.file().getFileName(),
        failures.size() - 1, left.length, left.length - kept.length)));
  }
}
