package faultslip.ced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import faultslip.series.Recording;
import faultslip.split.Split;
import faultslip.split.SplitFractions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A prediction that knows nothing of what comes. */
class NowcastTest {
  private static final Ced NETWORK = Tiny.untrained(Tiny.PLAIN, 2);
  private static final Nowcast NOWCAST = new Nowcast(Tiny.SCALOGRAM, 16, 40);
  private static final int FROM = 90;

  private final Recording recording = Tiny.recording(6, 160);
  private final RecordingStandardisation standardisation =
      RecordingStandardisation.of(recording.slice(0, 50), Tiny.SCALOGRAM);

  @ParameterizedTest
  @ValueSource(ints = {90, 91, 107, 130, 158})
  void whateverComesAfterATimeNothingUpToItChangesByABit(int last) {
    double[] emission = recording.emission().values();
    double[] fault = recording.fault().values();
    for (int i = last + 1; i < emission.length; i++) {
      emission[i] = 50 * Math.sin(i);
      fault[i] = -3 - i;
    }
    Prediction before = NOWCAST.of(NETWORK, recording, FROM, standardisation);
    Prediction after = NOWCAST.of(NETWORK, Tiny.recording("other", emission, fault), FROM, standardisation);
    int known = last + 1 - FROM;
    assertThat(Arrays.copyOf(after.fault().values(), known)).containsExactly(Arrays.copyOf(before.fault().values(), known));
    assertThat(after.fault().value(known)).isNotEqualTo(before.fault().value(known));
    for (int j = 0; j < Tiny.SCALOGRAM.scales(); j++) {
      for (int n = 0; n < known; n++) {
        assertThat(after.input().real(j, n)).isEqualTo(before.input().real(j, n));
        assertThat(after.output().real(j, n)).isEqualTo(before.output().real(j, n));
      }
    }
  }

  @Test
  void isTheLastColumnOfWhatTheNetworkMakesOfTheSamplesBehindIt() {
    Prediction prediction = NOWCAST.of(NETWORK, recording, FROM, standardisation);
    for (int end : new int[] {FROM + 1, FROM + 30, 160}) {
      Recording remembered = recording.slice(end - 40, end);
      ScalogramPair pair = ScalogramPair.of(remembered, standardisation, Tiny.SCALOGRAM);
      float[] image = new float[16 * 16];
      pair.input().copyWindow(24, 16, image, 0);
      float[] output = NETWORK.apply(image);
      double[][] alone = new double[16][40];
      for (int j = 0; j < 16; j++) {
        alone[j][39] = output[16 * j + 15];
        assertThat(prediction.input().real(j, end - 1 - FROM)).isCloseTo(pair.input().real(j, 39), within(1e-12));
      }
      double[] inverted = standardisation.fault().invert(
          Tiny.SCALOGRAM.transform(40, 0.1).inverse(pair.target().withReal(alone)));
      assertThat(prediction.fault().value(end - 1 - FROM)).isCloseTo(inverted[39], within(1e-6));
    }
  }

  @Test
  void whatLiesFurtherBackThanItsMemoryHasNoInfluence() {
    double[] emission = recording.emission().values();
    Arrays.fill(emission, 0, FROM + 1 - 40, 7);
    Recording other = Tiny.recording("other", emission, recording.fault().values());
    assertThat(NOWCAST.of(NETWORK, other, FROM, standardisation).fault().values())
        .containsExactly(NOWCAST.of(NETWORK, recording, FROM, standardisation).fault().values());
  }

  @Test
  void beforeARecordingBeganItWasAtItsMean() {
    double[] emission = new double[200];
    double[] fault = new double[200];
    Arrays.fill(emission, standardisation.emission().mean());
    System.arraycopy(recording.emission().values(), 0, emission, 40, 160);
    Recording later = Tiny.recording("later", emission, fault);
    assertThat(NOWCAST.of(NETWORK, recording, 0, standardisation).fault().values())
        .containsExactly(NOWCAST.of(NETWORK, later, 40, standardisation).fault().values(), within(1e-12));
  }

  @Test
  void learnsFromImagesAsItWillSeeThemAndFromTargetsOfTheSegmentAlone() {
    Split split = SplitFractions.SIMULATION.of(recording);
    TrainingData data = NOWCAST.trainingData(List.of(split), Augmentation.NONE, 5, 16);
    Recording training = split.training();
    RecordingStandardisation known = RecordingStandardisation.of(training, Tiny.SCALOGRAM);
    ScalogramPair targets = ScalogramPair.of(training, known, Tiny.SCALOGRAM);
    ScalogramPair learned = data.training().get(0);
    int count = (96 - 16) / 5 + 1;
    assertThat(training.length()).isEqualTo(96);
    assertThat(learned.length()).isEqualTo(count * 16);
    assertThat(data.windows().starts(learned.length())).hasSize(count);
    int window = 12;
    int end = window * 5 + 16;
    ScalogramPair seen = ScalogramPair.of(training.slice(end - 40, end), known, Tiny.SCALOGRAM);
    for (int j = 0; j < 16; j++) {
      for (int n = 0; n < 16; n++) {
        assertThat(learned.input().real(j, window * 16 + n)).isCloseTo(seen.input().real(j, 24 + n), within(1e-12));
        assertThat(learned.target().real(j, window * 16 + n)).isEqualTo(targets.target().real(j, end - 16 + n));
      }
    }
    assertThat(data.validation().get(0).length()).isEqualTo(2 * 16);
  }

  @Test
  void fromTheStoreItIsTheSameBitsWithoutTheNetwork(@TempDir Path folder) {
    ModelKey model = ModelKey.of("tiny").with("seed", 1).build();
    ResultStore store = new ResultStore(folder);
    Prediction plain = NOWCAST.of(NETWORK, recording, FROM, standardisation);
    assertThat(NOWCAST.of(model, () -> NETWORK, store, recording, FROM, standardisation).fault().values())
        .containsExactly(plain.fault().values());
    assertThat(NOWCAST.of(model, () -> fail("The network is not needed."), store, recording, FROM, standardisation)
        .fault().values()).containsExactly(plain.fault().values());
    assertThat(NOWCAST.of(model, () -> NETWORK, store, recording, FROM + 1, standardisation).fault().length())
        .isEqualTo(69);
  }

  @Test
  void refusesAMemoryShorterThanAWindowAndWindowsThatDoNotFitTheNetwork() {
    assertThatThrownBy(() -> new Nowcast(Tiny.SCALOGRAM, 16, 15)).isInstanceOf(CedException.class)
        .hasMessageContaining("16 samples with a memory of 15");
    assertThatThrownBy(() -> new Nowcast(Tiny.SCALOGRAM, 8, 40).of(NETWORK, recording, FROM, standardisation))
        .isInstanceOf(CedException.class).hasMessageContaining("16 scales × 8 samples for a network of 16 × 16");
  }
}
