package faultslip.gouge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import faultslip.series.FailureCriterion;
import faultslip.series.Recording;
import faultslip.series.SlipCycle;
import faultslip.study.SyntheticFault;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Results are those of the model, not of its time step: half of it changes statistics of shear, and of stick and slip, within their error. */
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

  @Test
  void halfTheTimeStepGivesTheSameCycles() {
    List<SlipCycle> whole = cycles(0.005);
    List<SlipCycle> half = cycles(0.0025);
    compare("recurrence", recurrences(whole), recurrences(half), 0.15);
    compare("friction drop", drops(whole), drops(half), 0.1);
  }

  private static void compare(String name, List<GougeHistory> whole, List<GougeHistory> half, ToDoubleFunction<GougeHistory> statistic, double precision) {
    compare(name, whole.stream().mapToDouble(statistic).toArray(), half.stream().mapToDouble(statistic).toArray(), precision);
  }

  private static void compare(String name, double[] whole, double[] half, double precision) {
    double error = Math.hypot(standardError(whole), standardError(half));
    assertThat(error / mean(whole)).as("relative error of %s", name).isLessThan(precision);
    assertThat(mean(half)).as("%s, error %.3g", name, error).isCloseTo(mean(whole), within(3 * error));
  }

  // Of a short piece of the fault after p4581, loaded fast. Slip is chaotic: at another time step its cycles are others.
  private static List<SlipCycle> cycles(double timeStep) {
    GougeParameters laboratory = SyntheticFault.p4581().parameters();
    GrainParameters grains = laboratory.grains();
    GougeParameters parameters = laboratory
        .with(new GrainParameters(16, grains.layers(), grains.sizeRatio(), grains.bottom(), grains.top(), grains.rolling(), 1))
        .with(laboratory.loading().withVelocity(0.04)).with(laboratory.integration().withTimeStep(timeStep));
    SyntheticFault fault = new SyntheticFault("short", parameters, List.of(5.0), 100, 5, 132, Optional.empty());
    Recording recording = fault.recordings(fault.experiment().run(SimulationProgress.SILENT)).values().iterator().next();
    return SlipCycle.of(recording, new FailureCriterion(-0.1, 0.5).find(recording.fault()));
  }

  private static double[] recurrences(List<SlipCycle> cycles) {
    return cycles.stream().mapToDouble(SlipCycle::recurrence).toArray();
  }

  private static double[] drops(List<SlipCycle> cycles) {
    return cycles.stream().mapToDouble(SlipCycle::drop).toArray();
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
