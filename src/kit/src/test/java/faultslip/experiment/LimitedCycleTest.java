package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.ced.CedArchitecture;
import faultslip.ced.ModelStore;
import faultslip.ced.ScalogramSettings;
import faultslip.ced.TrainingProgress;
import faultslip.ced.TrainingSettings;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.split.Segment;
import faultslip.split.Windows;
import faultslip.study.Study;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows fit the sampling, the halves make up one cycle, and nothing outside the training segment has influence. */
class LimitedCycleTest {
  private static final CedArchitecture ARCHITECTURE = MethodSettings.standard().architecture();
  private static final ScalogramSettings SCALOGRAM = MethodSettings.standard().scalogram();

  @TempDir
  Path folder;

  /** Samples of a cycle, and by how much it is refined. */
  @ParameterizedTest
  @CsvSource({"90,5", "97,5", "105,4", "160,3", "250,2", "400,1", "508,1"})
  void windowsAreReducedAsFarAsTheLargestScaleStillSpansTheCycle(int cycle, int refinement) {
    LimitedCycleSettings settings = LimitedCycleSettings.fitting(cycle, SCALOGRAM, ARCHITECTURE);
    assertThat(settings.refinement()).isEqualTo(refinement);
    // The Ricker wavelet's period is 2π/√2.5 of its scale, the largest of 128 samples.
    assertThat(settings.refinement() * cycle).isLessThanOrEqualTo((int) (2 * Math.PI / Math.sqrt(2.5) * 128));
    assertThat(settings.windows()).isEqualTo(new Windows(64, 4));
  }

  @Test
  void wherePapersWindowsFitTheNetworkNothingIsInterpolated() {
    // 120 Hz: 2 s are 240 samples, 0.4 s are 48, 0.1 s are 12.
    LimitedCycleSettings settings = LimitedCycleSettings.fitting(1200, ScalogramSettings.ricker(1024), ARCHITECTURE.withWidth(240));
    assertThat(settings.refinement()).isEqualTo(1);
    assertThat(settings.windows()).isEqualTo(new Windows(48, 12));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 28, 509, 5000})
  void cycleThatDoesNotFitIsRefused(int cycle) {
    assertThatThrownBy(() -> LimitedCycleSettings.fitting(cycle, SCALOGRAM, ARCHITECTURE)).isInstanceOf(ExperimentException.class)
        .hasMessageContaining("A cycle of " + cycle + " samples").hasMessageContaining("span 509");
  }

  @Test
  void patienceIsAHundredEpochsOfAsManyStepsAsItTakes() {
    LimitedCycleSettings settings = LimitedCycleSettings.fitting(97, SCALOGRAM, ARCHITECTURE);
    TrainingSettings training = settings.training(40); // 40 windows, 16 a step
    assertThat(training.validationInterval()).isEqualTo(3);
    assertThat(training.patience()).isEqualTo(300);
  }

  @Test
  void halvesMakeUpTheFirstWholeCycle() {
    LimitedCycle limited = new LimitedCycle(chain(StickSlip.study()));
    // Periods of 100 samples: the slope shows a drop from the sample before it.
    assertThat(limited.cycle()).isEqualTo(new Segment(99, 199));
    assertThat(limited.segment(CyclePart.POST_FAILURE)).isEqualTo(new Segment(99, 149));
    assertThat(limited.segment(CyclePart.PRE_FAILURE)).isEqualTo(new Segment(149, 199));
    assertThat(CyclePart.PRE_FAILURE.of(new Segment(10, 21))).isEqualTo(new Segment(15, 21));
  }

  @ParameterizedTest
  @EnumSource
  void isScoredAtTheSamplesOfTheRecording(CyclePart part) {
    LimitedCycle limited = new LimitedCycle(chain(StickSlip.study()));
    LimitedCycleResult result = limited.run(part, 0, TrainingProgress.SILENT);
    assertThat(result.scores().samples()).isEqualTo(900);
    assertThat(result.prediction().fault().length()).isEqualTo(899 * limited.settings().refinement() + 1);
    assertThat(result.row().experiment()).isEqualTo("limited-cycle-" + part.id());
    assertThat(result.key()).startsWith("cycle-" + part.id());
    assertThat(limited.run(part, 0, TrainingProgress.SILENT).scores()).isEqualTo(result.scores());
  }

  @Test
  void nothingBehindTheTrainingSegmentHasInfluenceOnTheModel() {
    Study study = StickSlip.study();
    double[] falsified = study.laboratory().fault().values();
    Arrays.fill(falsified, 300, 1500, 0.9);
    Recording other = new Recording("laboratory", study.laboratory().emission(),
        new Series("friction coefficient", "", study.laboratory().clock(), falsified));
    Study changed = new Study(study.name(), study.simulation(), study.simulationRates(), other, List.of(), Map.of())
        .withFailures(study.failures().orElseThrow());
    float[] images = new float[32 * 64];
    for (int i = 0; i < images.length; i++) {
      images[i] = (float) Math.sin(i);
    }
    float[] first = new LimitedCycle(chain(study))
        .model(CyclePart.PRE_FAILURE, 0, TrainingProgress.SILENT).network().apply(images);
    float[] second = new LimitedCycle(new TransferChain(changed, StickSlip.settings(), new ModelStore(folder.resolve("anew"))))
        .model(CyclePart.PRE_FAILURE, 0, TrainingProgress.SILENT).network().apply(images);
    assertThat(second).containsExactly(first);
  }

  @Test
  void studyWithoutFailuresIsRefused() {
    Study study = StickSlip.study();
    Study unknown = study.withLaboratory(study.laboratory());
    assertThatThrownBy(() -> new LimitedCycle(chain(unknown))).isInstanceOf(ExperimentException.class)
        .hasMessageContaining("does not say what a failure is");
  }

  private TransferChain chain(Study study) {
    return new TransferChain(study, StickSlip.settings(), new ModelStore(folder));
  }
}
