package faultslip.evaluate.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.evaluate.EvaluationException;
import faultslip.series.BurstClock;
import faultslip.series.Clock;
import faultslip.series.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Statistics computed by hand; windows trail and never reach before the segment. */
class EmissionStatisticsTest {

  @Test
  void byHand() {
    double[][] rows = new EmissionStatistics(List.of(5)).of(series(9, 9, 3, 1, 4, 0, 2));
    // The last window is 3, 1, 4, 0, 2: mean 2, squares 1, 1, 4, 4, 0; sorted 0, 1, 2, 3, 4.
    assertThat(rows[6]).containsExactly(new double[] {2, 2, (1 + 1 + 16 + 16) / 5.0 / 4 - 3, 0.2, 1, 2, 3, 3.8}, within(1e-12));
  }

  @Test
  void columnsAreWindowByWindow() {
    EmissionStatistics statistics = new EmissionStatistics(List.of(2, 4));
    assertThat(statistics.names()).hasSize(16).doesNotHaveDuplicates().startsWith("mean 2", "variance 2")
        .contains("kurtosis 4", "q95 4");
    double[][] rows = statistics.of(series(1, 2, 3, 4, 5));
    assertThat(rows).hasDimensions(5, 16);
    assertThat(rows[4][0]).isEqualTo(4.5);
    assertThat(rows[4][8]).isEqualTo(3.5);
  }

  @Test
  void beginningHasShorterWindowsAndALoneSampleNoSpread() {
    double[][] rows = new EmissionStatistics(List.of(64)).of(series(7, 9, 11));
    assertThat(rows[0]).containsExactly(7, 0, 0, 7, 7, 7, 7, 7);
    assertThat(rows[2][0]).isEqualTo(9);
  }

  @Test
  void nothingAfterASampleHasInfluenceOnIt() {
    double[] values = new double[300];
    Arrays.setAll(values, i -> Math.sin(0.37 * i) + 0.01 * i);
    EmissionStatistics statistics = new EmissionStatistics(List.of(16, 64));
    double[][] whole = statistics.of(series(values));
    for (int end : new int[] {1, 2, 15, 16, 17, 64, 65, 299}) {
      double[][] part = statistics.of(series(Arrays.copyOf(values, end)));
      assertThat(part[end - 1]).containsExactly(whole[end - 1]);
    }
  }

  /** What is ahead in a series trails in the same series backwards. */
  @Test
  void windowsAheadAreThoseThatTrailInTheSeriesBackwards() {
    double[] values = new double[120];
    Arrays.setAll(values, i -> Math.sin(0.37 * i) + 0.01 * i);
    double[] backwards = new double[values.length];
    Arrays.setAll(backwards, i -> values[values.length - 1 - i]);
    EmissionStatistics both = new EmissionStatistics(List.of(16), List.of(16, 64), Optional.empty());
    assertThat(both.names()).hasSize(24).startsWith("mean 16").contains("mean 16 ahead", "q95 64 ahead").doesNotHaveDuplicates();
    double[][] rows = both.of(series(values));
    double[][] trailing = new EmissionStatistics(List.of(16, 64)).of(series(backwards));
    for (int n = 0; n < values.length; n++) {
      assertThat(Arrays.copyOfRange(rows[n], 8, 24)).containsExactly(trailing[values.length - 1 - n], within(1e-9));
    }
  }

  @Test
  void aClockOfBurstsIsTheLastColumn() {
    BurstClock clock = new BurstClock(3, 1);
    EmissionStatistics statistics = new EmissionStatistics(List.of(2), List.of(), Optional.of(clock));
    Series emission = series(0, 4, 0, 0, 0, 4, 0, 0);
    assertThat(statistics.names()).hasSize(9).endsWith("burst clock");
    double[][] rows = statistics.of(emission);
    assertThat(Arrays.stream(rows).mapToDouble(row -> row[8]).toArray())
        .containsExactly(0.5, 0.5, 0.5, 0.5, 0.5, 0, 0.25, 0.5);
    assertThat(Arrays.copyOf(rows[5], 8)).containsExactly(new EmissionStatistics(List.of(2)).of(emission)[5]);
  }

  @Test
  void windowsOfNothingAreRefused() {
    assertThatThrownBy(() -> new EmissionStatistics(List.of())).isInstanceOf(EvaluationException.class);
    assertThatThrownBy(() -> new EmissionStatistics(List.of(16, 1))).isInstanceOf(EvaluationException.class)
        .hasMessageContaining("[16, 1]");
    assertThatThrownBy(() -> new EmissionStatistics(List.of(16), List.of(0), Optional.empty())).isInstanceOf(EvaluationException.class)
        .hasMessageContaining("ahead of [0]");
  }

  private static Series series(double... values) {
    return new Series("emission", "", new Clock(0, 0.1), values);
  }
}
