package faultslip.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Time in cycles, told by bursts of emission. */
class BurstClockTest {
  private final BurstClock clock = new BurstClock(3, 1);

  @Test
  void riseEvenlyFromBurstToBurst() {
    double[] emission = new double[50];
    for (int burst = 5; burst < 50; burst += 10) {
      emission[burst] = 4;
      emission[burst + 1] = 3.5;
    }
    double[] phases = clock.phases(emission);
    assertThat(Arrays.copyOf(phases, 15)).containsOnly(0.5);
    for (int n = 15; n < 50; n++) {
      assertThat(phases[n]).isCloseTo((n - 5) % 10 / 10.0, within(1e-12));
    }
  }

  @Test
  void aBurstThatHasNotBeenQuietInBetweenIsOne() {
    double[] emission = {0, 4, 2, 4, 2, 4, 0, 0, 4, 0, 0};
    // Bursts begin at 1 and at 8.
    assertThat(clock.phases(emission)[9]).isCloseTo(1 / 7.0, within(1e-12));
    assertThat(clock.phases(emission)[7]).isEqualTo(0.5);
  }

  @Test
  void overdueItStandsStillAtTwoCycles() {
    double[] emission = new double[40];
    emission[2] = 5;
    emission[7] = 5;
    assertThat(clock.phases(emission)[16]).isCloseTo(9 / 5.0, within(1e-12));
    assertThat(Arrays.copyOfRange(clock.phases(emission), 17, 40)).containsOnly(2);
  }

  @Test
  void levelsInDeviationsBecomeLevelsInAUnit() {
    assertThat(clock.inUnitOf(new Standardisation(-5, 2))).isEqualTo(new BurstClock(1, -3));
  }

  @Test
  void refusesABurstThatEndsAboveItsBeginning() {
    assertThatThrownBy(() -> new BurstClock(1, 1.5)).isInstanceOf(SeriesException.class)
        .hasMessageContaining("begin at 1.0 and end below 1.5");
    assertThatThrownBy(() -> new BurstClock(Double.NaN, 0)).isInstanceOf(SeriesException.class);
  }
}
