package faultslip.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.FaultslipException;
import faultslip.data.DataFolder;
import faultslip.series.Recording;
import faultslip.study.Study.Simulation;
import faultslip.testing.Shared;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real recordings: what is known of them from elsewhere must be found in what is read. */
class PublicStudyTest {

  /** The study with its real recordings; a test that asks for it is skipped where they are not. */
  static Study study() {
    return Studies.read("public", PublicData.folder());
  }

  @Test
  void methodIsTheStandardOneInItsNumbers() {
    SampledMethod method = Studies.of("public").method().at(10);
    assertThat(Studies.of("public").method().changed(List.of("windows.nowcast.memory=0 s",
        "splits.simulation.gap=0", "splits.laboratory.gap=0", "fewCycles.amounts=[]"))).isEqualTo(MethodSettings.standard());
    // Features of the last second, ten a second: a sample shares raw data with nine others.
    assertThat(List.of(Studies.of("public").method().splits().simulation().gap(),
        Studies.of("public").method().splits().laboratory().gap())).containsOnly(9);
    // Five cycles of the laboratory fault, 105 samples each, lie in it.
    assertThat(method.nowcast()).hasValueSatisfying(nowcast -> assertThat(nowcast.memory()).isEqualTo(512));
    assertThat(List.of(method.simulationWindows(), method.laboratoryWindows())).hasToString(
        "[WindowPair[training=Windows[width=64, step=1], validation=Windows[width=64, step=64]], "
            + "WindowPair[training=Windows[width=64, step=2], validation=Windows[width=64, step=4]]]");
    assertThat(method.transfer().image().smallestScale()).isEqualTo(0.5);
    assertThat(method.transfer().image().largestScale()).isEqualTo(128);
    assertThat(method.laboratory().image().smallestScale()).isEqualTo(0.5);
    assertThat(method.laboratory().image().largestScale()).isEqualTo(64);
    assertThat(List.of(method.transfer(), method.laboratory())).allSatisfy(learner -> {
      assertThat(learner.image().scales()).isEqualTo(32);
      assertThat(learner.network().width()).isEqualTo(64);
    });
  }

  @Test
  void laboratoryIsTheFileOnARegularClock() {
    Recording p4581 = study().laboratory().recording();
    assertThat(p4581.name()).isEqualTo("p4581, 8 MPa");
    assertThat(p4581.length()).isEqualTo(2499);
    assertThat(p4581.clock().start()).isEqualTo(3825.071884606489);
    assertThat(p4581.clock().interval()).isEqualTo(0.1);
    // As numpy.interp gives them.
    assertThat(p4581.emission().value(0)).isCloseTo(7.91213926, within(1e-8));
    assertThat(p4581.emission().value(1000)).isCloseTo(12.29266537, within(1e-8));
    assertThat(p4581.emission().value(2498)).isCloseTo(7.5350873, within(1e-7));
    assertThat(p4581.fault().value(1000)).isCloseTo(0.38995298, within(1e-8));
    assertThat(p4581.emission().label()).isEqualTo("ln(AE variance)");
    assertThat(p4581.fault().label()).isEqualTo("friction coefficient");
  }

  @Test
  void laboratoryFrictionIsThatOfTheExperiment() {
    Recording laboratory = study().laboratory().recording();
    double[] friction = laboratory.fault().values();
    // The file goes from 0.3433 to 0.4528. Putting its samples on a regular clock, by straight lines between them,
    // cannot
    // reach beyond, and falls short of a trough of one sample.
    assertThat(Arrays.stream(friction).min().orElseThrow()).isBetween(0.3433, 0.3433 + 0.002);
    assertThat(Arrays.stream(friction).max().orElseThrow()).isBetween(0.4528 - 0.002, 0.4528);
    assertThat(laboratory.clock().timeOf(laboratory.length() - 1)).isCloseTo(4075, within(0.2));
    assertThat(failures(friction)).isEqualTo(26);
  }

  @Test
  void secondExperimentIsReadWhereItIs() {
    Shared.data("public/newDF_TimeToFailure_from_6600_to_6900_WITHOUT_subwindows.csv");
    Recording p5198 = study().others().recordings().get(0);
    assertThat(p5198.name()).isEqualTo("p5198");
    assertThat(p5198.length()).isGreaterThan(2900);
    assertThat(p5198.clock().interval()).isEqualTo(0.1);
    assertThat(p5198.fault().label()).isEqualTo("shear stress (MPa)");
  }

  @Test
  void granularGougeIsSeenAsTheInstrumentSeesAtEveryRate() {
    Simulation simulation = study().simulation();
    assertThat(simulation.name()).isEqualTo("granular");
    assertThat(simulation.recording().clock().frequency()).isCloseTo(10, within(1e-6));
    assertThat(simulation.rates()).extracting(rate -> (float) rate.clock().frequency()).containsExactly(20f, 15f, 10f, 7.5f, 5f);
    assertThat(simulation.recording().emission().label()).isEqualTo("ln(kinetic energy)");
    // Its friction is the mean of 120 samples of the run, 1 s, that end with it.
    Recording run = Studies.read("synthetic", PublicData.folder()).simulation().recording();
    double[] friction = run.fault().values();
    for (int n : new int[] {0, 1, 500, 5000}) {
      assertThat(simulation.recording().fault().value(n))
          .isCloseTo(Arrays.stream(friction, 12 * n, 12 * n + 120).average().orElseThrow(), within(1e-12));
      assertThat(simulation.recording().clock().timeOf(n)).isCloseTo(run.clock().timeOf(12 * n + 119), within(1e-6));
    }
    assertThat(simulation.criterion().orElseThrow().find(simulation.recording().fault()).size()).isBetween(70, 90);
  }

  @Test
  void theRunOfElementsIsTheSameAtEveryRate() {
    Simulation simulation = study().simulations().get(1);
    assertThat(simulation.name()).isEqualTo("fdem");
    assertThat(simulation.rates()).contains(simulation.recording());
    assertThat(simulation.recording().clock().frequency()).isCloseTo(100, within(1e-6));
    assertThat(simulation.rates()).extracting(Recording::length).containsExactly(25_000, 12_500, 5_000, 2_500, 1_250);
    assertThat(simulation.recording().emission().label()).isEqualTo("ln(kinetic energy)");
    for (Recording rate : simulation.rates()) {
      assertThat(rate.length() * rate.clock().interval()).isCloseTo(25, within(1e-6));
      // The mean that the notes say is assumed.
      assertThat(Arrays.stream(rate.fault().values()).average().orElseThrow()).isCloseTo(0.45, within(1e-6));
    }
  }

  @Test
  void notesSayWhatIsAssumed() {
    assertThat(study().sources().notes()).anySatisfy(note -> assertThat(note)
        .contains("0.396 /mm", "mean of 0.45 assumed"));
    assertThat(study().sources().hashes()).containsKeys("VxAveTop.txt", "Slip_events.npy");
  }

  @Test
  void unknownStudyIsRefusedWithTheNames() {
    assertThatThrownBy(() -> Studies.of("pubic")).isInstanceOf(FaultslipException.class)
        .hasMessageContaining("'pubic'").hasMessageContaining("public");
  }

  @Test
  void missingFileIsNamed(@TempDir Path empty) {
    assertThatThrownBy(() -> Studies.read("public", new DataFolder(empty))).isInstanceOf(FaultslipException.class)
        .hasMessageContaining(empty.toString()).hasMessageNotContaining("\n");
  }

  /** Falls by more than a third of the range within two seconds, each counted once. */
  private static int failures(double[] friction) {
    int failures = 0;
    for (int i = 20; i < friction.length; i++) {
      if (friction[i - 20] - friction[i] > 0.035) {
        failures++;
        i += 40;
      }
    }
    return failures;
  }
}
