package faultslip.study;

import faultslip.data.TextTable;
import faultslip.series.FailureCriterion;
import faultslip.series.Recording;
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
        .column("range of emission over a cycle", row -> row.cycles("%.2g", CycleStatistics::emissionRange))
        .table();
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
        .column("windows of " + windows.width(), row -> windows.starts(row.segment().length()).length)
        .table();
  }

  private record Part(Split split, String name, Segment segment) {
    double time(int sample) {
      return split.recording().clock().timeOf(sample);
    }
  }
}
