package faultslip.ced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import faultslip.series.Recording;
import faultslip.series.Standardisation;
import faultslip.split.Segment;
import faultslip.split.Split;
import faultslip.split.SplitFractions;
import faultslip.wavelet.Scalogram;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No statistic and no coefficient of one segment depends on a sample of another. */
class NothingFromOutsideTrainingTest {
  private static final int LENGTH = 333;

  @ParameterizedTest
  @ValueSource(strings = {"60/20/20", "20/20/60", "90/10"})
  void trainingIsBlindToWhatComesLater(String name) {
    Split split = split(name, Tiny.recording(1, LENGTH));
    Split changed = split(name, times(split.recording(), split.validation().from(), LENGTH, 1000));

    RecordingStandardisation before = RecordingStandardisation.of(split.training(), Tiny.SCALOGRAM);
    RecordingStandardisation after = RecordingStandardisation.of(changed.training(), Tiny.SCALOGRAM);

    assertThat(after).isEqualTo(before);
    assertSameBits(ScalogramPair.of(changed.training(), after, Tiny.SCALOGRAM),
        ScalogramPair.of(split.training(), before, Tiny.SCALOGRAM));
    assertSameBits(data(changed).training().get(0), data(split).training().get(0));
    // The change was one: it is seen where it should be.
    assertThat(((ScalogramPair) data(changed).validation().get(0)).input().real(3, 10))
        .isNotEqualTo(((ScalogramPair) data(split).validation().get(0)).input().real(3, 10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"60/20/20", "20/20/60"})
  void validationIsBlindToTheTestSegment(String name) {
    Split split = split(name, Tiny.recording(2, LENGTH));
    Split changed = split(name, times(split.recording(), split.test().orElseThrow().from(), LENGTH, 1000));
    assertSameBits(data(changed).validation().get(0), data(split).validation().get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"60/20/20", "20/20/60", "90/10"})
  void laterSegmentsKnowTheTrainingSegmentByItsTwoNumbersAlone(String name) {
    Split split = split(name, Tiny.recording(3, LENGTH));
    Split changed = split(name, times(split.recording(), 0, split.train().to(), 7));
    RecordingStandardisation standardisation = RecordingStandardisation.of(split.training(), Tiny.SCALOGRAM);

    // With the same two numbers: the same bits.
    assertSameBits(ScalogramPair.of(changed.validating(), standardisation, Tiny.SCALOGRAM),
        ScalogramPair.of(split.validating(), standardisation, Tiny.SCALOGRAM));

    // And those two are what follows a training segment seven times as large.
    RecordingStandardisation other = RecordingStandardisation.of(changed.training(), Tiny.SCALOGRAM);
    assertThat(other.emission().deviation()).isCloseTo(7 * standardisation.emission().deviation(), within(1e-9));
    assertThat(other.emission().mean()).isCloseTo(7 * standardisation.emission().mean(), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void twoNumbersAreTheMeanAndTheDeviationOfWhatTheScalesShow(int which) {
    Recording recording = Tiny.recording(4, LENGTH);
    RecordingStandardisation standardisation = RecordingStandardisation.of(recording, Tiny.SCALOGRAM);
    double[] values = (which == 0 ? recording.emission() : recording.fault()).values();
    Standardisation found = which == 0 ? standardisation.emission() : standardisation.fault();
    double mean = java.util.Arrays.stream(values).average().orElseThrow();
    assertThat(found.mean()).isCloseTo(mean, within(1e-9));
    // A slow drift, far beyond the largest scale, must hardly change the deviation.
    double[] drifting = values.clone();
    double spread = Standardisation.of(which == 0 ? recording.emission() : recording.fault()).deviation();
    for (int i = 0; i < drifting.length; i++) {
      drifting[i] += 3 * spread * (2.0 * i / drifting.length - 1);
    }
    Recording drifted = which == 0 ? Tiny.recording("drift", drifting, recording.fault().values())
        : Tiny.recording("drift", recording.emission().values(), drifting);
    RecordingStandardisation ofDrifted = RecordingStandardisation.of(drifted, Tiny.SCALOGRAM);
    double deviation = (which == 0 ? ofDrifted.emission() : ofDrifted.fault()).deviation();
    assertThat(deviation / found.deviation()).isBetween(0.8, 1.35);
  }

  private static Split split(String name, Recording recording) {
    return List.of(SplitFractions.SIMULATION, SplitFractions.LABORATORY, SplitFractions.SINGLE_CYCLE).stream()
        .filter(fractions -> fractions.toString().equals(name)).findFirst().orElseThrow().of(recording);
  }

  private static TrainingData data(Split split) {
    return Tiny.data(split, Tiny.WINDOWS);
  }

  private static Recording times(Recording recording, int from, int to, double factor) {
    double[] emission = recording.emission().values();
    double[] fault = recording.fault().values();
    Segment changed = new Segment(from, to);
    for (int i = changed.from(); i < changed.to(); i++) {
      emission[i] *= factor;
      fault[i] *= factor;
    }
    return Tiny.recording(recording.name(), emission, fault);
  }

  private static void assertSameBits(TrainingSegment one, TrainingSegment other) {
    assertSameBits(((ScalogramPair) one).input(), ((ScalogramPair) other).input());
    assertSameBits(((ScalogramPair) one).target(), ((ScalogramPair) other).target());
  }

  private static void assertSameBits(Scalogram one, Scalogram other) {
    assertThat(one.length()).isEqualTo(other.length());
    for (int j = 0; j < one.height(); j++) {
      for (int n = 0; n < one.length(); n++) {
        if (Double.doubleToLongBits(one.real(j, n)) != Double.doubleToLongBits(other.real(j, n))) {
          assertThat(one.real(j, n)).as("scale %d, sample %d", j, n).isEqualTo(other.real(j, n));
        }
      }
    }
  }
}
