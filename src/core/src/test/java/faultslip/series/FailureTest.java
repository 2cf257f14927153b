package faultslip.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures of sawtooths are where they were put, the time to them follows by arithmetic. */
class FailureTest {
  private static final double TICK = 0.1;

  @ParameterizedTest
  @ValueSource(ints = {7, 20, 50, 97})
  void sawtoothFailsOnceAPeriodWhereItDrops(int period) {
    // Rises by 0.01 a sample, falls back within one.
    Series fault = sawtooth(10 * period, period);
    FailureCatalogue found = new FailureCriterion(-0.02 * period * 0.1, 0).find(fault);
    assertThat(found.failures()).extracting(Failure::sample)
        .containsExactly(multiples(period, 9));
    assertThat(found.meanRecurrence()).isCloseTo(period * TICK, within(1e-9));
    assertThat(found.failures()).allSatisfy(failure -> {
      assertThat(failure.time()).isEqualTo(fault.clock().timeOf(failure.sample()));
      assertThat(failure.steepest()).isNegative();
    });
  }

  @Test
  void timeToFailureFallsBySamplingIntervalToZeroAndEndsWithTheLastFailure() {
    SplittableRandom random = new SplittableRandom(4);
    for (int trial = 0; trial < 100; trial++) {
      Clock clock = new Clock(random.nextDouble(-1e4, 1e4), random.nextDouble(1e-3, 2));
      int[] samples = random.ints(1 + random.nextInt(9), 1, 500).distinct().sorted().toArray();
      FailureCatalogue catalogue = new FailureCatalogue(
          Arrays.stream(samples).mapToObj(sample -> new Failure(sample, clock.timeOf(sample), -1)).toList());
      Series ttf = catalogue.timeToFailure(clock, 600);
      int last = samples[samples.length - 1];
      assertThat(ttf.length()).isEqualTo(last + 1);
      int next = 0;
      for (int i = 0; i <= last; i++) {
        next = i > samples[next] ? next + 1 : next;
        assertThat(ttf.value(i)).isNotNegative().isCloseTo((samples[next] - i) * clock.interval(), within(1e-6));
      }
      assertThat(Arrays.stream(ttf.values()).filter(value -> value == 0).count()).isEqualTo(samples.length);
    }
  }

  @Test
  void timeToFailureIsTheSameAtEveryRateOfARun() {
    Series fault = sawtooth(1000, 97);
    FailureCatalogue catalogue = new FailureCriterion(-0.2, 1).find(fault);
    Series ttf = catalogue.timeToFailure(fault.clock(), fault.length());
    Series blocks = fault.blockMeans(4);
    Series coarse = catalogue.timeToFailure(blocks.clock(), blocks.length());
    for (int i = 0; i < coarse.length(); i++) {
      double time = coarse.clock().timeOf(i);
      double next = Arrays.stream(catalogue.times()).filter(failure -> failure > time - 1e-9).findFirst().orElseThrow();
      assertThat(coarse.value(i)).isCloseTo(next - time, within(1e-9));
    }
    assertThat(coarse.length() * 4).isBetween(ttf.length() - 4, ttf.length() + 4);
  }

  @Test
  void targetCarriesTheEmissionOfItsSamples() {
    Series fault = sawtooth(300, 50);
    Recording recording = new Recording("r", fault.map("e", "", value -> -value), fault);
    Recording target = new FailureCriterion(-0.1, 1).find(fault).target(recording);
    assertThat(target.length()).isEqualTo(250);
    assertThat(target.emission().values()).containsExactly(recording.emission().slice(0, target.length()).values());
    assertThat(target.fault().label()).isEqualTo("time to failure (s)");
    assertThat(target.fault().value(target.length() - 1)).isZero();
  }

  @Test
  void secondDropTooSoonBelongsToTheFirst() {
    double[] values = new double[40];
    Arrays.setAll(values, i -> i < 10 ? 1 : i < 14 ? 0.6 : i < 30 ? 0.2 : -0.2);
    Series fault = new Series("friction", "", new Clock(0, 1), values);
    assertThat(new FailureCriterion(-0.1, 0).find(fault).failures()).extracting(Failure::sample)
        .containsExactly(9, 13, 29);
    assertThat(new FailureCriterion(-0.1, 5).find(fault).failures()).extracting(Failure::sample).containsExactly(9, 29);
    assertThat(new FailureCriterion(-0.1, 20).find(fault).failures()).extracting(Failure::sample)
        .containsExactly(9, 29);
    assertThat(new FailureCriterion(-0.1, 21).find(fault).failures()).extracting(Failure::sample).containsExactly(9);
    assertThat(new FailureCriterion(-0.1, 5).find(fault).before(29).size()).isEqualTo(1);
  }

  @Test
  void dropUnderWayAtTheFirstSampleIsNotCounted() {
    Series fault = new Series("friction", "", new Clock(0, 1), new double[] {3, 2, 1, 1, 1, 0, 0});
    assertThat(new FailureCriterion(-0.4, 0).find(fault).failures()).extracting(Failure::sample).containsExactly(4);
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> new FailureCriterion(0, 1)).isInstanceOf(SeriesException.class)
        .hasMessageContaining("slope of 0.0");
    assertThatThrownBy(() -> new FailureCriterion(Double.NaN, 1)).isInstanceOf(SeriesException.class);
    assertThatThrownBy(() -> new FailureCriterion(-1, -1)).isInstanceOf(SeriesException.class)
        .hasMessageContaining("-1.0 s");
    FailureCatalogue none = new FailureCatalogue(List.of());
    assertThatThrownBy(none::meanRecurrence).isInstanceOf(SeriesException.class)
        .hasMessageContaining("0 failures found");
    assertThatThrownBy(() -> none.timeToFailure(new Clock(5, 1), 10)).isInstanceOf(SeriesException.class)
        .hasMessageContaining("no time to failure");
    assertThatThrownBy(() -> new FailureCatalogue(List.of(new Failure(3, 3, -1), new Failure(2, 2, -1))))
        .isInstanceOf(SeriesException.class).hasMessageContaining("at 2.00000 s follows one at 3.00000 s");
    assertThatThrownBy(() -> new Series("x", "", new Clock(0, 1), new double[] {1}).derivative())
        .isInstanceOf(SeriesException.class).hasMessageContaining("one sample");
  }

  @Test
  void derivativeOfALineIsItsSlopeAndOfAParabolaExactInside() {
    Clock clock = new Clock(2, 0.25);
    double[] line = new double[20];
    double[] parabola = new double[20];
    for (int i = 0; i < 20; i++) {
      line[i] = 3 - 2 * clock.timeOf(i);
      parabola[i] = clock.timeOf(i) * clock.timeOf(i);
    }
    Series slope = new Series("x", "MPa", clock, line).derivative();
    assertThat(slope.values()).containsOnly(-2.0);
    assertThat(slope.label()).isEqualTo("slope of x (MPa/s)");
    Series second = new Series("x", "", clock, parabola).derivative();
    for (int i = 1; i < 19; i++) {
      assertThat(second.value(i)).isCloseTo(2 * clock.timeOf(i), within(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 16})
  void refinedKeepsItsSamplesAndLiesOnLinesBetween(int factor) {
    Series series = sawtooth(40, 7);
    Series refined = series.refined(factor);
    assertThat(refined.length()).isEqualTo(39 * factor + 1);
    assertThat(refined.everyNth(factor).values()).containsExactly(series.values());
    assertThat(refined.everyNth(factor).clock().interval()).isCloseTo(TICK, within(1e-15));
    for (int i = 0; i + factor < refined.length(); i++) {
      int below = i / factor;
      double share = (i % factor) / (double) factor;
      assertThat(refined.value(i))
          .isCloseTo((1 - share) * series.value(below) + share * series.value(below + 1), within(1e-12));
    }
    assertThatThrownBy(() -> series.refined(0)).isInstanceOf(SeriesException.class).hasMessageContaining("0 samples");
    assertThatThrownBy(() -> series.everyNth(0)).isInstanceOf(SeriesException.class).hasMessageContaining("0-th");
  }

  private static Series sawtooth(int length, int period) {
    double[] values = new double[length];
    Arrays.setAll(values, i -> 0.4 + 0.01 * (i % period));
    return new Series("friction coefficient", "", new Clock(3825, TICK), values);
  }

  private static Integer[] multiples(int period, int count) {
    Integer[] samples = new Integer[count];
    // A central difference sees the drop from the sample before it.
    Arrays.setAll(samples, i -> (i + 1) * period - 1);
    return samples;
  }
}
