package faultslip.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import faultslip.series.Clock;
import faultslip.series.FailureCriterion;
import faultslip.series.Series;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Periods and failures of series that were made with known ones. */
class FaultPaceTest {

  private static Series series(int length, double interval, IntToDoubleFunction value) {
    return new Series("", "", new Clock(3, interval), IntStream.range(0, length).mapToDouble(value).toArray());
  }

  @Test
  void thePeriodOfASawToothWithDriftAndNoise() {
    SplittableRandom random = new SplittableRandom(1);
    for (int period : new int[] {60, 700, 9000}) {
      Series saw = series(100_000, 0.001, i -> (i % period) / (double) period + 1e-5 * i + 0.1 * random.nextGaussian());
      assertThat(Periodicity.of(saw).orElseThrow().period()).as("of %d samples", period)
          .isCloseTo(period * 0.001, within(0.03 * period * 0.001));
    }
  }

  @Test
  void noiseHasNone() {
    SplittableRandom random = new SplittableRandom(2);
    assertThat(Periodicity.of(series(50_000, 1, i -> random.nextGaussian()))).isEmpty();
    assertThat(Periodicity.of(series(50_000, 1, i -> 5))).isEmpty();
    assertThat(Periodicity.of(series(5, 1, i -> i))).isEmpty();
  }

  @Test
  void failuresThatFallAtOnceAreFoundAmongNoise() {
    // Seventeen falls by 0.1 in one sample of 0.01 s, in noise of slopes up to 1 /s.
    SplittableRandom random = new SplittableRandom(3);
    Series fault = series(1800, 0.01, i -> 0.6 + 0.001 * (i % 100) + 0.002 * random.nextGaussian());
    CriterionSearch found = CriterionSearch.of(fault, 1).orElseThrow();
    assertThat(found.failures().size()).isEqualTo(17);
    assertThat(found.failures().meanRecurrence()).isCloseTo(1, within(0.01));
    assertThat(found.criterion().slope()).isBetween(-5.0, -1.0);
    assertThat(found.gentlest()).isGreaterThan(found.steepest());
    assertThat(CriterionSearch.of(series(100, 1, i -> i), 10)).as("nothing falls").isEmpty();
  }

  @Test
  void aCriterionOfMeansIsOfMeans() {
    Series fine = series(180_000, 0.0001, i -> 0.6 + 1e-5 * (i % 10_000));
    CriterionSearch found = CriterionSearch.atPace(fine, 1).orElseThrow();
    assertThat(found.block()).isEqualTo(100);
    assertThat(found.failures().size()).isEqualTo(17);
    FailureCriterion criterion = found.criterion();
    assertThat(criterion.find(fine.blockMeans(100)).size()).isEqualTo(17);
  }

  @Test
  void columnsAreKnownByTheirNames() {
    assertThat(ColumnRoles.of(List.of("Time (s)", "shear stress", "normal stress", "AE rms")))
        .isEqualTo(new ColumnRoles(Optional.of("Time (s)"), Optional.of("AE rms"),
            Optional.of("shear stress"), Optional.of("normal stress")));
    assertThat(ColumnRoles.of(List.of("Zeit (s)", "AE", "Scherspannung", "Normalspannung")).time()).contains("Zeit (s)");
    assertThat(ColumnRoles.of(List.of("t", "µ", "variance", "normal")).over()).isEmpty();
    assertThat(ColumnRoles.of(List.of("a", "b")).time()).isEmpty();
  }
}
