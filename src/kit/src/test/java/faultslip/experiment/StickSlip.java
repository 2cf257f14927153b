package faultslip.experiment;

import faultslip.ced.ModelStore;
import faultslip.ced.TrainingProgress;
import faultslip.series.Clock;
import faultslip.series.FailureCriterion;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.study.MethodSettings;
import faultslip.study.Study;
import faultslip.study.Study.OtherRecordings;
import faultslip.study.Study.Simulation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Small studies of a fault that sticks for a period and slips in a sample, heard when it slips. */
public final class StickSlip {
  public static final double INTERVAL = 0.1;
  public static final FailureCriterion CRITERION = new FailureCriterion(-0.1, 1);

  private StickSlip() {}

  public static Recording recording(String name, int length, int period) {
    double[] fault = new double[length];
    double[] emission = new double[length];
    for (int i = 0; i < length; i++) {
      int phase = i % period;
      fault[i] = 0.4 + 0.1 * phase / period;
      emission[i] = -3 + 4 * Math.exp(-phase / 8.0) + 0.5 * phase / period + 0.05 * Math.sin(1.7 * i);
    }
    Clock clock = new Clock(100, INTERVAL);
    return new Recording(name, new Series("ln(AE variance)", "", clock, emission),
        new Series("friction coefficient", "", clock, fault));
  }

  public static Study study(Recording... others) {
    return new Study("stick-slip", List.of(simulation("simulation", 80)),
        new Study.Laboratory(recording("laboratory", 1500, 100), Optional.of(CRITERION)),
        others.length == 0 ? OtherRecordings.NONE : new OtherRecordings(Stream.of(others).map(each -> new Study.Laboratory(each, Optional.empty())).toList(), "others"), settings(), Study.Sources.NONE);
  }

  /** Eight hundred samples of a fault that slips so often. */
  public static Simulation simulation(String name, int period) {
    Recording recording = recording(name, 800, period);
    return new Simulation(name, recording, List.of(recording), Optional.of(CRITERION));
  }

  /** What experiments on a study work with. */
  public static ExperimentContext context(Study study, Path models) {
    return new ExperimentContext(study, new ModelStore(models), training -> TrainingProgress.SILENT);
  }

  /** Two steps of each training: to see what goes where. */
  public static MethodSettings settings() {
    return settings(2, MethodSettings.standard());
  }

  /** So many steps of each training, and three epochs on a cycle. */
  public static MethodSettings settings(int steps, MethodSettings method) {
    MethodSettings.Training all = method.training();
    MethodSettings.CycleTraining cycle = method.cycle();
    return new MethodSettings(method.images(), method.networks(), method.windows(), method.splits(),
        new MethodSettings.Training(all.simulation().withSteps(steps), all.laboratory().withSteps(steps), all.augmentation(),
            all.latentSpace().withSteps(steps), all.latentStart()),
        new MethodSettings.CycleTraining(3, cycle.patience(), cycle.batch(), cycle.learningRate(), cycle.averaging()), method.fewCycles());
  }
}
