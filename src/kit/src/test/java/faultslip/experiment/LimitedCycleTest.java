package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.ced.Ced;
import faultslip.ced.ScalogramSettings;
import faultslip.ced.TrainingSettings;
import faultslip.experiment.LimitedCycle.LimitedCycleSettings;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.split.Segment;
import faultslip.split.Windows;
import faultslip.study.MethodSettings;
import faultslip.study.MethodSettings.CycleTraining;
import faultslip.study.SampledMethod.Learner;
import faultslip.study.Study;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows fit the sampling, the halves make up one cycle, and nothing outside the training segment has influence. */
class LimitedCycleTest {
  private static final CycleTraining TRAINING = MethodSettings.standard().cycle();
  /** Windows of 64 samples, scales to 128 samples. */
  private static final Learner LEARNER = MethodSettings.standard().at(10).transfer();

  @TempDir
  Path folder;

  /** Samples of a cycle, and by how much it is refined. */
  @ParameterizedTest
  @CsvSource({"90,5", "97,5", "105,4", "160,3", "250,2", "400,1", "508,1"})
  void windowsAreReducedAsFarAsTheLargestScaleStillSpansTheCycle(int cycle, int refinement) {
    LimitedCycleSettings settings = LimitedCycleSettings.fitting(cycle, LEARNER, TRAINING);
    assertThat(settings.refinement()).isEqualTo(refinement);
    // The Ricker wavelet's period is 2π/√2.5 of its scale, the largest of 128 samples.
    assertThat(settings.refinement() * cycle).isLessThanOrEqualTo((int) (2 * Math.PI / Math.sqrt(2.5) * 128));
    assertThat(settings.windows()).isEqualTo(new Windows(64, 4));
  }

  @Test
  void wherePapersWindowsFitTheNetworkNothingIsInterpolated() {
    // 120 Hz: 2 s are 240 samples, 0.4 s are 48, 0.1 s are 12.
    LimitedCycleSettings settings = LimitedCycleSettings.fitting(1200,
        new Learner(ScalogramSettings.ricker(1024), LEARNER.network().withWidth(240)), TRAINING);
    assertThat(settings.refinement()).isEqualTo(1);
    assertThat(settings.windows()).isEqualTo(new Windows(48, 12));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 28, 509, 5000})
  void cycleThatDoesNotFitIsRefused(int cycle) {
    assertThatThrownBy(() -> LimitedCycleSettings.fitting(cycle, LEARNER, TRAINING)).isInstanceOf(ExperimentException.class)
        .hasMessageContaining("A cycle of " + cycle + " samples").hasMessageContaining("span 509");
  }

  @Test
  void patienceIsAHundredEpochsOfAsManyStepsAsItTakes() {
    LimitedCycleSettings settings = LimitedCycleSettings.fitting(97, LEARNER, TRAINING);
    TrainingSettings training = settings.training(40); // 40 windows, 16 a step
    assertThat(training.stopping().validationInterval()).isEqualTo(3);
    assertThat(training.stopping().patience()).isEqualTo(300);
  }

  @Test
  void halvesMakeUpTheFirstWholeCycle() {
    // Periods of 100 samples from 99 on: the slope shows a drop from the sample before it.
    assertThat(LimitedCycle.POST_FAILURE.learned(context(StickSlip.study())).segment()).isEqualTo(new Segment(99, 149));
    assertThat(LimitedCycle.PRE_FAILURE.learned(context(StickSlip.study())).segment()).isEqualTo(new Segment(149, 199));
    assertThat(LimitedCycle.PRE_FAILURE.of(new Segment(10, 21))).isEqualTo(new Segment(15, 21));
  }

  @ParameterizedTest
  @EnumSource
  void isScoredAtTheSamplesOfTheRecording(LimitedCycle limited) {
    ExperimentContext context = context(StickSlip.study());
    Result result = limited.run(context, 0).get(0);
    assertThat(result.scores().samples()).isEqualTo(900);
    assertThat(result.prediction().fault().length()).isEqualTo(899 * limited.learned(context).settings().refinement() + 1);
    assertThat(result.row().experiment()).isEqualTo("limited-cycle-" + limited.title());
    assertThat(result.row().model().key()).startsWith("cycle-" + limited.title());
    assertThat(limited.run(context, 0).get(0).scores()).isEqualTo(result.scores());
  }

  @Test
  void nothingBehindTheTrainingSegmentHasInfluenceOnTheModel() {
    Study study = StickSlip.study();
    Recording laboratory = study.laboratory().recording();
    double[] falsified = laboratory.fault().values();
    Arrays.fill(falsified, 300, 1500, 0.9);
    Recording other = new Recording("laboratory", laboratory.emission(),
        new Series("friction coefficient", "", laboratory.clock(), falsified));
    Study changed = new Study(study.name(), study.simulations(), new Study.Laboratory(other, Optional.of(StickSlip.CRITERION)),
        study.others(), study.method(), study.sources());
    float[] images = new float[32 * 64];
    for (int i = 0; i < images.length; i++) {
      images[i] = (float) Math.sin(i);
    }
    float[] first = network(context(study)).apply(images);
    float[] second = network(StickSlip.context(changed, folder.resolve("anew"))).apply(images);
    assertThat(second).containsExactly(first);
  }

  private static Ced network(ExperimentContext context) {
    return context.trained(LimitedCycle.PRE_FAILURE.models(context, 0).get(0)).network();
  }

  @Test
  void studyWithoutFailuresIsRefused() {
    Study study = StickSlip.study();
    Study unknown = study.withLaboratory(study.laboratory().recording());
    LimitedCycle limited = LimitedCycle.PRE_FAILURE;
    assertThat(limited.obstacle(unknown)).hasValueSatisfying(why -> assertThat(why).contains("does not say what a failure is"));
    assertThat(limited.obstacle(study)).isEmpty();
    assertThatThrownBy(() -> limited.run(context(unknown), 0)).isInstanceOf(ExperimentException.class)
        .hasMessageContaining("does not say what a failure is");
  }

  private ExperimentContext context(Study study) {
    return StickSlip.context(study, folder);
  }
}
