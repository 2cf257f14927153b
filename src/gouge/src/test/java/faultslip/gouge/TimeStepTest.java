package faultslip.gouge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import faultslip.gouge.GougeParameters.ContactLaw;
import faultslip.gouge.GougeParameters.Grains;
import faultslip.gouge.GougeParameters.Integration;
import faultslip.gouge.GougeParameters.Loading;
import faultslip.gouge.GougeParameters.Medium;
import faultslip.gouge.GougeParameters.Preparation;
import faultslip.gouge.GougeParameters.Surface;
import faultslip.gouge.ShearExperiment.Stage;
import faultslip.series.Clock;
import faultslip.series.FailureCriterion;
import faultslip.series.Recording;
import faultslip.series.Series;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Results are those of the model, not of its time step: half of it changes statistics of shear, and of stick and slip,
 * within their error.
 */
class TimeStepTest {
  private static final int SEEDS = 6;
  /** Samples a second, seconds recorded and left out before, and units of the simulation's time in a second. */
  private static final int FREQUENCY = 120;
  private static final int SECONDS = 100;
  private static final int SETTLING = 5;
  private static final double UNITS_OF_TIME = 132;

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

  private static void compare(String name, List<GougeHistory> whole, List<GougeHistory> half,
      ToDoubleFunction<GougeHistory> statistic, double precision) {
    compare(name, whole.stream().mapToDouble(statistic).toArray(), half.stream().mapToDouble(statistic).toArray(),
        precision);
  }

  private static void compare(String name, double[] whole, double[] half, double precision) {
    double error = Math.hypot(standardError(whole), standardError(half));
    assertThat(error / mean(whole)).as("relative error of %s", name).isLessThan(precision);
    assertThat(mean(half)).as("%s, error %.3g", name, error).isCloseTo(mean(whole), within(3 * error));
  }

  // Of a short piece of a thin, rough and soft laboratory fault, loaded fast. Slip is chaotic: at another time step its
  // cycles are others.
  private static List<SlipCycle> cycles(double timeStep) {
    Surface rough = new Surface(1, 0.35, 2);
    GougeParameters parameters = new GougeParameters(new Grains(16, 6, 0.7, rough, rough, true, 1),
        new ContactLaw(1000, 0.8, 0.3, 0.5, 0.8, 0.24, 0.01), new Loading(0.02, 0.04, 15, 0.5, 1),
        new Medium(0.02, 0, 0), new Preparation(1, 150, 5, 0.02),
        new Integration(timeStep, 0.04));
    int sampling = (int) Math.round(UNITS_OF_TIME / FREQUENCY / timeStep);
    long second = (long) FREQUENCY * sampling;
    GougeHistory history =
        new ShearExperiment(parameters, List.of(new Stage(1, (SETTLING + SECONDS) * second)), sampling)
        .run(SimulationProgress.SILENT);
    int from = SETTLING * FREQUENCY;
    Clock clock = new Clock(SETTLING, 1.0 / FREQUENCY);
    Recording recording = new Recording("short", timed(history.kineticEnergy().slice(from, history.length()), clock),
        timed(history.friction().slice(from, history.length()), clock));
    return SlipCycle.of(recording, new FailureCriterion(-0.1, 0.5).find(recording.fault()));
  }

  private static Series timed(Series series, Clock clock) {
    return new Series(series.name(), series.unit(), clock, series.values());
  }

  private static double[] recurrences(List<SlipCycle> cycles) {
    return cycles.stream().mapToDouble(SlipCycle::recurrence).toArray();
  }

  private static double[] drops(List<SlipCycle> cycles) {
    return cycles.stream().mapToDouble(SlipCycle::drop).toArray();
  }

  private static List<GougeHistory> histories(double timeStep, long steps) {
    GougeParameters small = Setups.small();
    GougeParameters parameters = small.with(new Integration(timeStep, small.integration().skin()))
        .with(small.loading().withSpring(1).withVelocity(0.02));
    return LongStream.rangeClosed(1, SEEDS)
        .mapToObj(seed -> GranularGouge.prepared(parameters.withSeed(seed), SimulationProgress.SILENT)
        .run(List.of(new Stage(1, steps)), 240, SimulationProgress.SILENT)).toList();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double standardError(double[] values) {
    double mean = mean(values);
    return Math.sqrt(Arrays.stream(values).map(value -> (value - mean) * (value - mean))
        .sum() / (values.length - 1) / values.length);
  }
}
