package faultslip.study;

import faultslip.series.FailureCatalogue;
import faultslip.series.FailureCriterion;
import faultslip.series.Recording;
import faultslip.split.Segment;
import faultslip.split.Split;
import faultslip.split.Windows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a study consists of, as tables to read. */
public final class StudyTable {
  private record Row(String part, Recording recording, Optional<FailureCriterion> criterion) {
    Optional<CycleStatistics> cycles() {
      return criterion.map(c -> c.find(recording.fault())).filter(failures -> failures.size() > 2)
          .map((FailureCatalogue failures) -> CycleStatistics.of(recording, failures));
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
    return Table.create("recordings",
        column("part", rows, Row::part), column("recording", rows, row -> row.recording().name()),
        column("samples", rows, row -> "" + row.recording().length()),
        column("Hz", rows, row -> text("%.4g", row.recording().clock().frequency())),
        column("duration, s", rows, row -> text("%.4g", row.recording().length() * row.recording().clock().interval())),
        column("fault state", rows, row -> range(row.recording())),
        column("failures", rows, row -> cycles(row, c -> "" + c.failures())),
        column("recurrence, s", rows, row -> cycles(row, c -> text("%.3g", c.recurrence()))),
        column("its variation", rows, row -> cycles(row, c -> text("%.2f", c.variation()))),
        column("drop, %", rows, row -> cycles(row, c -> text("%.0f", 100 * c.drop()))),
        column("range of emission over a cycle", rows, row -> cycles(row, c -> text("%.2g", c.emissionRange()))));
  }

  /** The segments of split recordings, and the windows in them. */
  public static Table segments(List<Split> splits, Windows windows) {
    List<String[]> rows = splits.stream().flatMap(split -> Stream.concat(
        Stream.of(segment(split, "train", split.train(), windows),
        segment(split, "validation", split.validation(), windows)),
        split.test().stream().map(test -> segment(split, "test", test, windows)))).toList();
    return Table.create("segments", texts("recording", rows, 0), texts("segment", rows, 1), texts("from, s", rows, 2),
        texts("to, s", rows, 3), texts("samples", rows, 4), texts("windows of " + windows.width(), rows, 5));
  }

  private static String[] segment(Split split, String name, Segment segment, Windows windows) {
    Recording recording = split.recording();
    return new String[] {recording.name(), name, text("%.1f", recording.clock().timeOf(segment.from())),
        text("%.1f", recording.clock().timeOf(segment.to())), "" + segment.length(),
        "" + windows.starts(segment.length()).length};
  }

  private static String range(Recording recording) {
    double[] values = recording.fault().values();
    DoubleSummaryStatistics range = Arrays.stream(values).summaryStatistics();
    return text("%s, %.3g to %.3g", recording.fault().label(), range.getMin(), range.getMax());
  }

  private static String cycles(Row row, Function<CycleStatistics, String> text) {
    return row.cycles().map(text).orElse("-");
  }

  private static StringColumn column(String name, List<Row> rows, Function<Row, String> text) {
    return StringColumn.create(name, rows.stream().map(text).toList());
  }

  private static StringColumn texts(String name, List<String[]> rows, int column) {
    return StringColumn.create(name, rows.stream().map(row -> row[column]).toList());
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
