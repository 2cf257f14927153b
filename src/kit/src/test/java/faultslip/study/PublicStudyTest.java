package faultslip.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.FaultslipException;
import faultslip.data.FdemRun;
import faultslip.data.SlipCatalogue;
import faultslip.series.Recording;
import faultslip.testing.Shared;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real recordings: what is known of them from elsewhere must be found in what is read. */
class PublicStudyTest {

  @Test
  void frictionSlopeIsThatOfTheSlipEvents() {
    Path folder = folder();
    double slope = PublicStudy.frictionPerMillimetre(FdemRun.read(folder).xDisplacement(),
        SlipCatalogue.read(folder.resolve("Slip_events.npy")));
    assertThat(slope).isCloseTo(0.396, within(0.001));
  }

  @Test
  void laboratoryFrictionIsThatOfTheExperiment() {
    Recording laboratory = PublicStudy.read(folder(), Map.of()).laboratory();
    double[] friction = laboratory.fault().values();
    // The file goes from 0.3433 to 0.4528. Putting its samples on a regular clock, by straight lines between them, cannot
    // reach beyond, and falls short of a trough of one sample.
    assertThat(Arrays.stream(friction).min().orElseThrow()).isBetween(0.3433, 0.3433 + 0.002);
    assertThat(Arrays.stream(friction).max().orElseThrow()).isBetween(0.4528 - 0.002, 0.4528);
    assertThat(laboratory.clock().start()).isCloseTo(3825, within(0.2));
    assertThat(laboratory.clock().timeOf(laboratory.length() - 1)).isCloseTo(4075, within(0.2));
    assertThat(laboratory.clock().interval()).isCloseTo(0.1, within(1e-3));
    assertThat(failures(friction)).isEqualTo(26);
  }

  @Test
  void simulationIsTheSameRunAtEveryRate() {
    Study study = PublicStudy.read(folder(), Map.of());
    assertThat(study.simulationRates()).contains(study.simulation());
    assertThat(study.simulation().clock().frequency()).isCloseTo(100, within(1e-6));
    for (Recording rate : study.simulationRates()) {
      assertThat(rate.length() * rate.clock().interval()).isCloseTo(25, within(1e-6));
      // The mean that the notes say is assumed.
      assertThat(Arrays.stream(rate.fault().values()).average().orElseThrow()).isCloseTo(0.45, within(1e-6));
    }
  }

  @Test
  void unknownStudyIsRefusedWithTheNames() {
    assertThatThrownBy(() -> Studies.require("pubic")).isInstanceOf(FaultslipException.class)
        .hasMessageContaining("'pubic'").hasMessageContaining("public");
  }

  @Test
  void missingFileIsNamed(@TempDir Path empty) {
    assertThatThrownBy(() -> PublicStudy.read(empty, Map.of())).isInstanceOf(FaultslipException.class)
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

  private static Path folder() {
    Shared.data("public/Slip_events.npy");
    return Shared.data("public");
  }
}
