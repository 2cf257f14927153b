package faultslip.study;

import faultslip.data.DataFolder;
import faultslip.data.DataFolder.FileStatus;
import faultslip.data.TextTable;
import faultslip.series.FailureCriterion;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.split.Segment;
import faultslip.split.Split;
import faultslip.split.Windows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/** What a study consists of, as tables to read. */
public final class StudyTable {
  /** What counts as a failure in real and synthetic recordings alike, in windows of 1 s. */
  static final FailureCriterion FAILURE = new FailureCriterion(-0.05, 3);

  /** A recording in a table, and what is known of its cycles. */
  record Row(String part, Recording recording, Optional<FailureCriterion> criterion) {

    /** A number of its cycles; "-" where it has fewer than three failures. */
    String cycles(String format, ToDoubleFunction<CycleStatistics> number) {
      return criterion.map(known -> known.find(recording.fault())).filter(failures -> failures.size() > 2)
          .map(failures -> TextTable.text(format, number.applyAsDouble(CycleStatistics.of(recording, failures))))
          .orElse("-");
    }

    /** The smallest and the largest value of its fault state, in a format for both. */
    String range(String format) {
      DoubleSummaryStatistics range = Arrays.stream(recording.fault().values()).summaryStatistics();
      return TextTable.text(format, range.getMin(), range.getMax());
    }
  }

  private StudyTable() {}

  /**
   * Its recordings: length, sampling, ranges, and what their cycles are like where the study says what a failure is.
   */
  public static Table recordings(Study study) {
    List<Row> rows = new ArrayList<>();
    study.simulations()
        .forEach(simulation -> rows.add(new Row("simulation", simulation.recording(), simulation.criterion())));
    rows.add(new Row("laboratory", study.laboratory().recording(), study.laboratory().criterion()));
    study.others().recordings().forEach(other -> rows.add(new Row("other", other, study.others().failures())));
    return new TextTable<>("recordings", rows)
        .column("part", Row::part).column("recording", row -> row.recording().name())
        .column("samples", row -> row.recording().length())
        .column("Hz", "%.4g", row -> row.recording().clock().frequency())
        .column("duration, s", "%.4g", row -> row.recording().length() * row.recording().clock().interval())
        .column("fault state", row -> row.recording().fault().label() + row.range(", %.3g to %.3g"))
        .column("failures", row -> row.cycles("%.0f", CycleStatistics::failures))
        .column("recurrence, s", row -> row.cycles("%.3g", CycleStatistics::recurrence))
        .column("its variation", row -> row.cycles("%.2f", CycleStatistics::variation))
        .column("drop, %", row -> row.cycles("%.0f", cycles -> 100 * cycles.drop()))
        .column("range of emission over a cycle", row -> row.cycles("%.2g", CycleStatistics::emissionRange)).table();
  }

  /** The segments of split recordings, and the windows in them. */
  public static Table segments(List<Split> splits, Windows windows) {
    List<Part> rows = splits.stream().flatMap(split -> Stream.concat(
        Stream.of(new Part(split, "train", split.train()), new Part(split, "validation", split.validation())),
        split.test().stream().map(test -> new Part(split, "test", test)))).toList();
    return new TextTable<>("segments", rows)
        .column("recording", row -> row.split().recording().name()).column("segment", Part::name)
        .column("from, s", "%.1f", row -> row.time(row.segment().from()))
        .column("to, s", "%.1f", row -> row.time(row.segment().to()))
        .column("samples", row -> row.segment().length())
        .column("windows of " + windows.width(), row -> windows.starts(row.segment().length()).length).table();
  }

  private record Part(Split split, String name, Segment segment) {
    double time(int sample) {
      return split.recording().clock().timeOf(sample);
    }
  }

  /**
   * The seismic cycles of the real laboratory fault beside those of the synthetic ones, looked at in the same way:
   * friction and the logarithm of the emission's variance in windows of 1 s, every 0.1 s, as the public recording has
   * them. Of the standard data folder, with the synthetic files put there first if need be.
   */
  public static Table realAndSynthetic() {
    Studies.of(Studies.OFFLINE).provide(DataFolder.standard(), Optional.empty(), line -> { });
    return realAndSynthetic(DataFolder.standard());
  }

  /**
   * A row a recording: the real one first, if its files are in the folder, then the synthetic laboratory's, and the
   * simulation.
   *
   * @param folder where the study {@code synthetic} has been fetched to
   * @throws faultslip.data.DataException if that study's files are missing or wrong
   */
  static Table realAndSynthetic(DataFolder folder) {
    List<Row> rows = new ArrayList<>();
    if (folder.verify(Studies.of(Studies.SHOWN).resources()).stream().allMatch(FileStatus::isAcceptable)) {
      Recording laboratory = Studies.read(Studies.SHOWN, folder).laboratory().recording();
      rows.add(new Row("real: " + laboratory.name(), laboratory, Optional.of(FAILURE)));
    }
    Study synthetic = Studies.read(Studies.OFFLINE, folder);
    List<Recording> recordings = Stream.concat(synthetic.others().recordings().stream(),
        Stream.of(synthetic.laboratory().recording(), synthetic.simulation().recording())).toList();
    for (Recording recording : recordings) {
      // The logarithm of an amplitude's square is twice as large; an energy is a square already.
      double power = recording.name().equals(synthetic.simulation().recording().name()) ? 1 : 2;
      rows.add(new Row("synthetic: " + recording.name(), inWindows(recording, power), Optional.of(FAILURE)));
    }
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
    return RecordingReader.trailing(series, (int) Math.round(frequency), (int) Math.round(0.1 * frequency));
  }
}
