package faultslip.ced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import faultslip.series.BurstClock;
import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.split.Split;
import faultslip.split.SplitFractions;
import faultslip.wavelet.Scalogram;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    TrainingSegment learned = data.training().get(0);
    assertThat(learned.length()).isEqualTo(training.length()).isEqualTo(96);
    assertThat(data.windows().starts(96)).hasSize((96 - 16) / 5 + 1);
    assertThat(data.validationWindows().starts(data.validation().get(0).length())).hasSize(2);
    int start = data.windows().starts(96)[12];
    ScalogramPair seen = ScalogramPair.of(training.slice(start + 16 - 40, start + 16), known, Tiny.SCALOGRAM);
    float[] images = new float[2 * 16 * 16];
    learned.copyInput(start, 16, images, 0);
    learned.copyTarget(start, 16, images, 16 * 16);
    for (int j = 0; j < 16; j++) {
      for (int n = 0; n < 16; n++) {
        assertThat(images[16 * j + n]).isEqualTo((float) seen.input().real(j, 24 + n));
        assertThat(images[16 * (16 + j) + n]).isEqualTo((float) targets.target().real(j, start + n));
      }
    }
  }

  @Test
  void aClockSetByBurstsIsASecondImageAndKnowsNothingOfWhatComesEither() {
    Nowcast both = new Nowcast(Tiny.SCALOGRAM, 16, 40, Optional.of(new BurstClock(1, 0)));
    Ced network = Ced.untrained(new ManyChannels(Tiny.PLAIN, 2), Initialisation.HE, 3);
    double[] emission = recording.emission().values();
    Arrays.fill(emission, 131, 160, 9);
    Prediction before = both.of(network, recording, FROM, standardisation);
    Prediction after =
        both.of(network, Tiny.recording("other", emission, recording.fault().values()), FROM, standardisation);
    assertThat(Arrays.copyOf(after.fault().values(), 131 - FROM))
        .containsExactly(Arrays.copyOf(before.fault().values(), 131 - FROM));
    assertThat(after.fault().value(131 - FROM)).isNotEqualTo(before.fault().value(131 - FROM));

    Split split = SplitFractions.SIMULATION.of(recording);
    TrainingSegment learned = both.trainingData(List.of(split), Augmentation.NONE, 5, 16).training().get(0);
    assertThat(learned.channels()).isEqualTo(2);
    float[] images = new float[2 * 16 * 16];
    learned.copyInput(60, 16, images, 0);
    RecordingStandardisation known = RecordingStandardisation.of(split.training(), Tiny.SCALOGRAM);
    double[] phases = new BurstClock(1, 0).phases(known.emission().apply(split.training().emission().values()));
    double[] centred = Arrays.stream(phases).skip(60 + 16 - 40).limit(40).map(phase -> (phase - 0.5) * Math.sqrt(12))
        .toArray();
    Scalogram clock = Tiny.SCALOGRAM.transform(40, 0.1).forward(centred, new Clock(0, 0.1));
    assertThat(images[16 * 16 + 16 * 7 + 15]).isCloseTo((float) clock.real(7, 39), within(1e-5f));
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
    assertThatThrownBy(() -> new Nowcast(Tiny.SCALOGRAM, 16, 40, Optional.of(new BurstClock(1, 0)))
        .of(NETWORK, recording, FROM, standardisation)).isInstanceOf(CedException.class)
        .hasMessageContaining("2 images each for a network that sees 1");
    assertThatThrownBy(() -> new ManyChannels(Tiny.PLAIN, 0)).isInstanceOf(CedException.class)
        .hasMessageContaining("0 channels");
  }
}
