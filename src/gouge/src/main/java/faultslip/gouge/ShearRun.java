package faultslip.gouge;

import faultslip.gouge.ShearExperiment.Stage;
import faultslip.series.Clock;
import faultslip.series.Series;
import java.io.Serializable;
import java.util.Arrays;

/** A fault on its way through an experiment, and the samples taken so far. It can stop after any sample, and go on. */
final class ShearRun implements Serializable {
  final ShearExperiment experiment;
  private final GranularGouge gouge;
  private final double startTime;
  /** Friction, kinetic energy, displacement, height and normal stress. */
  private final double[][] samples;
  /** Time steps done. */
  long done;

  ShearRun(ShearExperiment experiment, GranularGouge gouge) {
    this.experiment = experiment;
    this.gouge = gouge;
    startTime = gouge.time();
    samples = new double[5][(int) (experiment.steps() / experiment.samplingSteps())];
  }

  /** Goes on to a step, rounded up to a whole sample, or to the end. */
  void advance(long until, SimulationProgress progress) {
    long steps = experiment.steps();
    progress.at(done, steps);
    while (done < Math.min(until, steps)) {
      sample((int) (done / experiment.samplingSteps()), stage());
      done += experiment.samplingSteps();
      GranularGouge.report(progress, done, steps);
    }
  }

  private void sample(int sample, Stage stage) {
    TopPlate plate = gouge.plate;
    plate.normalStress = stage.normalStress();
    int samplingSteps = experiment.samplingSteps();
    double force = 0;
    double energy = 0;
    double x = 0;
    double y = 0;
    for (int k = 0; k < samplingSteps; k++) {
      gouge.step();
      force += plate.springForce;
      energy += gouge.grainEnergy;
      x += plate.x - plate.start;
      y += plate.y;
    }
    double pressing = plate.normalStress * gouge.parameters().grains().length();
    samples[0][sample] = force / (pressing * samplingSteps);
    samples[1][sample] = energy / samplingSteps;
    samples[2][sample] = x / samplingSteps;
    samples[3][sample] = y / samplingSteps;
    samples[4][sample] = plate.normalStress;
  }

  private Stage stage() {
    long end = 0;
    for (Stage stage : experiment.stages()) {
      end += stage.steps();
      if (done < end) {
        return stage;
      }
    }
    throw new IllegalStateException("past the last stage");
  }

  /** The samples taken so far: at least one. */
  GougeHistory history() {
    return new GougeHistory(series(0, "friction coefficient", ""), series(1, "kinetic energy", "σ0 d²"),
        series(2, "displacement", "d"), series(3, "height", "d"), series(4, "normal stress", "σ0"));
  }

  private Series series(int quantity, String name, String unit) {
    double interval = experiment.samplingSteps() * gouge.parameters().integration().timeStep();
    return new Series(name, unit, new Clock(startTime + 0.5 * interval, interval),
        Arrays.copyOf(samples[quantity], (int) (done / experiment.samplingSteps())));
  }
}
