package faultslip.gouge;

import faultslip.series.Clock;
import faultslip.series.Series;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * A fault on its way through stages, and the samples taken so far. It can stop after any sample, be saved, and go on.
 */
final class ShearRun {
  private final GranularGouge gouge;
  private final List<Stage> stages;
  private final int samplingSteps;
  private final long steps;
  private final double[] normalStress;
  private final double[] friction;
  private final double[] kineticEnergy;
  private final double[] displacement;
  private final double[] height;
  private double startTime;
  private long done;

  ShearRun(GranularGouge gouge, List<Stage> stages, int samplingSteps) {
    steps = ShearExperiment.steps(stages, samplingSteps);
    this.gouge = gouge;
    this.stages = List.copyOf(stages);
    this.samplingSteps = samplingSteps;
    int samples = (int) (steps / samplingSteps);
    normalStress = new double[samples];
    friction = new double[samples];
    kineticEnergy = new double[samples];
    displacement = new double[samples];
    height = new double[samples];
    startTime = gouge.time();
  }

  long steps() {
    return steps;
  }

  long done() {
    return done;
  }

  /** Goes on to a step, rounded up to a whole sample. */
  void advance(long until, SimulationProgress progress) {
    var pace = new Pace(progress, steps, done);
    while (done < until) {
      sample((int) (done / samplingSteps), pace);
    }
  }

  private void sample(int sample, Pace pace) {
    TopPlate plate = gouge.plate();
    plate.normalStress = stage().normalStress();
    double force = 0;
    double energy = 0;
    double x = 0;
    double y = 0;
    for (int k = 0; k < samplingSteps; k++) {
      gouge.step();
      force += plate.springForce;
      energy += gouge.grainEnergy();
      x += plate.x - plate.start;
      y += plate.y;
    }
    normalStress[sample] = plate.normalStress;
    friction[sample] = force / (plate.normalStress * gouge.parameters().grains().length() * samplingSteps);
    kineticEnergy[sample] = energy / samplingSteps;
    displacement[sample] = x / samplingSteps;
    height[sample] = y / samplingSteps;
    done += samplingSteps;
    pace.at(done);
  }

  private Stage stage() {
    long end = 0;
    for (Stage stage : stages) {
      end += stage.steps();
      if (done < end) {
        return stage;
      }
    }
    throw new IllegalStateException("past the last stage");
  }

  /** The samples taken so far: at least one. */
  GougeHistory history() {
    int samples = (int) (done / samplingSteps);
    double interval = samplingSteps * gouge.parameters().integration().timeStep();
    Clock clock = new Clock(startTime + 0.5 * interval, interval);
    return new GougeHistory(series("friction coefficient", "", clock, friction, samples),
        series("kinetic energy", "σ0 d²", clock, kineticEnergy, samples),
        series("displacement", "d", clock, displacement, samples), series("height", "d", clock, height, samples),
        series("normal stress", "σ0", clock, normalStress, samples));
  }

  private static Series series(String name, String unit, Clock clock, double[] values, int samples) {
    return new Series(name, unit, clock, Arrays.copyOf(values, samples));
  }

  void transfer(StateTransfer transfer) throws IOException {
    gouge.transfer(transfer);
    done = transfer.of(done);
    startTime = transfer.of(startTime);
    int samples = (int) (done / samplingSteps);
    for (double[] values : List.of(normalStress, friction, kineticEnergy, displacement, height)) {
      transfer.of(values, samples);
    }
  }
}
