package faultslip.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Results are those of the model, not of its time step: half of it changes statistics of shear within their error. */
class TimeStepTest {
  private static final int SEEDS = 6;

  @Test
  void halfTheTimeStepGivesTheSameStatistics() {
    List<GougeHistory> whole = histories(0.005, 120_000);
    List<GougeHistory> half = histories(0.0025, 240_000);
    compare("mean friction", whole, half, history -> mean(history.friction().values()), 0.03);
    compare("thickness", whole, half, history -> mean(history.height().values()), 0.05);
    compare("kinetic energy", whole, half, history -> mean(history.kineticEnergy().values()), 0.1);
  }

  private static void compare(String name, List<GougeHistory> whole, List<GougeHistory> half, ToDoubleFunction<GougeHistory> statistic, double precision) {
    double[] a = whole.stream().mapToDouble(statistic).toArray();
    double[] b = half.stream().mapToDouble(statistic).toArray();
    double error = Math.hypot(standardError(a), standardError(b));
    assertThat(error / mean(a)).as("relative error of %s", name).isLessThan(precision);
    assertThat(mean(b)).as("%s, error %.3g", name, error).isCloseTo(mean(a), within(3 * error));
  }

  private static List<GougeHistory> histories(double timeStep, long steps) {
    GougeParameters small = Setups.small();
    GougeParameters parameters = small.with(small.integration().withTimeStep(timeStep)).with(small.loading().withSpring(1).withVelocity(0.02));
    return LongStream.rangeClosed(1, SEEDS).mapToObj(seed -> GranularGouge.prepared(parameters.withSeed(seed), SimulationProgress.SILENT)
        .run(List.of(new Stage(1, steps)), 240, SimulationProgress.SILENT)).toList();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double standardError(double[] values) {
    double mean = mean(values);
    return Math.sqrt(Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum() / (values.length - 1) / values.length);
  }
}
