package faultslip.study;

import faultslip.data.DataFolder;
import faultslip.data.TextTable;
import faultslip.series.FailureCatalogue;
import faultslip.series.FailureCriterion;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.series.SeriesException;
import faultslip.split.Segment;
import faultslip.split.Split;
import faultslip.split.Windows;
import faultslip.study.Study.Laboratory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.StatUtils;
import tech.tablesaw.api.Table;

/** What a study consists of, as tables to read. */
public final class StudyTable {
  /** What counts as a failure in real and synthetic recordings alike, in windows of 1 s. */
  static final FailureCriterion FAILURE = new FailureCriterion(-0.05, 3);

  private StudyTable() {}

  /** Its recordings: length, sampling, ranges, and what cycles are like where the study says what a failure is. */
  public static Table recordings(Study study) {
    List<Row> rows = new ArrayList<>();
    study.simulations().stream().flatMap(each -> Stream.concat(Stream.of(each), each.beside().stream()))
        .forEach(each -> rows.add(new Row("simulation", each.recording(), each.criterion())));
    rows.add(new Row("laboratory", study.laboratory().recording(), study.laboratory().criterion()));
    study.others().all().forEach(other -> rows.add(new Row("other", other.recording(), other.criterion())));
    return new TextTable<>("recordings", rows)
        .column("part", Row::part).column("recording", row -> row.recording().name())
        .column("samples", row -> row.recording().length())
        .column("Hz", "%.4g", row -> row.recording().clock().frequency())
        .column("duration, s", "%.4g", row -> row.recording().length() * row.recording().clock().interval())
        .column("fault state", row -> row.recording().fault().label() + row.range(", %.3g to %.3g"))
        .column("failures", row -> row.cycles("%.0f", CycleStatistics::failures))
        .column("recurrence, s", row -> row.cycles("%.3g", CycleStatistics::recurrence))
        .column("its variation", row -> row.cycles("%.2f", CycleStatistics::variation))
        .column("drop, %", row -> new Laboratory(row.recording(), row.criterion()).obstacle().isPresent() ? "-"
            : row.cycles("%.0f", cycles -> 100 * cycles.drop()))
        .column("range of emission over a cycle", row -> row.cycles("%.2g", CycleStatistics::emissionRange))
        .column("its peak, s after a failure", row -> row.cycles("%.1f", CycleStatistics::peak)).table();
  }

  /** The segments of split recordings, and the windows in them. */
  public static Table segments(List<Split> splits, Windows windows) {
    List<Part> rows = splits.stream().flatMap(split -> Stream.concat(
        Stream.of(new Part(split, "train", split.train()), new Part(split, "validation", split.validation())),
        split.test().stream().map(test -> new Part(split, "test", test)))).toList();
    return new TextTable<>("segments", rows)
        .column("recording", row -> row.split().recording().name()).column("segment", Part::name)
        .column("from, s", "%.1f", row -> row.split().recording().clock().timeOf(row.segment().from()))
        .column("to, s", "%.1f", row -> row.split().recording().clock().timeOf(row.segment().to()))
        .column("samples", row -> row.segment().length())
        .column("windows of " + windows.width(), row -> windows.starts(row.segment().length()).length).table();
  }

  private record Part(Split split, String name, Segment segment) {}

  /**
   * The seismic cycles of the real laboratory fault, if its files are there, beside those of the synthetic ones, looked
   * at in the same way: friction and the logarithm of the emission's variance in windows of 1 s, every 0.1 s, as the
   * public recording has them. Of the standard data folder, with the synthetic files put there first if need be.
   */
  public static Table realAndSynthetic() {
    DataFolder folder = DataFolder.standard();
    Studies.of(Studies.OFFLINE).provide(folder, Optional.empty(), line -> { });
    List<Row> rows = new ArrayList<>();
    if (Studies.of(Studies.SHOWN).isThere(folder)) {
      Recording laboratory = Studies.read(Studies.SHOWN, folder).laboratory().recording();
      rows.add(new Row("real: " + laboratory.name(), laboratory, Optional.of(FAILURE)));
    }
    Study synthetic = Studies.read(Studies.OFFLINE, folder);
    // The logarithm of an amplitude's square is twice as large; an energy is a square already.
    synthetic.others().recordings().forEach(other -> rows.add(Row.inWindows(other, 2)));
    rows.add(Row.inWindows(synthetic.laboratory().recording(), 2));
    rows.add(Row.inWindows(synthetic.simulation().recording(), 1));
    return new TextTable<>("real and synthetic", rows).column("recording", Row::part)
        .column("failures", row -> FAILURE.find(row.recording().fault()).size())
        .column("recurrence, s", row -> row.cycles("%.2f", CycleStatistics::recurrence))
        .column("its variation", row -> row.cycles("%.2f", CycleStatistics::variation))
        .column("drop, %", row -> row.cycles("%.0f", cycles -> 100 * cycles.drop()))
        .column("range of ln emission variance over a cycle", row -> row.cycles("%.1f", CycleStatistics::emissionRange))
        .column("friction", row -> row.range("%.3f to %.3f")).table();
  }

  /** A recording as means in windows: of the fault state, and of what the emission is the logarithm of, to a power. */
  static Recording inWindows(Recording recording, double power) {
    Series variance = windowed(recording.emission().map("variance", "", value -> StrictMath.exp(power * value)));
    return new Recording(recording.name(), variance.map("ln(variance)", "", StrictMath::log),
        windowed(recording.fault()));
  }

  private static Series windowed(Series series) {
    double frequency = series.clock().frequency();
    return RecordingDescription.trailing(series, (int) Math.round(frequency), (int) Math.round(0.1 * frequency));
  }

  /** A recording in a table, and what is known of its cycles. */
  private record Row(String part, Recording recording, Optional<FailureCriterion> criterion) {

    static Row inWindows(Recording recording, double power) {
      return new Row("synthetic: " + recording.name(), StudyTable.inWindows(recording, power), Optional.of(FAILURE));
    }

    /** A number of its cycles; "-" where it has fewer than three failures. */
    String cycles(String format, ToDoubleFunction<CycleStatistics> number) {
      return criterion.map(known -> known.find(recording.fault())).filter(failures -> failures.size() > 2)
          .map(failures -> TextTable.text(format, number.applyAsDouble(CycleStatistics.of(recording, failures))))
          .orElse("-");
    }

    /** The smallest and the largest value of its fault state, in a format for both. */
    String range(String format) {
      return TextTable.text(format, StatUtils.min(recording.fault().values()),
          StatUtils.max(recording.fault().values()));
    }
  }

  /**
   * The seismic cycles of a recording, summed up.
   *
   * @param recurrence mean time from one failure to the next, in seconds
   * @param variation coefficient of variation of that time: its standard deviation over its mean, 0 for a clock
   * @param drop median fall of the fault state at a failure, from the largest value of the cycle before to the smallest
   *     of the cycle after, as a share of the former
   * @param emissionRange median range of the emission over a cycle, in its unit
   * @param peak median time of the largest emission from the middle of a cycle to that of the next, in seconds after
   *     the failure between them; below 0 before it
   */
  record CycleStatistics(int failures, double recurrence, double variation, double drop, double emissionRange,
      double peak) {

    /** Of the whole cycles of a recording; a {@link SeriesException} if there are fewer than three failures. */
    static CycleStatistics of(Recording recording, FailureCatalogue failures) {
      int cycles = failures.size() - 1;
      if (cycles < 2) {
        throw new SeriesException(("%d failures in '%s'; statistics of cycles need three or more: give a longer "
            + "recording or a threshold nearer to 0.").formatted(failures.size(), recording.name()));
      }
      double[] times = failures.times();
      double[] recurrence = IntStream.range(0, cycles).mapToDouble(i -> times[i + 1] - times[i]).toArray();
      double mean = StatUtils.mean(recurrence);
      double[] drops = IntStream.range(1, cycles).mapToDouble(i -> {
        double before = StatUtils.max(cycle(recording.fault(), failures, i - 1));
        return (before - StatUtils.min(cycle(recording.fault(), failures, i))) / before;
      }).toArray();
      double[] ranges = IntStream.range(0, cycles).mapToObj(i -> cycle(recording.emission(), failures, i))
          .mapToDouble(values -> StatUtils.max(values) - StatUtils.min(values)).toArray();
      double[] peaks = IntStream.range(1, cycles).mapToDouble(i -> {
        int from = (failures.failures().get(i - 1).sample() + failures.failures().get(i).sample()) / 2;
        int to = (failures.failures().get(i).sample() + failures.failures().get(i + 1).sample()) / 2;
        int largest = IntStream.range(from, to).boxed()
            .max(Comparator.comparingDouble(recording.emission()::value)).orElseThrow();
        return recording.clock().timeOf(largest) - times[i];
      }).toArray();
      return new CycleStatistics(failures.size(), mean, Math.sqrt(StatUtils.variance(recurrence)) / mean,
          StatUtils.percentile(drops, 50), StatUtils.percentile(ranges, 50), StatUtils.percentile(peaks, 50));
    }

    private static double[] cycle(Series series, FailureCatalogue failures, int i) {
      return Arrays.copyOfRange(series.values(), failures.failures().get(i).sample(),
          failures.failures().get(i + 1).sample());
    }
  }
}
