package faultslip.gouge;

import java.util.List;
import java.util.Objects;

/**
 * A whole simulated experiment, from loose grains to its last stage: everything that its outcome depends on.
 *
 * @param parameters of the fault
 * @param stages it is run through, at least one
 * @param samplingSteps time steps over which a sample is the mean, at least 1; every stage's steps are a multiple
 */
public record ShearExperiment(GougeParameters parameters, List<Stage> stages, int samplingSteps) {

  /** @throws SimulationException if there is no stage, or one is no multiple of the sampling */
  public ShearExperiment {
    Objects.requireNonNull(parameters, "parameters");
    stages = List.copyOf(stages);
    steps(stages, samplingSteps);
  }

  static long steps(List<Stage> stages, int samplingSteps) {
    SimulationException.require(samplingSteps >= 1, "sampling", samplingSteps, "at least 1 time step");
    if (stages.isEmpty()) {
      throw new SimulationException("A run of no stages; give at least one normal stress and its number of steps.");
    }
    for (Stage stage : stages) {
      if (stage.steps() % samplingSteps != 0) {
        throw new SimulationException("A stage of %d steps, sampled every %d; give a multiple."
            .formatted(stage.steps(), samplingSteps));
      }
    }
    long steps = stages.stream().mapToLong(Stage::steps).reduce(0, Math::addExact);
    if (steps / samplingSteps > Integer.MAX_VALUE - 8) {
      throw new SimulationException(
          "%d steps sampled every %d give more samples than an array holds; sample less often."
              .formatted(steps, samplingSteps));
    }
    return steps;
  }

  /**
   * Prepares a fault and runs it to the end.
   *
   * @param progress of preparation and stages together
   */
  public GougeHistory run(SimulationProgress progress) {
    return GranularGouge.prepared(parameters, ofWhole(progress, 0))
        .run(stages, samplingSteps, ofWhole(progress, Preparation.steps(parameters)));
  }

  /**
   * Runs to the end, or goes on to it from the last checkpoint, with the same bits. The checkpoint stays, and gives the
   * whole history at once when asked again; delete it when the history is kept elsewhere.
   *
   * @throws SimulationException if the checkpoint is of another experiment (the first difference is named) or damaged,
   *     or the thread is interrupted
   * @throws faultslip.FaultslipException if it cannot be written
   */
  public GougeHistory run(Checkpoints checkpoints, SimulationProgress progress) {
    ShearRun run = checkpoints.exist() ? checkpoints.read(this)
        : new ShearRun(GranularGouge.prepared(parameters, ofWhole(progress, 0)), stages, samplingSteps);
    SimulationProgress running = ofWhole(progress, Preparation.steps(parameters));
    while (run.done() < run.steps()) {
      run.advance(Math.min(run.steps(), run.done() + checkpoints.interval()), running);
      checkpoints.write(this, run);
    }
    return run.history();
  }

  private SimulationProgress ofWhole(SimulationProgress progress, long before) {
    long all = Preparation.steps(parameters) + steps(stages, samplingSteps);
    return (done, part) -> progress.at(before + done, all);
  }
}
