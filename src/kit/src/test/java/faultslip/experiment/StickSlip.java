package faultslip.experiment;

import faultslip.series.Clock;
import faultslip.series.FailureCriterion;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.study.FailureCriteria;
import faultslip.study.OtherRecordings;
import faultslip.study.Sampling;
import faultslip.study.Study;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small studies of a fault that sticks for a period and slips in a sample, heard when it slips. */
final class StickSlip {
  static final double INTERVAL = 0.1;
  static final FailureCriterion CRITERION = new FailureCriterion(-0.1, 1);

  private StickSlip() {}

  static Recording recording(String name, int length, int period) {
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

  static Study study(Recording... others) {
    Recording simulation = recording("simulation", 800, 80);
    return new Study("stick-slip", Sampling.SLOW, simulation, List.of(simulation), recording("laboratory", 1500, 100),
        others.length == 0 ? OtherRecordings.NONE : new OtherRecordings(List.of(others), "others"),
        Optional.of(new FailureCriteria(CRITERION, CRITERION)), List.of(), Map.of());
  }

  /** Two steps of each training: to see what goes where. */
  static MethodSettings settings() {
    MethodSettings all = MethodSettings.standard();
    return new MethodSettings(all.scalogram(), all.laboratoryScalogram(), all.architecture(),
        all.laboratoryArchitecture(), all.simulationSplit(), all.laboratorySplit(),
        all.simulationWindows(), all.simulationValidation(), all.laboratoryWindows(), all.laboratoryValidation(),
        all.simulationTraining().withSteps(2), all.laboratoryTraining().withSteps(2), all.laboratoryAugmentation(),
        all.crossTraining().withSteps(2), all.latentStart(), 3);
  }
}
