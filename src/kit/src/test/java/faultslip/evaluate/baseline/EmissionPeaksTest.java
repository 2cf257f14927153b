package faultslip.evaluate.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.evaluate.EvaluationException;
import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.series.Series;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Bursts one second before failures that recur every ten: the time to failure is known in closed form. */
class EmissionPeaksTest {
  private static final double INTERVAL = 0.1;
  private final Recording recording = bursting(600, 10);

  @Test
  void levelAndLeadAreThoseOfTheBursts() {
    EmissionPeaks peaks = EmissionPeaks.fitted(recording, 10, 64);
    assertThat(peaks.bursts(recording.emission())).containsExactly(90, 190, 290, 390, 490, 590);
    assertThat(peaks.lead()).isCloseTo(1, within(1e-9));
  }

  @Test
  void aPeakInSightTellsTheTimeAndElseTheClockDoes() {
    EmissionPeaks peaks = new EmissionPeaks(1, 1, 10);
    for (int ahead : new int[] {0, 30, 64}) {
      double[] said = peaks.predict(recording, ahead).values();
      for (int n = 100; n < 600; n++) {
        // Failures come when they must, so that the clock is right as well.
        assertThat(said[n]).as("ahead %d, sample %d", ahead, n).isCloseTo(recording.fault().value(n), within(1e-9));
      }
    }
  }

  @Test
  void anEarlyFailureIsSeenByWhatLooksAheadAndMissedByTheClock() {
    double[] emission = recording.emission().values();
    Arrays.fill(emission, 290, 295, 0);
    emission[260] = 2; // three seconds early: the failure is at 27 s
    Recording early = new Recording("early", recording.emission().with(emission), recording.fault());
    EmissionPeaks peaks = new EmissionPeaks(1, 1, 10);
    assertThat(peaks.predict(early, 0).value(240)).isCloseTo(6, within(1e-9));
    assertThat(peaks.predict(early, 30).value(240)).isCloseTo(3, within(1e-9));
    assertThat(peaks.predict(early, 19).value(240)).isCloseTo(6, within(1e-9));
  }

  @Test
  void beforeTheFirstBurstItIsHalfARecurrence() {
    assertThat(new EmissionPeaks(1, 1, 10).predict(recording, 0).value(5)).isEqualTo(5);
  }

  @Test
  void aRecurrenceThatIsNoneIsRefused() {
    assertThatThrownBy(() -> new EmissionPeaks(1, 1, 0)).isInstanceOf(EvaluationException.class).hasMessageContaining("0.0 s");
  }

  private static Recording bursting(int length, double recurrence) {
    double[] emission = new double[length];
    double[] left = new double[length];
    for (int n = 0; n < length; n++) {
      left[n] = (n / 100 + 1) * recurrence - n * INTERVAL;
      emission[n] = n % 100 >= 90 && n % 100 < 95 ? 2 : 0.001 * (n % 7);
    }
    Clock clock = new Clock(0, INTERVAL);
    return new Recording("bursting", new Series("emission", "", clock, emission), new Series("time to failure", "s", clock, left));
  }
}
