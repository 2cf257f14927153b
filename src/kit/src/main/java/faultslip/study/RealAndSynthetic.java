package faultslip.study;

import faultslip.data.DataFolder;
import faultslip.data.FileStatus;
import faultslip.data.TextTable;
import faultslip.series.FailureCriterion;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.study.StudyTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * The seismic cycles of the real laboratory fault beside those of the synthetic ones, looked at in the same way:
 * friction and the logarithm of the emission's variance in windows of 1 s, every 0.1 s, as the public recording has
 * them.
 */
public final class RealAndSynthetic {
  /** What counts as a failure in all of them, in those windows. */
  public static final FailureCriterion FAILURE = new FailureCriterion(-0.05, 3);

  private static final String REAL = "public";
  private static final String SYNTHETIC = "synthetic";
  private static final double WINDOW = 1;
  private static final double STEP = 0.1;

  private RealAndSynthetic() {}

  /** The table of the standard data folder, with the synthetic files put there first if need be. */
  public static Table table() {
    Studies.of(SYNTHETIC).provide(DataFolder.standard(), Optional.empty(), line -> { });
    return table(DataFolder.standard());
  }

  /**
   * A row a recording: the real one first, if its files are in the folder, then the synthetic laboratory's, and the
   * simulation.
   *
   * @param folder where the study {@code synthetic} has been fetched to
   * @throws faultslip.data.DataException if that study's files are missing or wrong
   */
  public static Table table(DataFolder folder) {
    List<Row> rows = new ArrayList<>();
    if (folder.verify(Studies.of(REAL).resources()).stream().allMatch(FileStatus::isAcceptable)) {
      Recording laboratory = Studies.read(REAL, folder).laboratory().recording();
      rows.add(new Row("real: " + laboratory.name(), laboratory, Optional.of(FAILURE)));
    }
    Study synthetic = Studies.read(SYNTHETIC, folder);
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
    return RecordingReader.trailing(series, (int) Math.round(WINDOW * frequency), (int) Math.round(STEP * frequency));
  }
}
