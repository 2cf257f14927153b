package faultslip.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.series.Clock;
import faultslip.series.Failure;
import faultslip.series.FailureCatalogue;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.series.SeriesException;
import faultslip.study.StudyTable.CycleStatistics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A saw-tooth's cycles, by hand. */
class CycleStatisticsTest {
  private static final int[] STARTS = {10, 20, 32, 44, 52};

  @Test
  void cyclesByHand() {
    CycleStatistics statistics = CycleStatistics.of(sawTooth(), failures(STARTS));
    assertThat(statistics.failures()).isEqualTo(5);
    // Cycles of 10, 12, 12 and 8 samples, half a second each.
    assertThat(statistics.recurrence()).isCloseTo(5.25, within(1e-12));
    assertThat(statistics.variation()).isCloseTo(Math.sqrt((0.25 * 0.25 + 2 * 0.75 * 0.75 + 1.25 * 1.25) / 3) / 5.25,
        within(1e-12));
    // From 0.5 + 0.01 (n - 1) to 0.5, n samples into the cycle before: of three drops, that of 12 samples is median.
    assertThat(statistics.drop()).isCloseTo(0.11 / 0.61, within(1e-12));
    assertThat(statistics.emissionRange()).isCloseTo(2 * 0.5 * (9 + 11), within(1e-12));
  }

  @Test
  void tooFewFailuresAreRefused() {
    assertThatThrownBy(() -> CycleStatistics.of(sawTooth(), failures(10, 20))).isInstanceOf(SeriesException.class)
        .hasMessageContaining("2 failures in 'saw-tooth'");
  }

  private static Recording sawTooth() {
    double[] fault = new double[60];
    double[] emission = new double[60];
    int start = 0;
    for (int i = 0; i < fault.length; i++) {
      for (int failure : STARTS) {
        start = failure == i ? i : start;
      }
      fault[i] = 0.5 + 0.01 * (i - start);
      emission[i] = 2 * (i - start);
    }
    Clock clock = new Clock(0, 0.5);
    return new Recording("saw-tooth", new Series("emission", "", clock, emission),
        new Series("friction", "", clock, fault));
  }

  private static FailureCatalogue failures(int... samples) {
    List<Failure> failures = new ArrayList<>();
    for (int sample : samples) {
      failures.add(new Failure(sample, 0.5 * sample, -1));
    }
    return new FailureCatalogue(failures);
  }
}
