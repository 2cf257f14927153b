package faultslip.gouge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.series.Clock;
import faultslip.series.Failure;
import faultslip.series.FailureCatalogue;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.series.SeriesException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlipCycleTest {
  private static final Clock CLOCK = new Clock(100, 0.5);

  @Test
  void aFailureBetweenTwoOthersMakesACycle() {
    double[] fault = {5, 3, 4, 6, 8, 2, 3, 7, 1, 2};
    double[] emission = {0, 9, 0, 0, 0, 4, 1, 0, 6, 0};
    Recording recording = recording(emission, fault);
    FailureCatalogue failures = catalogue(1, 5, 8);
    assertThat(SlipCycle.of(recording, failures)).containsExactly(new SlipCycle(2, 8 - 2, 4));
  }

  @Test
  void twoFailuresMakeNone() {
    Recording recording = recording(new double[4], new double[4]);
    assertThatThrownBy(() -> SlipCycle.of(recording, catalogue(1, 3))).isInstanceOf(SeriesException.class)
        .hasMessageContaining("2 failures in 'made'");
  }

  private static Recording recording(double[] emission, double[] fault) {
    return new Recording("made", new Series("emission", "", CLOCK, emission), new Series("friction", "", CLOCK, fault));
  }

  private static FailureCatalogue catalogue(Integer... samples) {
    return new FailureCatalogue(List.of(samples).stream().map(sample -> new Failure(sample, CLOCK.timeOf(sample), -1))
        .toList());
  }
}
