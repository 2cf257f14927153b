package faultslip.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.data.RecordingFormat.TimedColumns;
import faultslip.series.Clock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What times were ticked at, whose few digits bend them. */
class RecordedClockTest {

  private static double[] written(double start, double rate, int rows, int decimals, RoundingMode mode) {
    return IntStream.range(0, rows).mapToDouble(i -> new BigDecimal(start + i / rate).setScale(decimals, mode)
        .doubleValue()).toArray();
  }

  private static RegularSampling sampling(double[] times) {
    double[] values = IntStream.range(0, times.length).mapToDouble(i -> Math.sin(i)).toArray();
    return new TimedColumns(times, Map.of("x", values), row -> "own.csv:" + (row + 2), List.of()).sampling("t");
  }

  @Test
  void roundedTimesKeepTheirClockAndTheirValues() {
    for (RoundingMode mode : List.of(RoundingMode.HALF_EVEN, RoundingMode.FLOOR, RoundingMode.CEILING)) {
      for (double[] rateAndDecimals : new double[][] {{120, 3}, {4, 1}, {30, 2}, {44.1, 3}, {1024, 5}, {60, 3},
          {2400, 4}, {7, 2}, {400, 3}}) {
        double rate = rateAndDecimals[0];
        double[] times = written(1 / rate, rate, 3000, (int) rateAndDecimals[1], mode);
        RegularSampling sampling = sampling(times);
        assertThat(1 / sampling.clock().interval()).as("%s Hz in %s decimals, %s", rate, rateAndDecimals[1], mode)
            .isCloseTo(rate, within(rate * 1e-7));
        double[] values = times.clone();
        assertThat(sampling.apply(values)).as("as they stand").containsExactly(values);
        assertThat(sampling.words()).doesNotContain("jitter").doesNotContain("gap");
      }
    }
  }

  @Test
  void aRateOfManyDigitsIsThatOfTheWholeRecording() {
    for (double rate : new double[] {123.4567, 99.873, 17.123456}) {
      RegularSampling sampling = sampling(written(5, rate, 20_000, 3, RoundingMode.HALF_UP));
      assertThat(1 / sampling.clock().interval()).isCloseTo(rate, within(rate * 0.001 / (20_000 / rate)));
    }
  }

  @Test
  void gapsBendNoClock() {
    double[] whole = written(0, 120, 2000, 3, RoundingMode.HALF_UP);
    double[] times = IntStream.range(0, 2000).filter(i -> i != 700 && i != 900 && i != 901)
        .mapToDouble(i -> whole[i]).toArray();
    RegularSampling sampling = sampling(times);
    assertThat(sampling.clock().interval()).isCloseTo(1 / 120.0, within(1e-12));
    assertThat(sampling.words()).isEqualTo("1,997 rows at 120 Hz, 2 gaps filled by straight lines (own.csv:702, "
        + "own.csv:901)");
    double[] ramp = IntStream.range(0, 2000).filter(i -> i != 700 && i != 900 && i != 901)
        .mapToDouble(i -> 3.0 * i).toArray();
    double[] filled = sampling.apply(ramp);
    IntStream.range(0, filled.length).forEach(i -> assertThat(filled[i]).isCloseTo(3.0 * i, within(1e-6)));
  }

  @Test
  void longGapsAreRefusedWithTheirLines() {
    double[] times = DoubleStream.concat(DoubleStream.concat(DoubleStream.of(written(0, 120, 100, 3,
        RoundingMode.HALF_UP)), DoubleStream.of(written(2, 120, 100, 3, RoundingMode.HALF_UP))),
        DoubleStream.of(written(4, 120, 100, 3, RoundingMode.HALF_UP))).toArray();
    assertThatThrownBy(() -> sampling(times)).isInstanceOf(DataException.class)
        .hasMessageStartingWith("own.csv:102, column 't': nothing between ")
        .hasMessageContaining("at an interval of 0.008").hasMessageContaining("(2 gaps, the next at own.csv:202)");
  }

  @Test
  void jitterBeyondRoundingIsSaid() {
    Random random = new Random(4);
    double[] times = IntStream.range(0, 1000).mapToDouble(i -> Math.round(1e6 * (0.01 * i
        + 0.001 * (random.nextDouble() - 0.5))) / 1e6).toArray();
    RegularSampling sampling = sampling(times);
    assertThat(sampling.words()).matches(".*, times jitter by [56].* % of an interval");
    assertThat(sampling.clock().interval()).isCloseTo(0.01, within(1e-5));
  }

  @Test
  void regularTimesStayWhatTheyWere() {
    double[] times = IntStream.range(0, 3000).mapToDouble(new Clock(3825.07188, 0.1)::timeOf).toArray();
    assertThat(sampling(times).clock()).isEqualTo(new Clock(3825.07188, 0.1));
    double[] exact = IntStream.range(0, 3000).mapToDouble(i -> i / 120.0).toArray();
    assertThat(sampling(exact).clock().interval()).isCloseTo(1 / 120.0, within(1e-12));
  }
}
