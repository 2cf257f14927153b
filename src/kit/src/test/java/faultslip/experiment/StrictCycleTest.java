package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.ced.Ced;
import faultslip.ced.RecordingStandardisation;
import faultslip.ced.TrainingHistory;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.split.Segment;
import faultslip.study.Study;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Half a cycle is all that is known of a fault state: nothing else of it has influence, and nothing is validated by. */
class StrictCycleTest {
  // Periods of 100 samples from 99 on.
  private static final Segment HALF = new Segment(99, 149);

  @TempDir
  Path folder;

  private final Study study = StickSlip.study().withMethod(StickSlip.study().method().changed(
      List.of("fewCycles.latentSpace.stepsPerCycle=6", "fewCycles.nothingBefore.stepsPerCycle=4")));

  @Test
  void namesSayWhatIsKnownAndWhatHasLearned() {
    assertThat(StrictCycle.all().map(Experiment::id)).containsExactly(
        "strict-cycle-post-failure", "strict-cycle-post-failure-zero-shot", "strict-cycle-post-failure-nothing-before",
        "strict-cycle-post-failure-random-forest", "strict-cycle-pre-failure", "strict-cycle-pre-failure-zero-shot",
        "strict-cycle-pre-failure-nothing-before", "strict-cycle-pre-failure-random-forest");
    assertThat(StrictCycle.all().filter(Experiment::hasSimulation).map(Experiment::id))
        .allMatch(id -> id.endsWith("failure") || id.endsWith("zero-shot"));
  }

  @ParameterizedTest
  @EnumSource
  void noFaultStateOutsideTheHalfHasInfluence(CycleLearner learner) {
    Recording recording = study.laboratory().recording();
    double[] before = said(learner, recording);
    // Behind the failure that ends the cycle, for that says how long a half is; the test segment begins at 600.
    assertThat(said(learner, with(recording, recording.emission().values(), changed(recording.fault(), 201, 600))))
        .isEqualTo(before);
    assertThat(said(learner, with(recording, recording.emission().values(), changed(recording.fault(), 0, 98))))
        .isEqualTo(before);
    assertThat(said(learner, with(recording, recording.emission().values(), changed(recording.fault(), 110, 140))))
        .isNotEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(names = {"CROSS_TRAINED", "NOTHING_BEFORE"})
  void ofTheEmissionAllIsHeardUpToTheEndOfTheHalf(CycleLearner learner) {
    Recording recording = study.laboratory().recording();
    double[] before = said(learner, recording);
    assertThat(said(learner, with(recording, changed(recording.emission(), 149, 600), recording.fault().values())))
        .isEqualTo(before);
    assertThat(said(learner, with(recording, changed(recording.emission(), 0, 90), recording.fault().values())))
        .isNotEqualTo(before);
  }

  @Test
  void trainingsEndAfterStepsThatTheMethodGives() {
    ExperimentContext context = context(study);
    TrainingHistory crossTrained = history(context, CycleLearner.CROSS_TRAINED);
    assertThat(crossTrained.steps()).isEqualTo(3); // half of 6 a cycle
    assertThat(crossTrained.bestStep()).isEqualTo(3);
    assertThat(crossTrained.validations()).hasSize(1);
    assertThat(history(context, CycleLearner.NOTHING_BEFORE).steps()).isEqualTo(2);
  }

  private static TrainingHistory history(ExperimentContext context, CycleLearner learner) {
    return context.trained(new StrictCycle(LimitedCycle.PRE_FAILURE, learner).models(context, 0).get(0)).history();
  }

  @Test
  void nothingIsValidatedOrCalibratedByWhatIsNotKnown() {
    for (CycleLearner learner : CycleLearner.values()) {
      Result result = new StrictCycle(LimitedCycle.POST_FAILURE, learner).run(context(study), 0).get(0);
      assertThat(result.row().model().validationLoss()).isEmpty();
      assertThat(result.calibrating()).isEmpty();
      assertThat(result.segment().knownIn()).isEqualTo(HALF);
      assertThat(result.scores().samples()).isEqualTo(900);
    }
  }

  @Test
  void meanOfTheMeanPredictorIsThatOfTheHalf() {
    // From 0.499 at the sample before the drop over 0.4 to 0.448: 0.4 + (0.099 + 0.001 · 48 · 49 / 2) / 50.
    TestSegment segment = new StrictCycle(LimitedCycle.POST_FAILURE, CycleLearner.ZERO_SHOT).known(context(study)).segment();
    assertThat(segment.knownMean()).isCloseTo(0.4 + (0.099 + 0.001 * 48 * 49 / 2) / 50, org.assertj.core.api.Assertions.within(1e-9));
  }

  @Test
  void knownFromTheBeginningStandardisationIsThatOfTheKnownPart() {
    Recording recording = study.laboratory().recording();
    var image = study.sampled().transfer().image();
    TestSegment segment = new TestSegment(recording, new Segment(0, 300), new Segment(600, 1500), 0);
    assertThat(segment.standardisation(image, 2)).isEqualTo(RecordingStandardisation.of(recording.slice(0, 300).refined(2), image));
  }

  @Test
  void studyWithoutFailuresIsRefused() {
    Study unknown = study.withLaboratory(study.laboratory().recording());
    assertThat(StrictCycle.all().map(each -> each.obstacle(unknown))).allSatisfy(obstacle ->
        assertThat(obstacle.orElseThrow()).contains("does not say what a failure is"));
    assertThat(StrictCycle.all().map(each -> each.obstacle(study))).allMatch(Optional::isEmpty);
  }

  // What comes out is looked at as a network, for what it says of the test segment is scaled by the known part.
  private double[] said(CycleLearner learner, Recording laboratory) {
    Study of = new Study(study.name(), study.simulations(),
        new Study.Laboratory(laboratory, Optional.of(StickSlip.CRITERION)), study.others(), study.method(), study.sources());
    ExperimentContext context = context(of);
    StrictCycle experiment = new StrictCycle(LimitedCycle.POST_FAILURE, learner);
    double[] series = experiment.run(context, 0).get(0).predicted().values();
    Stream<Ced> networks = experiment.models(context, 0).stream().map(model -> context.trained(model).network());
    return networks.reduce(series, (all, network) -> concatenated(all, network.apply(new float[32 * 64])), (one, other) -> other);
  }

  private static double[] concatenated(double[] all, float[] more) {
    double[] both = Arrays.copyOf(all, all.length + more.length);
    for (int i = 0; i < more.length; i++) {
      both[all.length + i] = more[i];
    }
    return both;
  }

  private static double[] changed(Series series, int from, int to) {
    double[] values = series.values();
    for (int n = from; n < to; n++) {
      values[n] += 0.02 * Math.sin(0.1 * n);
    }
    return values;
  }

  private static Recording with(Recording recording, double[] emission, double[] fault) {
    return new Recording(recording.name(), recording.emission().with(emission), recording.fault().with(fault));
  }

  // A store of its own, or the models of one recording would be taken for another if a key forgot something.
  private ExperimentContext context(Study of) {
    return StickSlip.context(of, folder.resolve(UUID.randomUUID().toString()));
  }
}
