package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import faultslip.series.Clock;
import faultslip.series.Failure;
import faultslip.series.FailureCatalogue;
import faultslip.series.Series;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Exact for a periodic fault; told of a failure only once it has begun. */
class PeriodicPredictionTest {
  private static final Clock CLOCK = new Clock(100, 0.5);

  @Test
  void isExactForAPeriodicFault() {
    FailureCatalogue failures = every(20, 5);
    Series truth = failures.timeToFailure(CLOCK, 100);
    Series predicted = TimeToFailure.periodic(10, failures, CLOCK, truth.length());
    for (int i = 21; i < truth.length(); i++) {
      assertThat(predicted.value(i)).isCloseTo(truth.value(i), within(1e-9));
    }
  }

  @Test
  void beforeTheFirstFailureHalfARecurrenceAndOverdueZero() {
    Series predicted = TimeToFailure.periodic(4, new FailureCatalogue(List.of(failure(10))), CLOCK, 30);
    assertThat(Arrays.copyOf(predicted.values(), 11)).containsOnly(2);
    assertThat(predicted.value(11)).isCloseTo(3.5, within(1e-12));
    assertThat(Arrays.copyOfRange(predicted.values(), 18, 30)).containsOnly(0);
  }

  @Test
  void failuresToComeHaveNoInfluence() {
    FailureCatalogue all = every(13, 7);
    Series known = TimeToFailure.periodic(6.5, all, CLOCK, 91);
    for (int now = 0; now < 91; now++) {
      Series then = TimeToFailure.periodic(6.5, all.before(now), CLOCK, now + 1);
      assertThat(then.value(now)).isEqualTo(known.value(now));
    }
  }

  @Test
  void segmentIsPredictedAsWithinTheWhole() {
    FailureCatalogue failures = every(13, 7);
    Series whole = TimeToFailure.periodic(6, failures, CLOCK, 91);
    Series segment = TimeToFailure.periodic(6, failures, CLOCK.from(40), 51);
    for (int i = 0; i < 51; i++) {
      assertThat(segment.value(i)).isCloseTo(whole.value(40 + i), within(1e-9));
    }
  }

  private static FailureCatalogue every(int period, int count) {
    return new FailureCatalogue(IntStream.rangeClosed(1, count).mapToObj(i -> failure(i * period)).toList());
  }

  private static Failure failure(int sample) {
    return new Failure(sample, CLOCK.timeOf(sample), -1);
  }
}
