package faultslip.gouge;

import static faultslip.gouge.SimulationException.refuseUnless;
import static faultslip.gouge.SimulationException.require;

import faultslip.series.Clock;
import faultslip.series.Series;
import java.io.Serializable;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole simulated experiment, from loose grains to its last stage: everything that its outcome depends on. Each
 * stage, one or more, takes a multiple of the time steps, at least 1, over which a sample is the mean.
 */
public record ShearExperiment(GougeParameters parameters, List<Stage> stages, int samplingSteps)
    implements Serializable {

  /** A part of a run: normal stress on the top plate, over the reference stress, positive; time steps, at least 1. */
  public record Stage(double normalStress, long steps) implements Serializable {

    /** @throws SimulationException if a value is outside its range */
    public Stage {
      require(normalStress > 0 && normalStress <= 1000, "normal stress", normalStress,
          "above 0 to 1000 times the reference stress");
      require(steps >= 1, "steps of a stage", (double) steps, "at least 1");
    }
  }

  /** @throws SimulationException if there is no stage, or one is no multiple of the sampling */
  public ShearExperiment {
    stages = List.copyOf(stages);
    require(samplingSteps >= 1, "sampling", samplingSteps, "at least 1 time step");
    refuseUnless(!stages.isEmpty(), "A run of no stages; give at least one normal stress and its number of steps.");
    for (Stage stage : stages) {
      refuseUnless(stage.steps() % samplingSteps == 0, "A stage of %d steps, sampled every %d; give a multiple.",
          stage.steps(), samplingSteps);
    }
    refuseUnless(steps(stages) / samplingSteps <= Integer.MAX_VALUE - 8,
        "%d steps sampled every %d are more samples than an array holds; sample less often.", steps(stages),
        samplingSteps);
  }

  private static long steps(List<Stage> stages) {
    return stages.stream().mapToLong(Stage::steps).reduce(0, Math::addExact);
  }

  /** Time steps of all stages together. */
  long steps() {
    return steps(stages);
  }

  /** Prepares a fault and runs it to the end; progress is that of preparation and stages together. */
  public GougeHistory run(SimulationProgress progress) {
    return GranularGouge.prepared(parameters, ofWhole(progress, 0))
        .run(stages, samplingSteps, ofWhole(progress, GranularGouge.preparingSteps(parameters)));
  }

  /**
   * Runs to the end, or goes on to it from the last checkpoint, with the same bits. The checkpoint stays, and gives the
   * whole history at once when asked again; delete it when the history is kept elsewhere. A {@link SimulationException}
   * if it is damaged or of another experiment (the first difference is named), or the thread is interrupted, another
   * {@link faultslip.FaultslipException} if it cannot be written.
   */
  public GougeHistory run(Checkpoints checkpoints, SimulationProgress progress) {
    Run run = Files.exists(checkpoints.file()) ? checkpoints.read(this)
        : new Run(this, GranularGouge.prepared(parameters, ofWhole(progress, 0)));
    SimulationProgress running = ofWhole(progress, GranularGouge.preparingSteps(parameters));
    while (run.done < steps()) {
      run.advance(run.done + checkpoints.interval(), running);
      checkpoints.write(run);
    }
    return run.history();
  }

  private SimulationProgress ofWhole(SimulationProgress progress, long before) {
    long all = GranularGouge.preparingSteps(parameters) + steps();
    return (done, part) -> progress.at(before + done, all);
  }

  /** Every number that the outcome depends on, by name ("parameters.contacts.stiffness"), in the records' order. */
  public Map<String, Number> numbers() {
    Map<String, Number> numbers = new LinkedHashMap<>();
    collect("", this, numbers);
    return numbers;
  }

  private static void collect(String name, Object value, Map<String, Number> numbers) {
    if (value instanceof Record part) {
      for (RecordComponent component : part.getClass().getRecordComponents()) {
        collect(name + "." + component.getName(), read(component, part), numbers);
      }
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        collect(name + "." + (i + 1), list.get(i), numbers);
      }
    } else {
      numbers.put(name.substring(1), value instanceof Boolean flag ? (flag ? 1 : 0) : (Number) value);
    }
  }

  private static Object read(RecordComponent component, Record part) {
    try {
      return component.getAccessor().invoke(part);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  /** A fault on its way through an experiment, and the samples so far. It can stop after any sample, and go on. */
  static final class Run implements Serializable {
    final ShearExperiment experiment;
    private final GranularGouge gouge;
    private final double startTime;
    /** Friction, kinetic energy, displacement, height and normal stress. */
    private final double[][] samples;
    /** Time steps done. */
    long done;

    Run(ShearExperiment experiment, GranularGouge gouge) {
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
}
