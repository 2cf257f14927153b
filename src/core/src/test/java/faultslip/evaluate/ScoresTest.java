package faultslip.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.series.Clock;
import faultslip.series.Series;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Scores computed by hand, and what has no score. */
class ScoresTest {

  @Test
  void byHand() {
    Scores scores = Scores.of(series(1, 2, 4, 5), series(1.1, 1.8, 4, 4), 2);
    // |error/truth|: 0.1, 0.1, 0, 0.2; squares: 0.01, 0.04, 0, 1; about the mean 3: 4 + 1 + 1 + 4.
    assertThat(scores.mapePercent()).isCloseTo(10, within(1e-12));
    assertThat(scores.rmse()).isCloseTo(Math.sqrt(1.05 / 4), within(1e-12));
    assertThat(scores.r2()).isCloseTo(1 - 1.05 / 10, within(1e-12));
    // Always 2: 1, 0, 0.5, 0.6.
    assertThat(scores.meanPredictorMapePercent()).isCloseTo(52.5, within(1e-12));
    assertThat(scores.skill()).isCloseTo(1 - 10 / 52.5, within(1e-12));
    assertThat(scores.samples()).isEqualTo(4);
  }

  @Test
  void negativeTruthCountsByItsMagnitude() {
    assertThat(Scores.of(series(-2, 4), series(-1, 4), -2).mapePercent()).isCloseTo(25, within(1e-12));
  }

  @Test
  void perfectPrediction() {
    Series truth = series(0.4, 0.5, 0.45);
    Scores scores = Scores.of(truth, truth, 0.4);
    assertThat(scores.mapePercent()).isZero();
    assertThat(scores.rmse()).isZero();
    assertThat(scores.r2()).isEqualTo(1);
    assertThat(scores.skill()).isEqualTo(1);
  }

  @Test
  void predictingTheTestMeanGivesZero() {
    double[] values = new double[1000];
    Arrays.setAll(values, i -> 0.4 + 0.05 * Math.sin(0.37 * i) + 1e-5 * i);
    double mean = Arrays.stream(values).average().orElseThrow();
    double[] constant = new double[values.length];
    Arrays.fill(constant, mean);
    Scores scores = Scores.of(series(values), series(constant), mean);
    assertThat(scores.r2()).isCloseTo(0, within(1e-12));
    assertThat(scores.skill()).isCloseTo(0, within(1e-12));
    Arrays.fill(constant, mean + 0.01);
    assertThat(Scores.of(series(values), series(constant), mean).r2()).isNegative();
  }

  @Test
  void mapeDoesNotDependOnTheUnitAndRmseFollowsIt() {
    Scores ratio = Scores.of(series(0.35, 0.4, 0.45), series(0.36, 0.4, 0.43), 0.41);
    Scores stress = Scores.of(series(2.8, 3.2, 3.6), series(2.88, 3.2, 3.44), 3.28);
    assertThat(stress.mapePercent()).isCloseTo(ratio.mapePercent(), within(1e-9));
    assertThat(stress.r2()).isCloseTo(ratio.r2(), within(1e-9));
    assertThat(stress.rmse()).isCloseTo(8 * ratio.rmse(), within(1e-12));
  }

  @Test
  void zeroTruthIsRefusedWithItsTime() {
    assertThatThrownBy(() -> Scores.of(new Series("time to failure", "s", new Clock(10, 0.5), new double[] {1, 0.5, 0}),
        series(1, 1, 1), 1)).isInstanceOf(EvaluationException.class)
        .hasMessage("'time to failure' is 0 at 11.0000 s, where a percentage error has no value; "
            + "score it by RMSE or shift it.");
  }

  /** Percentages leave out what is near zero; all else counts every sample. */
  @Test
  void nearZeroByHand() {
    Series truth = series(4, 2, 0.5, 0);
    Scores scores = Scores.of(truth, series(3, 2.5, 1, 0.5), 2, 1);
    assertThat(scores.mae()).isCloseTo((1 + 0.5 + 0.5 + 0.5) / 4, within(1e-12));
    assertThat(scores.mapePercent()).isCloseTo(100 * (0.25 + 0.25) / 2, within(1e-12));
    assertThat(scores.meanPredictorMapePercent()).isCloseTo(25, within(1e-12));
    assertThat(scores.rmse()).isCloseTo(Math.sqrt(1.75 / 4), within(1e-12));
    assertThat(scores.samples()).isEqualTo(4);
    // A sample at the limit counts.
    assertThat(Scores.of(truth, series(5, 3, 0, 0), 2, 2).mapePercent()).isCloseTo(37.5, within(1e-12));
    assertThat(Scores.of(truth, series(5, 3, 0, 0), 2, 2.0001).mapePercent()).isCloseTo(25, within(1e-12));
    assertThatThrownBy(() -> Scores.of(truth, truth, 2, 5)).isInstanceOf(EvaluationException.class)
        .hasMessage("'friction' is below 5.0 in all of its 4 samples, so no percentage error is left; give a lower limit.");
  }

  @Test
  void constantTruthIsRefused() {
    assertThatThrownBy(() -> Scores.of(series(3, 3, 3), series(1, 2, 3), 3)).isInstanceOf(EvaluationException.class)
        .hasMessageContaining("constant (3.0) over the 3 samples");
  }

  @Test
  void constantTruthIsRefusedAlsoWhereItsMeanIsRounded() {
    double[] values = new double[30];
    Arrays.fill(values, 0.1);
    assertThatThrownBy(() -> Scores.of(series(values), series(values), 0.1)).isInstanceOf(EvaluationException.class)
        .hasMessageContaining("constant");
  }

  @Test
  void otherLengthIsRefused() {
    assertThatThrownBy(() -> Scores.of(series(1, 2, 3), series(1, 2), 2)).isInstanceOf(EvaluationException.class)
        .hasMessageContaining("2 samples predicted").hasMessageContaining("has 3");
  }

  private static Series series(double... values) {
    return new Series("friction", "", new Clock(0, 1), values);
  }
}
