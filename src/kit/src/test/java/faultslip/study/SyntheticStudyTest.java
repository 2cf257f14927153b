package faultslip.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.data.DataException.UnavailableException;
import faultslip.data.DataFolder;
import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.study.StudyTable.CycleStatistics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The study that comes with the kit: what it must be like to stand for a simulation and a laboratory. */
class SyntheticStudyTest {
  @TempDir private static Path folder;
  private static Study study;

  @BeforeAll
  static void fetch() {
    StudyDefinition definition = Studies.of("synthetic");
    definition.provide(new DataFolder(folder), Optional.empty(), line -> { });
    study = definition.read(new DataFolder(folder));
  }

  private static CycleStatistics cycles(Recording recording) {
    Recording windowed = StudyTable.inWindows(recording, 2);
    return CycleStatistics.of(windowed, StudyTable.FAILURE.find(windowed.fault()));
  }

  @Test
  void hasThePapersSamplingAndLoads() {
    assertThat(study.laboratory().recording().clock().frequency()).isCloseTo(120, within(1e-6));
    assertThat(study.laboratory().recording().length()).isEqualTo(72_000);
    assertThat(study.others().recordings()).extracting(Recording::name)
        .containsExactly("gouge B, 3 MPa", "gouge B, 4 MPa",
        "gouge B, 5 MPa", "gouge B, 6 MPa", "gouge B, 7 MPa", "gouge B, 8 MPa");
    assertThat(study.others().shown()).extracting(Recording::name)
        .containsExactly("gouge B, 3 MPa", "gouge B, 5 MPa", "gouge B, 7 MPa");
    assertThat(study.simulation().rates()).extracting(Recording::length).containsExactly(144_000, 72_000);
  }

  /** Two seconds every 0.2 s, as in the paper: 240 samples every 24. */
  @Test
  void methodHasThePapersWindows() {
    SampledMethod method = study.sampled();
    assertThat(List.of(method.simulationWindows(), method.laboratoryWindows())).hasToString(
        "[WindowPair[training=Windows[width=240, step=24], validation=Windows[width=240, step=240]], "
            + "WindowPair[training=Windows[width=240, step=24], validation=Windows[width=240, step=48]]]");
    assertThat(List.of(method.transfer(), method.laboratory())).allSatisfy(learner -> {
      assertThat(learner.image().smallestScale()).isEqualTo(1);
      assertThat(learner.image().largestScale()).isEqualTo(1024);
      assertThat(learner.image().scales()).isEqualTo(32);
      assertThat(learner.network().width()).isEqualTo(240);
    });
    assertThat(study.method().training().simulation().steps()).isEqualTo(500);
    assertThat(study.method().training().laboratory().steps()).isEqualTo(1000);
    assertThat(study.method().training().laboratory().batch()).isEqualTo(16);
    assertThat(study.method().training().latentSpace().steps()).isEqualTo(600);
  }

  /** Line 2 of the files, read by eye: xz -dc gouge-a.csv.xz | sed -n 2p. */
  @Test
  void recordingsAreTheFiles() {
    assertThat(study.laboratory().recording().emission().label()).isEqualTo("ln(AE amplitude)");
    assertThat(study.simulation().recording().emission().label()).isEqualTo("ln(kinetic energy)");
    assertThat(study.laboratory().recording().fault().label()).isEqualTo("friction coefficient");
    assertThat(study.laboratory().recording().clock().start()).isEqualTo(20);
    assertThat(study.laboratory().recording().emission().value(0)).isCloseTo(StrictMath.log(0.0052485), within(1e-12));
    assertThat(study.laboratory().recording().fault().value(0)).isEqualTo(0.37353);
    assertThat(study.simulation().rates().get(1).fault().value(0)).isCloseTo((0.24884 + 0.24894) / 2, within(1e-12));
    assertThat(study.simulation().rates().get(1).emission().value(0))
        .isCloseTo(StrictMath.log((0.000022837 + 0.000025317) / 2), within(1e-12));
  }

  @Test
  void laboratoryIsMoreRegularThanTheSimulation() {
    // The real p4581 at 8 MPa: 26 failures, 9.6 s apart, variation 0.10, friction 0.345 to 0.453; more regular than
    // grains can be.
    CycleStatistics highest = cycles(study.others().recordings().get(5));
    assertThat(highest.recurrence()).isBetween(9.0, 11.0);
    assertThat(cycles(study.laboratory().recording()).recurrence()).isBetween(9.0, 11.0);
    double simulation = cycles(study.simulation().recording()).variation();
    assertThat(cycles(study.laboratory().recording()).variation()).isLessThan(0.8 * simulation);
    assertThat(study.others().recordings()).allSatisfy(recording ->
        assertThat(cycles(recording).variation()).isLessThan(simulation));
  }

  @Test
  void largerLoadsRecurLaterAndAreLouder() {
    // Trends that Gao et al. (2018) report of the finite-discrete element gouge. A mean of 22 cycles that vary by 0.3
    // is known to
    // 6 %, so that recurrences are held against the second next load's.
    List<Double> recurrences = new ArrayList<>();
    List<Double> loudest = new ArrayList<>();
    for (Recording recording : study.others().recordings()) {
      recurrences.add(cycles(recording).recurrence());
      double[] sorted = Arrays.stream(recording.emission().values()).sorted().toArray();
      loudest.add(sorted[sorted.length - sorted.length / 1000]);
    }
    for (int i = 2; i < recurrences.size(); i++) {
      assertThat(recurrences.get(i)).isGreaterThan(recurrences.get(i - 2));
    }
    assertThat(recurrences.get(5)).isGreaterThan(1.5 * recurrences.get(0));
    assertThat(loudest).isSorted();
  }

  @Test
  void windowsOfASecondAreMeans() {
    Clock clock = new Clock(0, 1 / 120.0);
    double[] ramp = new double[600];
    double[] logarithm = new double[600];
    for (int i = 0; i < 600; i++) {
      ramp[i] = i;
      logarithm[i] = StrictMath.log(3);
    }
    Recording windowed = StudyTable.inWindows(
        new Recording("r", new Series("ln(a)", "", clock, logarithm), new Series("f", "", clock, ramp)), 2);
    assertThat(windowed.clock().interval()).isCloseTo(0.1, within(1e-12));
    assertThat(windowed.length()).isEqualTo(41);
    assertThat(windowed.fault().value(1)).isCloseTo(12 + 59.5, within(1e-9));
    assertThat(windowed.emission().value(7)).isCloseTo(StrictMath.log(9), within(1e-12));
  }

  @Test
  void whereAMirrorLacksFilesNothingElseIsTaken(@TempDir Path empty) {
    List<String> why = new ArrayList<>();
    assertThatThrownBy(() -> Studies.standard(new DataFolder(empty.resolve("data")), Optional.of(empty),
        why::add))
        .isInstanceOf(UnavailableException.class);
    assertThat(why).isEmpty();
  }
}
