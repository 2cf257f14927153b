package faultslip.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.FaultslipException;
import faultslip.split.Windows;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings by name, as {@code --set} and study files change them. */
class MethodSettingsTest {
  private static final MethodSettings STANDARD = MethodSettings.standard();

  private static MethodSettings set(String... assignments) {
    return STANDARD.changed(List.of(assignments));
  }

  @Test
  void nowcastsRememberAsMuchAsAWindowOrThereAreNone() {
    assertThat(MethodSettings.standard().at(10).nowcast()).isEmpty();
    SampledMethod causal = MethodSettings.standard().changed(List.of("windows.nowcast.memory=51.2 s")).at(10);
    assertThat(causal.nowcast()).hasValueSatisfying(windows -> {
      assertThat(windows.memory()).isEqualTo(512);
      assertThat(windows.simulation().training()).isEqualTo(new Windows(64, 6));
      assertThat(windows.simulation().validation()).isEqualTo(new Windows(64, 32));
    });
    assertThat(causal.lines()).anyMatch(line -> line.contains("51.2 s = 512 samples"));
    MethodSettings tooShort = MethodSettings.standard().changed(List.of("windows.nowcast.memory=6.3 s"));
    assertThatThrownBy(() -> tooShort.at(10)).isInstanceOf(StudyException.class)
        .hasMessageContaining("windows.nowcast.memory").hasMessageContaining("63 samples").hasMessageContaining("or 0 s");
  }

  @Test
  void changeWhatIsNamedAndNothingElse() {
    assertThat(set()).isEqualTo(STANDARD);
    MethodSettings changed = set("training.simulation.steps=300");
    assertThat(changed.training().simulation().steps()).isEqualTo(300);
    assertThat(changed.changed(List.of("training.simulation.steps=700"))).isEqualTo(STANDARD);
    assertThat(changed.training().laboratory()).isEqualTo(STANDARD.training().laboratory());
    assertThat(set("training.latentStart=TRAINED", "cycle.epochs=7", "images.transfer.wavelet=morlet").images()
        .transfer().wavelet())
        .isEqualTo("morlet");
    assertThat(set("windows.length=2 s").windows().length()).isEqualTo(Quantity.of("2 s"));
    assertThat(set("splits.laboratory={train: 30, validation: 20, test: 50}").splits().laboratory().train())
        .isEqualTo(30);
    assertThat(set("cycle.epochs=7", "cycle.epochs=9").cycle().epochs()).isEqualTo(9);
  }

  @Test
  void networksTakeWhatTheirKindHas() {
    MethodSettings changed = set("networks.transfer.filters=[4, 8, 12, 16]", "networks.transfer.latent.filters=20");
    assertThat(changed.networks().transfer()).containsEntry("filters", List.of(4, 8, 12, 16));
    assertThat(changed.networks().transfer().get("latent")).isEqualTo(Map.of("filters", 20, "convolutions", 2));
    assertThat(changed.networks().laboratory()).isEqualTo(STANDARD.networks().laboratory());
    // Nothing of the old kind's settings stays.
    assertThat(set("networks.transfer={kind: other, depth: 3}").networks().transfer())
        .isEqualTo(Map.of("kind", "other", "depth", 3));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "training.simulation.stepps=300 | unknown setting 'training.simulation.stepps'; there are steps, batch",
      "trainings=300 | unknown setting 'trainings'; there are images, networks, windows, splits, training, cycle",
      "training.simulation=300 | setting 'training.simulation' is 300; it has parts of its own: steps, batch",
      "training.simulation.steps.more=300 | 'training.simulation.steps'",
      "training.simulation.steps=many | setting 'training.simulation.steps' is \"many\"; give a whole number",
      "training.simulation.steps=1.5 | setting 'training.simulation.steps' is 1.5; give a whole number",
      "training.simulation.steps=-3 | setting 'training.simulation': Training setting 'steps' is -3; give at least 1",
      "training.simulation.steps= | 'training.simulation.steps'",
      "windows.length=6 | 6 is not a number with a unit; write for instance '6.4 s'",
      "windows.length=long | 'long' is not a number with a unit",
      "splits.laboratory.train=90 | 90 / 20 / 60",
      "cycle.learningRate=[1, 2] | setting 'cycle.learningRate' is [1,2]; give a number",
      "images.transfer.padding=NOTHING | setting 'images.transfer.padding' is \"NOTHING\"; give one of NONE, ZERO",
      "steps | no assignment; write for instance --set training.simulation.steps=300",
      "=3 | no assignment",
      "cycle.epochs=[1 | cannot be read"})
  void whatCannotBeSet(String assignment, String message) {
    assertThatThrownBy(() -> set(assignment)).isInstanceOf(FaultslipException.class)
        .hasMessageStartingWith("--set " + assignment + ": ")
        .hasMessageContaining(message).hasMessageNotContainingAny("\n", "faultslip.", "com.fasterxml");
  }

  @Test
  void cyclesBecomeSamplesByTheRecurrence() {
    MethodSettings inCycles = set("windows.length=0.5 cycles", "windows.laboratory.training=0.02 cycles",
        "images.transfer.largestScale=1.5 cycles",
        "images.laboratory.smallestScale=0.01 cycles");
    // Cycles of 9.6 s at 10 Hz are 96 samples; 48 can be halved four times.
    SampledMethod sampled = inCycles.at(10, OptionalDouble.of(9.6));
    assertThat(sampled.laboratoryWindows().training().width()).isEqualTo(48);
    assertThat(sampled.laboratoryWindows().training().step()).isEqualTo(2);
    assertThat(sampled.transfer().image().largestScale()).isCloseTo(144, within(1e-9));
    assertThat(sampled.laboratory().image().smallestScale()).isCloseTo(0.96, within(1e-9));
    assertThat(inCycles.inSeconds(9.6).at(10).transfer()).isEqualTo(sampled.transfer());
    assertThat(inCycles.inSeconds(9.6).windows().length()).isEqualTo(Quantity.of("4.8 s"));
    assertThatThrownBy(() -> inCycles.at(10)).isInstanceOf(StudyException.class)
        .hasMessageContaining("'windows.length' is '0.5 cycles'");
  }

  @Test
  void widthsAreTheNearestThatCanBeHalvedFourTimes() {
    assertThat(List.of("1 s", "2.3 s", "2.5 s", "6.4 s", "0.1 s").stream()
        .map(length -> set("windows.length=" + length).at(10).transfer().network().width()))
        .containsExactly(16, 16, 32, 64, 16);
  }
}
