package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.experiment.CycleLearner.Known;
import faultslip.experiment.ResultRow.LearnedCycles;
import faultslip.series.Recording;
import faultslip.study.MethodSettings;
import faultslip.study.Study;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Amounts are counted in cycles, from failures before the test segment, and nothing else of the laboratory is known. */
class LearningCurveTest {
  private static final LearningCurve CROSS_TRAINED = new LearningCurve(CycleLearner.CROSS_TRAINED, LookAhead.WINDOW);

  @TempDir
  Path folder;

  private static Study study(String... settings) {
    List<String> few = List.of("fewCycles.latentSpace.stepsPerCycle=4", "fewCycles.nothingBefore.stepsPerCycle=4",
        "windows.nowcast.memory=12.8 s", "windows.nowcast.simulation={training: 6.4 s, validation: 6.4 s}");
    return StickSlip.study().withMethod(StickSlip.study().method()
        .changed(Stream.concat(few.stream(), Stream.of(settings)).toList()));
  }

  @Test
  void amountsBeginWithFailuresBeforeTheTestSegment() {
    // Failures at 99, 199, ... 499 or 599 before 600: the last start of two cycles is two before the last of them.
    ExperimentContext context = context(study("fewCycles.amounts=[0.25, 1, 1.5, 2]", "fewCycles.starts=2"));
    List<Known> known = Stream.of(0L, 1L).flatMap(seed -> CROSS_TRAINED.known(context, seed).stream()).toList();
    assertThat(known).extracting(Known::cycles).containsExactly(0.25, 1.0, 1.5, 2.0, 0.25, 1.0, 1.5, 2.0);
    assertThat(known).extracting(each -> each.segment().knownIn().length()).containsExactly(25, 100, 150, 200, 25, 100, 150, 200);
    assertThat(known).allSatisfy(each -> {
      assertThat(each.segment().knownIn().from()).isZero();
      assertThat(each.segment().whole().fault().value(1)).isEqualTo(0.4); // sticks from here on
      assertThat(each.segment().recording().length()).isEqualTo(900);
      assertThat(each.segment().hasBetween()).isTrue();
    });
    assertThat(known.get(0).segment().whole().length()).isEqualTo(1401);
    int last = known.get(7).segment().whole().length();
    assertThat(1500 - last + 200).isBetween(499, 600);
    int end = (1500 - last - 99) / 100;
    assertThat(end).isGreaterThan(1);
    assertThat(known).extracting(each -> each.learned().orElseThrow().firstFailure())
        .containsExactly(0, 0, 0, 0, end, end, end, end);
  }

  @Test
  void seedsTakeStartsInTurn() {
    ExperimentContext context = context(study("fewCycles.amounts=[2]", "fewCycles.starts=3"));
    List<Integer> starts = Stream.of(0L, 1L, 2L, 3L, -1L).map(seed ->
        CROSS_TRAINED.known(context, seed).get(0).learned().orElseThrow().firstFailure()).toList();
    assertThat(starts.get(1)).isBetween(starts.get(0) + 1, starts.get(2) - 1);
    assertThat(starts.subList(3, 5)).containsExactly(starts.get(0), starts.get(2));
  }

  @Test
  void moreCyclesThanThereAreAreRefused() {
    assertThatThrownBy(() -> CROSS_TRAINED.models(context(study("fewCycles.amounts=[20]")), 0))
        .isInstanceOf(ExperimentException.class).hasMessageContaining("20.0 cycles of 'laboratory'").hasMessageContaining("give less");
  }

  @Test
  void windowsAreNarrowerWhereTheyWouldNotSlide() {
    List<Known> known = CROSS_TRAINED.known(context(study("fewCycles.amounts=[0.1, 0.25, 0.5, 1]", "fewCycles.starts=1")), 0);
    // Of a quarter of 100 samples 16 are in a window, two thirds at most, by what the network divides them.
    assertThat(known.stream().skip(1).map(each -> each.windows().width())).containsExactly(16, 32, 64);
    assertThatThrownBy(() -> known.get(0).windows()).isInstanceOf(ExperimentException.class).hasMessageContaining("10 samples");
  }

  @ParameterizedTest
  @EnumSource(value = LookAhead.class, names = {"WINDOW", "NONE"})
  void nothingButWhatIsGivenHasInfluenceOnAModel(LookAhead lookAhead) {
    Study study = study("fewCycles.amounts=[1]", "fewCycles.starts=1");
    Recording recording = study.laboratory().recording();
    double[] emission = recording.emission().values();
    double[] fault = recording.fault().values();
    Arrays.fill(emission, 0, 99, 1);
    Arrays.fill(emission, 200, 1500, 1);
    for (int n = 200; n < 1500; n++) {
      fault[n] += 0.01 * Math.sin(n);
    }
    Recording other = new Recording(recording.name(), recording.emission().with(emission), recording.fault().with(fault));
    Study changed = new Study(study.name(), study.simulations(), new Study.Laboratory(other, study.laboratory().criterion()),
        study.others(), study.method(), study.sources());
    LearningCurve experiment = new LearningCurve(CycleLearner.NOTHING_BEFORE, lookAhead);
    assertThat(network(experiment, changed, "changed")).containsExactly(network(experiment, study, "as it is"));
  }

  private float[] network(LearningCurve experiment, Study study, String store) {
    ExperimentContext context = StickSlip.context(study, folder.resolve(store));
    float[] image = new float[32 * 64];
    for (int i = 0; i < image.length; i++) {
      image[i] = (float) Math.sin(i);
    }
    return context.trained(experiment.models(context, 0).get(0)).network().apply(image);
  }

  @Test
  void rowsOfEachAmountAndStartStayApart() {
    Study study = study("fewCycles.amounts=[0.5, 1]", "fewCycles.starts=2");
    Campaign campaign = new Campaign(context(study), List.of(0L, 1L), Experiment.all());
    List<ResultRow> rows = campaign.rows("nowcast-learning-curve-zero-shot", "learning-curve-random-forest");
    List<SeedSummary> summaries = SeedSummary.all(rows);
    // Two amounts, and a start for each seed: of the network by two amplitudes.
    assertThat(summaries).hasSize(4 * 2 + 4).allSatisfy(summary -> assertThat(summary.seeds()).hasSize(1));
    assertThat(rows).extracting(row -> row.reading().learned().orElseThrow()).contains(new LearnedCycles(0.5, 0), new LearnedCycles(1, 0));
    assertThat(new LearnedCycles(0.5, 2)).hasToString("0.5 cycles from failure 2");
    assertThat(new LearnedCycles(1, 0)).hasToString("1 cycle from failure 0");
    assertThat(Comparison.table(rows).stringColumn("experiment").asList())
        .contains("learning-curve-random-forest, 0.5 cycles from failure 0");
  }

  @Test
  void noStudyMakesThemUnasked() {
    Study unasked = study();
    assertThat(CROSS_TRAINED.obstacle(unasked)).hasValueSatisfying(why -> assertThat(why).contains("fewCycles.amounts"));
    assertThatThrownBy(() -> CROSS_TRAINED.run(context(unasked), 0)).isInstanceOf(ExperimentException.class)
        .hasMessageContaining("makes no learning curves");
    assertThat(new Campaign(context(unasked), List.of(0L), Experiment.all()).rowsOf("learning-curve-")).isEmpty();
    Campaign asked = LearningCurves.campaign(new Campaign(context(unasked), List.of(0L), Experiment.all()), 0.5, 1);
    assertThat(asked.experiments()).extracting(Experiment::id).hasSize(8)
        .contains("learning-curve-nothing-before", "nowcast-learning-curve-cross-trained");
    assertThat(asked.study().method().fewCycles().amounts()).containsExactly(0.5, 1.0);
    assertThat(CROSS_TRAINED.obstacle(asked.study())).isEqualTo(Optional.empty());
  }

  @Test
  void settingsOutsideTheirRangeAreRefused() {
    MethodSettings standard = MethodSettings.standard();
    assertThatThrownBy(() -> standard.changed(List.of("fewCycles.amounts=[1, 0]"))).hasMessageContaining("--set fewCycles.amounts")
        .hasMessageContaining("each above 0 cycles");
    assertThatThrownBy(() -> standard.changed(List.of("fewCycles.starts=0"))).hasMessageContaining("give 1 or more");
    assertThatThrownBy(() -> standard.changed(List.of("fewCycles.latentSpace.stepsPerCycle=0"))).hasMessageContaining("give 1 or more");
  }

  private ExperimentContext context(Study study) {
    return StickSlip.context(study, folder);
  }
}
