package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import faultslip.series.Clock;
import faultslip.series.Series;
import faultslip.series.Standardisation;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A restored prediction has the known mean and deviation, and the course of the raw one. */
class AmplitudeTest {
  private static final Standardisation KNOWN = new Standardisation(0.7, 0.05);
  private final Series flat = series(new Random(3).doubles(400).map(value -> 0.6 + 0.01 * value).toArray());

  @Test
  void restoredHasTheKnownMeanAndDeviationAndTheSameCourse() {
    Series restored = Amplitude.RESTORED.of(flat, KNOWN);
    Standardisation own = Standardisation.of(restored);
    assertThat(own.mean()).isCloseTo(0.7, within(1e-12));
    assertThat(own.deviation()).isCloseTo(0.05, within(1e-12));
    Standardisation raw = Standardisation.of(flat);
    for (int n = 0; n < flat.length(); n++) {
      assertThat((restored.value(n) - 0.7) / 0.05).isCloseTo((flat.value(n) - raw.mean()) / raw.deviation(), within(1e-9));
    }
  }

  /** At each sample, what all up to it would give if nothing came after. */
  @Test
  void asItComesEachSampleIsThatOfThePastAlone() {
    Series running = Amplitude.RESTORED.asItComes(flat, KNOWN);
    for (int n = 1; n < flat.length(); n++) {
      Series past = Amplitude.RESTORED.of(series(Arrays.copyOf(flat.values(), n + 1)), KNOWN);
      assertThat(running.value(n)).isCloseTo(past.value(n), within(1e-9));
    }
    assertThat(running.value(0)).isEqualTo(0.7);
  }

  @Test
  void rawIsAsItComes() {
    assertThat(Amplitude.RAW.of(flat, KNOWN).values()).containsExactly(flat.values());
    assertThat(Amplitude.RAW.asItComes(flat, KNOWN).values()).containsExactly(flat.values());
  }

  @Test
  void whatNeverMovesIsTheKnownMean() {
    Series silent = series(0.3, 0.3, 0.3);
    assertThat(Amplitude.RESTORED.of(silent, KNOWN).values()).containsOnly(0.7);
    assertThat(Amplitude.RESTORED.asItComes(silent, KNOWN).values()).containsOnly(0.7);
  }

  private static Series series(double... values) {
    return new Series("friction coefficient", "", new Clock(0, 0.1), values);
  }
}
