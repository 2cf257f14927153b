package faultslip.evaluate.certainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.evaluate.EvaluationException;
import faultslip.series.Clock;
import faultslip.series.Failure;
import faultslip.series.FailureCriterion;
import faultslip.series.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

/** Failures found and missed, by hand. */
class FoundFailuresTest {
  private static final FailureCriterion CRITERION = new FailureCriterion(-0.5, 1);

  /** Rises by 0.1 a second and falls back to 0 in 0.2 s after every ten seconds; sampled at 10 Hz. */
  private static Series sawtooth(double delay, double size) {
    double[] values = new double[600];
    Arrays.setAll(values, n -> {
      double phase = ((n / 10.0 - 3 - delay) % 10 + 10) % 10;
      return 3 + size * (phase < 9.8 ? 0.1 * phase : 4.9 * (10 - phase));
    });
    return series(values);
  }

  private static Series series(double... values) {
    return new Series("friction", "", new Clock(7, 0.1), values);
  }

  private static FoundFailures compared(Series truth, Series predicted) {
    return FoundFailures.of(truth, predicted, CRITERION.find(truth).failures(), CRITERION.find(predicted).failures(), 2);
  }

  @Test
  void aPerfectPredictionFindsAllAtOnceAndInFull() {
    FoundFailures found = compared(sawtooth(0, 1), sawtooth(0, 1));
    assertThat(found.failures()).hasSize(6);
    assertThat(found.falseAlarms()).isZero();
    assertThat(found.share()).isEqualTo(1);
    assertThat(found.timingError()).isZero();
    assertThat(found.dropRatio()).isCloseTo(1, within(1e-12));
    assertThat(found.failures().get(2).drop()).isCloseTo(0.98, within(1e-9));
    assertThat(found.failures().get(0).time()).isCloseTo(7 + 2.8, within(0.11));
  }

  @Test
  void oneThatIsEarlyAndTooSmallSaysByHowMuch() {
    FoundFailures found = compared(sawtooth(0, 1), sawtooth(-0.7, 0.6));
    assertThat(found.share()).isEqualTo(1);
    assertThat(found.timingError()).isCloseTo(0.7, within(1e-9));
    assertThat(found.failures().get(3).predicted().orElseThrow().delay()).isCloseTo(-0.7, within(1e-9));
    assertThat(found.dropRatio()).isCloseTo(0.6, within(1e-9));
  }

  @Test
  void outOfStepItFindsNothingAndRaisesFalseAlarms() {
    FoundFailures found = compared(sawtooth(0, 1), sawtooth(5, 1));
    assertThat(found.share()).isZero();
    assertThat(found.falseAlarms()).isEqualTo(6);
    assertThat(found.dropRatio()).isNaN();
    assertThat(found.timingError()).isNaN();
    assertThat(found.resampled(FoundFailures::dropRatio, 10, 0)).hasSize(10).containsOnly(Double.NaN);
  }

  @Test
  void aFlatLineFindsNothingAndHasNoChanceTo() {
    double[] flat = new double[600];
    Arrays.fill(flat, 3.5);
    FoundFailures found = compared(sawtooth(0, 1), series(flat));
    assertThat(found.share()).isZero();
    assertThat(found.falseAlarms()).isZero();
    assertThat(found.chance()).isZero();
  }

  /** Of two alarms for one failure, the closer one is its own, and the other a false one. */
  @Test
  void aFailureIsFoundOnceByTheClosest() {
    Series truth = series(new double[100]);
    FoundFailures found = FoundFailures.of(truth, truth, List.of(at(40), at(60)), List.of(at(42), at(45), at(70)), 2);
    assertThat(found.failures()).extracting(failure -> failure.predicted().orElseThrow().delay())
        .satisfiesExactly(delay -> assertThat(delay).isCloseTo(0.2, within(1e-9)),
            delay -> assertThat(delay).isCloseTo(1.0, within(1e-9)));
    assertThat(found.falseAlarms()).isEqualTo(1);
    // Within 2 s of an alarm: samples 22 to 65, and 50 to 90.
    assertThat(found.chance()).isCloseTo(0.69, within(1e-12));
  }

  /** The share found in a draw of n failures is binomial: its deviation is √(p(1 − p)/n). */
  @Test
  void overDrawsAShareVariesAsBinomialNumbersDo() {
    List<FoundFailures.TrueFailure> failures = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      failures.add(new FoundFailures.TrueFailure(i, 1,
          i % 4 == 0 ? Optional.empty() : Optional.of(new FoundFailures.PredictedFailure(0, 0.5))));
    }
    double[] draws = new FoundFailures(failures, 0, 0).resampled(FoundFailures::share, 20000, 4);
    assertThat(StatUtils.mean(draws)).isCloseTo(0.75, within(0.005));
    assertThat(Math.sqrt(StatUtils.variance(draws))).isCloseTo(Math.sqrt(0.75 * 0.25 / 20), within(0.003));
  }

  @Test
  void refusesWhatDoesNotBelongTogether() {
    Series truth = series(new double[100]);
    assertThatThrownBy(() -> FoundFailures.of(truth, series(new double[99]), List.of(at(3)), List.of(), 2))
        .isInstanceOf(EvaluationException.class).hasMessageContaining("99 samples predicted");
    assertThatThrownBy(() -> FoundFailures.of(truth, truth, List.of(at(3)), List.of(), 0))
        .isInstanceOf(EvaluationException.class).hasMessageContaining("tolerance of 0.0 s");
    assertThatThrownBy(() -> FoundFailures.of(truth, truth, List.of(), List.of(), 2))
        .isInstanceOf(EvaluationException.class).hasMessageContaining("0 failures");
  }

  private static Failure at(int sample) {
    return new Failure(sample, 7 + sample / 10.0, -1);
  }
}
