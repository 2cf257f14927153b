package faultslip.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.series.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a study does with columns: channels put together, one over another, and an instrument that looks. */
class RecordingDescriptionTest {
  private static final String TIME = "time: {column: t, unit: ms}";
  private static final String EMISSION = "emission: {columns: [a]}";
  private static final String FAULT = "fault: {column: tau, unit: MPa}";

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    StringBuilder text = new StringBuilder("t,a,b,tau,sigma\n");
    for (int i = 0; i < 40; i++) {
      text.append("%d,%d,%d,%d,%d\n".formatted(1000 + 10 * i, 3 * (i + 1), 4 * (i + 1), i, 2 + i % 2));
    }
    Files.writeString(folder.resolve("p.csv"), text);
  }

  private Recording read(String... keys) {
    return OneRecording.read(folder, keys).recorded();
  }

  @Test
  void millisecondsAreSeconds() {
    Clock clock = read(TIME, EMISSION, FAULT).clock();
    assertThat(clock.start()).isCloseTo(1, within(1e-12));
    assertThat(clock.interval()).isCloseTo(0.01, within(1e-12));
    assertThat(read(TIME, EMISSION, FAULT, "from: 1100 ms", "to: 1.2 s").length()).isEqualTo(11);
  }

  @Test
  void channelsAreCombined() {
    assertThat(read(TIME, "emission: {columns: [a, b], combine: norm}", FAULT).emission().value(1))
        .isCloseTo(10, within(1e-12));
    assertThat(read(TIME, "emission: {columns: [a, b], combine: mean}", FAULT).emission().value(1))
        .isCloseTo(7, within(1e-12));
    assertThat(read(TIME, "emission: {columns: [a, b], combine: mean, logarithm: true}", FAULT).emission().value(1))
        .isCloseTo(Math.log(7), within(1e-12));
  }

  @Test
  void oneColumnOverAnother() {
    Series ratio = read(TIME, EMISSION, "fault: {column: tau, unit: MPa, over: sigma, name: friction coefficient}")
        .fault();
    assertThat(ratio.value(4)).isEqualTo(2);
    assertThat(ratio.value(9)).isEqualTo(3);
    assertThat(ratio.label()).isEqualTo("friction coefficient");
    assertThat(read(TIME, EMISSION, "fault: {column: tau, unit: MPa, over: 4 MPa}").fault().value(10)).isEqualTo(2.5);
    assertThat(read(TIME, EMISSION, FAULT).fault().label()).isEqualTo("tau (MPa)");
  }

  /** Of a ramp, an average is the value in the middle of what was averaged. */
  @Test
  void trailingAveragesOfARamp() {
    // 10 samples of 10 ms, every 50 ms: the first ends with sample 9.
    Recording seen = read(TIME, EMISSION, FAULT, "instrument: {average: 100 ms, rate: 20 Hz}");
    assertThat(seen.length()).isEqualTo(7);
    assertThat(seen.clock().interval()).isCloseTo(0.05, within(1e-12));
    for (int i = 0; i < seen.length(); i++) {
      double ended = 9 + 5 * i;
      assertThat(seen.clock().timeOf(i)).isCloseTo(1 + 0.01 * ended, within(1e-12));
      assertThat(seen.fault().value(i)).isCloseTo(ended - 4.5, within(1e-12));
      assertThat(seen.emission().value(i)).isCloseTo(3 * (ended - 4.5 + 1), within(1e-12));
    }
  }

  @Test
  void averagesOfSoManySamplesAreLongerAtALowerRate() {
    Recording seen = read(TIME, EMISSION, FAULT, "instrument: {average: 2 samples, rate: 20 Hz}");
    assertThat(seen.fault().values()).isEqualTo(read(TIME, EMISSION, FAULT, "instrument: {average: 100 ms, rate: 20 Hz}").fault().values());
    Recording slower = read(TIME, EMISSION, FAULT, "instrument: {average: 2 samples, rate: 10 Hz}");
    assertThat(slower.fault().values()).isEqualTo(read(TIME, EMISSION, FAULT, "instrument: {average: 200 ms, rate: 10 Hz}").fault().values());
    assertThatThrownBy(() -> read(TIME, EMISSION, FAULT, "instrument: {average: 2 cycles, rate: 20 Hz}"))
        .isInstanceOf(StudyException.class).hasMessageContaining("samples").hasMessageContaining("2 cycles");
  }

  @Test
  void rateAloneGivesMeansOfWholeIntervals() {
    Recording seen = read(TIME, EMISSION, FAULT, "instrument: {rate: 20 Hz}");
    assertThat(seen.fault().values()).containsExactly(new double[] {2, 7, 12, 17, 22, 27, 32, 37}, within(1e-12));
    assertThat(seen.clock().interval()).isCloseTo(0.05, within(1e-12));
    assertThatThrownBy(() -> read(TIME, EMISSION, FAULT, "instrument: {rate: 30 Hz}"))
        .isInstanceOf(StudyException.class)
        .hasMessageContaining("30 Hz is not a whole part");
  }

  /** What comes later changes nothing that was seen before. */
  @Test
  void instrumentsDoNotLookAhead() {
    double[] values = new double[200];
    Arrays.setAll(values, i -> Math.sin(0.3 * i) + 0.01 * i);
    Clock clock = new Clock(5, 0.1);
    Series before = RecordingDescription.trailing(new Series("x", "", clock, values), 12, 5);
    for (int changed : new int[] {0, 11, 12, 60, 113, 199}) {
      double[] other = values.clone();
      other[changed] += 1000;
      Series after = RecordingDescription.trailing(new Series("x", "", clock, other), 12, 5);
      int seen = 0;
      for (int i = 0; i < before.length(); i++) {
        boolean later = before.clock().timeOf(i) >= clock.timeOf(changed) - 1e-9;
        if (!later) {
          assertThat(after.value(i)).isEqualTo(before.value(i));
        } else if (after.value(i) != before.value(i)) {
          seen++;
        }
      }
      // The last sample may come after the last whole step.
      assertThat(seen).isGreaterThanOrEqualTo(changed == 199 ? 0 : 1);
    }
  }
}
