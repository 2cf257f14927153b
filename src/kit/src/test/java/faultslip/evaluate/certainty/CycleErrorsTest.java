package faultslip.evaluate.certainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.evaluate.EvaluationException;
import faultslip.evaluate.Scores;
import faultslip.series.Clock;
import faultslip.series.Series;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

/** Scores by cycles are those of the whole; how they vary over draws is what theory says. */
class CycleErrorsTest {
  private final double[] truth = new double[400];
  private final double[] predicted = new double[400];

  CycleErrorsTest() {
    SplittableRandom random = new SplittableRandom(5);
    Arrays.setAll(truth, n -> 0.4 + 0.05 * (n % 40) / 40);
    Arrays.setAll(predicted, n -> truth[n] + 0.01 * random.nextGaussian() + (n / 40 % 3) * 0.005);
  }

  private static Series series(double... values) {
    return new Series("friction", "", new Clock(0, 0.1), values);
  }

  private static List<Integer> every(int samples, int length) {
    return IntStream.iterate(samples, n -> n < length, n -> n + samples).boxed().toList();
  }

  @Test
  void overAllCyclesTheScoresAreThoseOfTheSegment() {
    Scores scores = Scores.of(series(truth), series(predicted), 0.42);
    for (List<Integer> failures : List.of(List.<Integer>of(), every(40, 400), List.of(3, 77, 399))) {
      CycleErrors errors = CycleErrors.of(series(truth), series(predicted), failures, 0);
      assertThat(errors.cycles()).hasSize(failures.size() + 1);
      assertThat(errors.score(ErrorScore.MAPE)).isCloseTo(scores.mapePercent(), within(1e-10));
      assertThat(errors.score(ErrorScore.MAE)).isCloseTo(scores.mae(), within(1e-12));
      assertThat(errors.score(ErrorScore.R2)).isCloseTo(scores.r2(), within(1e-10));
    }
  }

  @Test
  void percentagesLeaveOutWhatIsNearZero() {
    double[] time = IntStream.range(0, 100).mapToDouble(n -> (99 - n) % 25).toArray();
    double[] told = Arrays.stream(time).map(left -> 0.8 * left + 1).toArray();
    CycleErrors errors = CycleErrors.of(series(time), series(told), every(25, 100), 2);
    assertThat(errors.score(ErrorScore.MAPE))
        .isCloseTo(Scores.of(series(time), series(told), 12, 2).mapePercent(), within(1e-10));
  }

  /** Cycles of one length: the MAE of a draw is the mean of as many cycles' MAEs, whose deviation is known. */
  @Test
  void varyOverDrawsByTheirDeviationOverTheRootOfTheirNumber() {
    CycleErrors errors = CycleErrors.of(series(truth), series(predicted), every(40, 400), 0);
    double[] ofCycles = errors.cycles().stream().mapToDouble(cycle -> cycle.absolute() / cycle.samples()).toArray();
    double[] draws = errors.resampled(ErrorScore.MAE, 20000, 1);
    double expected = Math.sqrt(StatUtils.populationVariance(ofCycles) / 10);
    assertThat(StatUtils.mean(draws)).isCloseTo(StatUtils.mean(ofCycles), within(0.02 * expected * 2));
    assertThat(Math.sqrt(StatUtils.variance(draws))).isCloseTo(expected, within(0.02 * expected));
  }

  @Test
  void ofOneTruthTheDrawsArePaired() {
    Series shifted = series(Arrays.stream(predicted).map(value -> value + 1).toArray());
    double[] one = CycleErrors.of(series(truth), shifted, every(40, 400), 0).resampled(ErrorScore.MAE, 500, 3);
    Series further = series(Arrays.stream(predicted).map(value -> value + 1.25).toArray());
    double[] other = CycleErrors.of(series(truth), further, every(40, 400), 0).resampled(ErrorScore.MAE, 500, 3);
    // All errors are above 0, so the second is worse by a quarter in every draw.
    double[] differences = IntStream.range(0, 500).mapToDouble(i -> other[i] - one[i]).toArray();
    assertThat(DoubleStream.of(differences)).allSatisfy(difference -> assertThat(difference).isCloseTo(0.25, within(1e-9)));
    assertThat(StatUtils.max(one) - StatUtils.min(one)).isPositive();
  }

  @Test
  void theMiddlePartLeavesTheSameOutOnBothSides() {
    double[] values = IntStream.rangeClosed(1, 999).mapToDouble(n -> n).toArray();
    ConfidenceInterval interval = ConfidenceInterval.of(0.9, values);
    assertThat(interval.from()).isCloseTo(50, within(1e-9));
    assertThat(interval.to()).isCloseTo(950, within(1e-9));
  }

  @Test
  void refusesWhatHasNoAnswer() {
    assertThatThrownBy(() -> new CycleErrors(List.of())).isInstanceOf(EvaluationException.class);
    assertThatThrownBy(() -> CycleErrors.of(series(truth), series(1, 2), List.of(), 0))
        .isInstanceOf(EvaluationException.class).hasMessageContaining("2 samples predicted");
    assertThatThrownBy(() -> ConfidenceInterval.of(1, new double[] {1})).isInstanceOf(EvaluationException.class);
    assertThatThrownBy(() -> ConfidenceInterval.of(0.5, new double[0])).isInstanceOf(EvaluationException.class);
  }
}
