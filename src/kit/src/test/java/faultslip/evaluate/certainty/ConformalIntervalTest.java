package faultslip.evaluate.certainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.evaluate.EvaluationException;
import faultslip.series.Clock;
import faultslip.series.Series;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConformalIntervalTest {

  @Test
  void widthIsTheErrorOfTheRankThatTheLevelAsksFor() {
    Series truth = series(0, 0, 0, 0, 0, 0, 0, 0, 0);
    Series predicted = series(9, -1, 2, -8, 3, 4, -5, 7, 6); // errors 1 to 9
    assertThat(ConformalInterval.calibrated(0.5, truth, predicted).halfWidth()).isEqualTo(5); // rank ceil(10 * 0.5)
    assertThat(ConformalInterval.calibrated(0.51, truth, predicted).halfWidth()).isEqualTo(6);
    assertThat(ConformalInterval.calibrated(0.9, truth, predicted).halfWidth()).isEqualTo(9);
    assertThat(ConformalInterval.calibrated(0.5, truth, predicted).coverage(truth, predicted)).isEqualTo(5 / 9.0);
  }

  @Test
  void tooFewSamplesToTellALevelAreRefused() {
    Series nine = series(1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThatThrownBy(() -> ConformalInterval.calibrated(0.95, nine, nine)).isInstanceOf(EvaluationException.class)
        .hasMessageContaining("9 samples").hasMessageContaining("at least 19");
    assertThatThrownBy(() -> ConformalInterval.calibrated(1, nine, nine)).hasMessageContaining("level 1.0");
    assertThatThrownBy(() -> ConformalInterval.calibrated(0.5, nine, series(1))).hasMessageContaining("1 samples predicted");
  }

  /** What it is for: of exchangeable samples it holds its share, whatever their distribution. */
  @ParameterizedTest
  @ValueSource(doubles = {0.68, 0.95})
  void coversItsShareOfExchangeableSamples(double level) {
    Random random = new Random(7);
    double sum = 0;
    int repeats = 400;
    for (int repeat = 0; repeat < repeats; repeat++) {
      double[] errors = IntStream.range(0, 160).mapToDouble(i -> Math.exp(2 * random.nextGaussian())).toArray();
      Series all = series(errors);
      Series zero = series(new double[160]);
      sum += ConformalInterval.calibrated(level, zero.slice(0, 60), all.slice(0, 60))
          .coverage(zero.slice(60, 160), all.slice(60, 160));
    }
    // Its mean is within [level, level + 1 / 61]; the standard error of 400 repeats is below 0.004.
    assertThat(sum / repeats).isCloseTo(level + 0.5 / 61, within(0.5 / 61 + 0.012));
  }

  private static Series series(double... values) {
    return new Series("fault", "", new Clock(0, 1), values);
  }
}
