package faultslip.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.series.Clock;
import faultslip.series.Series;
import org.junit.jupiter.api.Test;

/** Scores by hand; percentages leave out what is near zero and say how much that is. */
class TimeToFailureScoresTest {
  private final Series truth = series(4, 2, 0.5, 0);

  @Test
  void byHand() {
    TimeToFailureScores scores = TimeToFailureScores.of(truth, series(3, 2.5, 1, 0.5), 2, 1);
    assertThat(scores.maeSeconds()).isCloseTo((1 + 0.5 + 0.5 + 0.5) / 4, within(1e-12));
    assertThat(scores.scores().mapePercent()).isCloseTo(100 * (0.25 + 0.25) / 2, within(1e-12));
    assertThat(scores.scores().meanPredictorMapePercent()).isCloseTo(25, within(1e-12));
    assertThat(scores.scores().rmse()).isCloseTo(Math.sqrt(1.75 / 4), within(1e-12));
    assertThat(scores.scores().samples()).isEqualTo(4);
    assertThat(scores.excluded()).isEqualTo(2);
    assertThat(scores.percentFrom()).isEqualTo(1);
  }

  @Test
  void sampleAtTheLimitCounts() {
    assertThat(TimeToFailureScores.of(truth, truth, 2, 2).excluded()).isEqualTo(2);
    assertThat(TimeToFailureScores.of(truth, truth, 2, 2.0001).excluded()).isEqualTo(3);
  }

  @Test
  void withoutALimitOrSamplesNoScore() {
    assertThatThrownBy(() -> TimeToFailureScores.of(truth, truth, 2, 0)).isInstanceOf(EvaluationException.class)
        .hasMessageContaining("from 0.0 s on");
    assertThatThrownBy(() -> TimeToFailureScores.of(truth, truth, 2, 5)).isInstanceOf(EvaluationException.class)
        .hasMessage("'time to failure' is below 5.0 in all of its 4 samples, so no percentage error is left; "
            + "give a lower limit.");
  }

  private static Series series(double... values) {
    return new Series("time to failure", "s", new Clock(0, 1), values);
  }
}
