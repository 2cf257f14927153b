package faultslip.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples that are kept, and those of a text that is read anew at each pass: they are the same. */
class RecordedSamplesTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("recording.csv");
  }

  private RecordingFormat.Request request(double secondsPerUnit) {
    return new RecordingFormat.Request(Map.of("file", file), "t", secondsPerUnit, List.of("ae", "mu"), Map.of());
  }

  // Column mu is the number of the row.
  private void write(IntStream rows, String format, IntToDoubleFunction times) throws IOException {
    Files.writeString(file, rows.mapToObj(i -> String.format(Locale.ROOT, format, times.applyAsDouble(i), 1 + i % 7, i))
        .collect(Collectors.joining("\n", "t,ae,mu\n", "\n")));
  }

  private static List<double[]> all(RecordedSamples samples) {
    List<double[]> all = new ArrayList<>();
    samples.forEach(all::add);
    return all;
  }

  @Test
  void timesOfFewDigitsBendNoClockAndMoveNoSample() throws IOException {
    write(IntStream.range(1, 2401), "%.3f,%d,%d", i -> i / 120.0);
    RecordedSamples passed = new LongText(request(1)).samples();
    assertThat(passed.clock().frequency()).isCloseTo(120, within(0.01));
    assertThat(passed.words()).startsWith(", separated, decimal point, 2,400 rows at 1").endsWith(" Hz");
    assertThat(all(passed)).hasSize(2400).allSatisfy(values -> assertThat(values[1]).isEqualTo(Math.rint(values[1])));
    assertThat(all(passed).get(1234)).containsExactly(1 + 1235 % 7, 1235);
    assertThat(all(passed)).as("at every pass").hasSize(2400);
  }

  @Test
  void whatIsKeptAndWhatIsPassedAreTheSame() throws IOException {
    write(IntStream.range(0, 500), "%.1f,%d,%d", i -> 100 + i);
    RecordedSamples kept = RecordedSamples.of(new RecordingCsv(), request(1e-3));
    RecordedSamples passed = new LongText(request(1e-3)).samples();
    assertThat(passed.clock()).isEqualTo(kept.clock());
    assertThat(passed.length()).isEqualTo(kept.length());
    assertThat(passed.words()).isEqualTo(kept.words());
    assertThat(all(passed)).usingRecursiveComparison().isEqualTo(all(kept));
  }

  @Test
  void missingSamplesLieOnAStraightLine() throws IOException {
    write(IntStream.range(0, 1001).filter(i -> i != 500), "%.2f,%d,%d", i -> i / 10.0);
    List<double[]> all = all(new LongText(request(1)).samples());
    // Rows are numbered as time goes on, so each sample's number is its time, whatever the clock.
    RecordedSamples passed = new LongText(request(1)).samples();
    assertThat(all).hasSize(1000);
    IntStream.range(0, 1000).forEach(i ->
        assertThat(all.get(i)[1]).isCloseTo(10 * passed.clock().timeOf(i), within(1.01 * LongText.NEAR)));
  }

  @Test
  void refusesGapsResetsCodesAndAbsurdValuesByLine() throws IOException {
    write(IntStream.range(0, 100).filter(i -> i < 50 || i > 55), "%.2f,%d,%d", i -> i / 10.0);
    refuses(":52, column 't': nothing for 0.7 s");
    write(IntStream.range(0, 100), "%.2f,%d,%d", i -> i == 60 ? 1 : i / 10.0);
    refuses(":62, column 't': 1.0 follows 5.9");
    Files.writeString(file, "t,ae,mu\n0,1,2\n1,2,-999\n2,3,3\n3,1,-999\n");
    refuses(":3, column 'mu': -999 stands there, 2 times in all");
    Files.writeString(file, "t,ae,mu\n0,1e300,2\n1,2,1\n2,3,3\n");
    refuses(":2, column 'ae': 1.0E300 is no value");
  }

  private void refuses(String message) {
    assertThatThrownBy(() -> new LongText(request(1)).samples()).isInstanceOf(DataException.class)
        .hasMessageStartingWith(file + message);
  }

  @Test
  void linesAreRowsAsTheyCome() {
    List<double[]> rows = new ArrayList<>();
    RowLines lines = new RowLines(file, List.of("t", "ae"), Map.of(), rows::add);
    lines.line("sep=;");
    lines.line("t;mu;ae");
    assertThat(rows).isEmpty();
    lines.line("0,5;1;2,5");
    lines.line("0,75;\"1\";3");
    assertThat(rows).usingRecursiveComparison().isEqualTo(List.of(new double[] {0.5, 2.5}, new double[] {0.75, 3}));
    assertThatThrownBy(() -> lines.line("1;2")).isInstanceOf(DataException.class)
        .hasMessageStartingWith(file + ":5: 2 fields");
  }
}
