package faultslip.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.data.RecordingFormat.Request;
import faultslip.data.RecordingFormat.TimedColumns;
import faultslip.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanlFeaturesTest {
  @TempDir Path folder;

  @Test
  void theRealRecordHasSixteenFailuresAndBurstsBeforeThem() {
    TimedColumns table = read(Shared.data("public/feature_set4.csv"));
    assertThat(table.remarks()).singleElement().asString().contains("16 failures; of 16714 rows 420 repeat a time");
    double[] time = table.column("minus time to failure");
    double[] variance = table.column("variance");
    int[] failures = IntStream.range(1, time.length).filter(i -> time[i] < time[i - 1]).toArray();
    assertThat(failures).hasSize(16);
    assertThat(table.times()[time.length - 1]).isCloseTo(163.4, within(0.2));
    // As published: from failure to failure 10.6 s on average.
    assertThat(IntStream.range(1, 16).mapToDouble(i -> (failures[i] - failures[i - 1]) / 100.0).average().orElseThrow())
        .isCloseTo(10.6, within(0.1));
    assertThat(IntStream.of(failures).mapToObj(i -> time[i - 1] - time[i])).allMatch(drop -> drop > 7 && drop < 17);
    for (int failure : failures) {
      int from = Math.max(0, failure - 300);
      int peak = IntStream.range(from, failure).reduce((a, b) -> variance[a] >= variance[b] ? a : b).orElseThrow();
      assertThat((failure - peak) / 100.0).as("failure at %.2f s", failure / 100.0).isBetween(0.25, 0.35);
    }
  }

  @Test
  void timeIsThatToFailureAndGoesOnOverFailuresPausesAndRepeats() throws IOException {
    // Steps of 0.01 s, one row that repeats a time, a pause of 0.04 s, a failure 0.005 s after the last row before it.
    TimedColumns table = read("1,0.055\n2,0.045\n9,0.045\n2,0.005\n3,1.05\n3,1.04\n");
    assertThat(table.times()).hasSize(12).startsWith(0, 0.01).isSorted();
    double[] time = table.column("minus time to failure");
    for (int i = 0; i <= 5; i++) {
      assertThat(time[i]).isCloseTo(0.01 * i - 0.055, within(1e-12));
    }
    for (int i = 6; i <= 11; i++) {
      // The first row behind the failure is five steps after the last before it, at 0.1 s; the next failure at 1.15 s.
      assertThat(time[i]).isCloseTo(0.01 * i - 1.15, within(1e-12));
    }
    assertThat(table.column("variance")[0]).isEqualTo(1);
    assertThat(table.column("variance")[3]).isCloseTo(4, within(1e-12));
    assertThat(table.column("variance")[10]).isCloseTo(9, within(1e-9));
    assertThat(table.column("variance")[5]).isCloseTo(4, within(1e-9));
  }

  @Test
  void refusesWhatHasNoTimeToFailure() {
    assertThatThrownBy(() -> read("1,1\n2,2\n")).isInstanceOf(DataException.class)
        .hasMessageContaining("no time to failure falls; give features in order of time");
    assertThatThrownBy(() -> read("1,1\n2,x\n")).isInstanceOf(DataException.class)
        .hasMessageContaining(":3, column 'time_to_failure': 'x' is not a finite number");
    assertThatThrownBy(() -> read("1,1\n2,0.9")).isInstanceOf(DataException.class)
        .hasMessageContaining("may be cut short");
  }

  private TimedColumns read(String rows) throws IOException {
    return read(Files.writeString(folder.resolve("features.csv"), "std,time_to_failure\n" + rows));
  }

  private static TimedColumns read(Path file) {
    return new LanlFeatures().read(new Request(Map.of("file", file), "", 1,
        List.of("variance", "minus time to failure"), Map.of()));
  }
}
