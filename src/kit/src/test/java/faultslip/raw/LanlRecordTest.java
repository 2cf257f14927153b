package faultslip.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.InterruptedWorkException;
import faultslip.data.DataException;
import faultslip.data.RecordingCsv;
import faultslip.data.RecordingFormat.Request;
import faultslip.data.RecordingFormat.TimedColumns;
import faultslip.progress.ProgressReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record of the competition's form: bursts of 4096 lines whose times step by a nanosecond or repeat, and pauses. */
class LanlRecordTest {
  private static final FeatureWindows WINDOWS = FeatureWindows.of(100, 0.04);
  private static final ProgressReport SILENT =
      ProgressReport.inCell("", new PrintStream(OutputStream.nullOutputStream(), false));

  @TempDir Path folder;
  private Path record;
  private Path out;
  /** Time of each line since the first, in seconds, and what was heard then. */
  private final List<Double> times = new ArrayList<>();
  private final List<Integer> heard = new ArrayList<>();
  private final List<Double> failures = new ArrayList<>();

  @BeforeEach
  void write() throws IOException {
    record = folder.resolve("train.csv");
    out = folder.resolve("features.csv");
    Random random = new Random(5);
    StringBuilder text = new StringBuilder("acoustic_data,time_to_failure\n");
    // In units of 1e-10 s: two failures, the first after 0.4690999832 s.
    long left = 4_690_999_832L;
    double failure = 0.4690999832;
    for (int burst = 0; burst < 1200; burst++) {
      for (int i = 0; i < 4096 / 16; i++) {
        int sample = (int) Math.round(4.5 + (2 + burst % 7) * random.nextGaussian());
        times.add(failure - left * 1e-10);
        heard.add(sample);
        text.append(sample).append(',').append(written(left)).append('\n');
        left -= i % 8 == 7 ? 20 : i % 8 == 3 ? 0 : 10;
      }
      left -= burst == 700 ? 300_000_000L : 10_595_000L; // once a pause of three intervals
      if (left < 7_000_000) {
        failures.add(failure);
        left = failures.size() == 1 ? 6_002_000_000L : 9_000_000_000L;
        failure += left * 1e-10;
      }
    }
    failures.add(failure);
    Files.writeString(record, text);
  }

  // As pandas writes: small numbers with an exponent.
  private static String written(long left) {
    return left < 10_000_000 ? String.format(Locale.ROOT, "%.5e", left * 1e-10)
        : left / 10_000_000_000L + "." + String.valueOf(10_000_000_000L + left % 10_000_000_000L).substring(1);
  }

  private TimedColumns reduced() {
    return new RecordingCsv().read(new Request(Map.of("file", out), "time", 1, LanlRecord.COLUMNS.subList(1, 5), Map.of()));
  }

  @Test
  void featuresAreThoseOfTheSamplesInEachWindowOnTheClockOfTheTimeToFailure() {
    String said = LanlRecord.reduce(record, WINDOWS, out, 1 << 20, SILENT);
    assertThat(failures).hasSize(3);
    assertThat(said).contains("307200 samples, 2 failures", "2 intervals without a sample");
    TimedColumns table = reduced();
    double[] ends = table.times();
    assertThat(ends[0]).isEqualTo(0.04);
    for (int row = 0; row < ends.length; row++) {
      double end = ends[row];
      double[] window = heard.subList(before(end - 0.04), before(end)).stream().mapToDouble(i -> i).toArray();
      double variance = new Variance(false).evaluate(window);
      assertThat(table.column("variance")[row]).as("at %s s", end).isCloseTo(variance, within(1e-6 * variance));
      assertThat(table.column("rms")[row]).isCloseTo(
          Math.sqrt(Arrays.stream(window).map(x -> x * x).average().orElseThrow()), within(1e-6));
      double mean = Arrays.stream(window).average().orElseThrow();
      double fourth = Arrays.stream(window).map(x -> Math.pow(x - mean, 4)).average().orElseThrow();
      assertThat(table.column("kurtosis")[row]).isCloseTo(fourth / variance / variance, within(1e-5));
      double failure = failures.stream().filter(at -> at >= end).findFirst().orElseThrow();
      assertThat(table.column("minus time to failure")[row]).isCloseTo(end - failure, within(1e-8));
    }
    // Rows follow each other but over the pause.
    assertThat(IntStream.range(1, ends.length).filter(i -> ends[i] - ends[i - 1] > 0.011)).hasSize(1);
  }

  // So many lines are before a time.
  private int before(double time) {
    int found = Collections.binarySearch(times, time - 1e-9);
    return found < 0 ? -found - 1 : found;
  }

  @Test
  void whatWasInterruptedGoesOnToTheSameBytes() throws IOException {
    LanlRecord.reduce(record, WINDOWS, out, 1 << 20, SILENT);
    byte[] whole = Files.readAllBytes(out);
    Files.delete(out);
    for (int stop = 0; stop < 6; stop++) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> LanlRecord.reduce(record, WINDOWS, out, 1 << 20, SILENT))
          .isInstanceOf(InterruptedWorkException.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(out).doesNotExist();
    }
    assertThat(folder.resolve(".features.csv.checkpoint")).content().contains("\"offset\":15");
    LanlRecord.reduce(record, WINDOWS, out, 1 << 20, SILENT);
    assertThat(out).hasBinaryContent(whole);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("train.csv", "features.csv");
  }

  @Test
  void whatIsKeptOfAnotherRunIsNotUsed() throws IOException {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> LanlRecord.reduce(record, FeatureWindows.of(50, 0.04), out, 1 << 20, SILENT))
        .isInstanceOf(InterruptedWorkException.class);
    assertThat(Thread.interrupted()).isTrue();
    LanlRecord.reduce(record, WINDOWS, out, 1 << 20, SILENT);
    assertThat(reduced().times()[0]).isEqualTo(0.04);
    Files.writeString(folder.resolve(".features.csv.checkpoint"), "{");
    refused("damaged; delete it to start again");
  }

  @Test
  void refusesWhatIsNotTheRecord() throws IOException {
    String header = "acoustic_data,time_to_failure\n";
    with("std,time_to_failure\n1,1\n", ":1: begins with 'std,time_to_failure", "give that file");
    with(header + "1,1.0\n2,0.9", ":3: the last line has no line break, so it may be cut short");
    with(header + "1,1.0\n2,\n", ":3, column 'time_to_failure': '' is not a finite number");
    with(header + "1,1.0\n2,0.9x\n", ":3, column 'time_to_failure': '0.9x' is not a finite number");
    with(header + "1,1.0\n2.5,0.9\n", ":3: '2.5,0.9' does not begin with a whole number of 16 bits");
    with(header + "1,1.0\n40000,0.9\n", ":3: '40000,0.9' does not begin with");
    with(header + "1,1.0\n\n2,0.9\n", ":3: '' does not begin with");
    with(header + "1,1.0\n12", ":3: the last line has no line break");
    with(header + "1,1.0\n2,1.01\n", ":3: time to failure rises from 1.0 to 1.01 s", "out of order");
    with(header + "1,1.0\n2,-0.5\n", ":3: -0.5 s to the failure, which is negative");
    with(header + "1,1.0\n1,0.98\n1,0.9\n1,0.5\n", "nothing varies in the 0.04 s before");
    with(header + "1,1.0\n2,0.999\n", "0 windows of 0.04 s");
    with("", "the file is empty");
    assertThatThrownBy(() -> FeatureWindows.of(100, 0.015)).hasMessageContaining("1.5 intervals; give a whole number");
    assertThatThrownBy(() -> FeatureWindows.of(1000, 0.01)).hasMessageContaining("1000.0 Hz; give one above 0, up to 250");
  }

  private void with(String text, String... parts) throws IOException {
    Files.writeString(record, text);
    refused(parts);
    assertThat(out).doesNotExist();
  }

  private void refused(String... parts) {
    assertThatThrownBy(() -> LanlRecord.reduce(record, WINDOWS, out, 1 << 20, SILENT)).isInstanceOf(DataException.class)
        .hasMessageContainingAll(parts).hasMessageNotContaining("\n");
  }
}
