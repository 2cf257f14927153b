package faultslip.ced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import faultslip.series.Recording;
import faultslip.split.SplitException;
import faultslip.split.Windows;
import faultslip.wavelet.ContinuousWaveletTransform;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The average over windows, and the spread about it, against one computed window by window here. */
class SlidingPredictionTest {
  private static final Ced NETWORK = Tiny.untrained(Tiny.PLAIN, 2);
  private static final SlidingPrediction SLIDING = new SlidingPrediction(Tiny.SCALOGRAM, new Windows(16, 3));

  private final Recording recording = Tiny.recording(6, 160);
  private final Recording segment = recording.slice(50, 120);
  private final RecordingStandardisation standardisation =
      RecordingStandardisation.of(recording.slice(0, 50), Tiny.SCALOGRAM);

  @Test
  void isTheAverageOverWindowsAndTheirSpread() {
    Prediction prediction = SLIDING.of(NETWORK, segment, standardisation);
    int length = segment.length();
    ContinuousWaveletTransform transform = Tiny.SCALOGRAM.transform(length, 0.1);
    ScalogramPair pair = ScalogramPair.of(segment, standardisation, Tiny.SCALOGRAM);
    double[][] sum = new double[16][length];
    double[] series = new double[length];
    double[] squares = new double[length];
    int[] count = new int[length];
    for (int start : new Windows(16, 3).starts(length)) {
      float[] image = new float[16 * 16];
      pair.input().copyWindow(start, 16, image, 0);
      float[] output = NETWORK.apply(image);
      double[][] alone = new double[16][length]; // this window, zeros beside it
      for (int j = 0; j < 16; j++) {
        for (int n = 0; n < 16; n++) {
          alone[j][start + n] = output[16 * j + n];
          sum[j][start + n] += output[16 * j + n];
        }
      }
      double[] inverted = standardisation.fault().invert(transform.inverse(pair.target().withReal(alone)));
      for (int n = start; n < start + 16; n++) {
        series[n] += inverted[n];
        squares[n] += inverted[n] * inverted[n];
        count[n]++;
      }
    }
    for (int n = 0; n < length; n++) {
      double mean = series[n] / count[n];
      assertThat(prediction.fault().value(n)).as("sample %d", n).isCloseTo(mean, within(1e-6));
      assertThat(prediction.deviation().value(n)).as("deviation %d", n)
          .isCloseTo(Math.sqrt(Math.max(0, squares[n] / count[n] - mean * mean)), within(1e-5));
      for (int j = 0; j < 16; j++) {
        assertThat(prediction.output().real(j, n)).isCloseTo(sum[j][n] / count[n], within(1e-5));
      }
    }
    // And the averaged scalogram inverts to the averaged series.
    double[] inverted = standardisation.fault().invert(transform.inverse(prediction.output()));
    assertThat(prediction.fault().values()).containsExactly(inverted, within(1e-9));
  }

  @Test
  void hasTheSegmentsClockLengthAndUnitAndASpreadNowhereNegative() {
    Prediction prediction = SLIDING.of(NETWORK, segment, standardisation);
    assertThat(prediction.fault().clock()).isEqualTo(segment.clock());
    assertThat(prediction.fault().length()).isEqualTo(70);
    assertThat(prediction.fault().unit()).isEqualTo(segment.fault().unit());
    assertThat(Arrays.stream(prediction.deviation().values()).boxed()).hasSize(70)
        .allMatch(sigma -> sigma >= 0).anyMatch(sigma -> sigma > 0);
  }

  @Test
  void doesNotDependOnTheTruth() {
    double[] other = segment.fault().values();
    for (int i = 0; i < other.length; i++) {
      other[i] = 100 - 3 * other[i] * i;
    }
    Recording untrue = Tiny.recording("untrue", segment.emission().values(), other);
    Recording same = Tiny.recording("same", segment.emission().values(), segment.fault().values());
    Prediction one = SLIDING.of(NETWORK, untrue, standardisation);
    Prediction two = SLIDING.of(NETWORK, same, standardisation);
    assertThat(one.fault().values()).containsExactly(two.fault().values());
    assertThat(one.deviation().values()).containsExactly(two.deviation().values());
    assertThat(one.target().real(3, 30)).isNotEqualTo(two.target().real(3, 30));
  }

  @Test
  void fromTheStoreItIsTheSameBitsWithoutTheNetwork(@TempDir Path folder) {
    ModelKey model = ModelKey.of("tiny").with("seed", 1).build();
    ResultStore store = new ResultStore(folder);
    Recording segment = recording.slice(50, 120);
    Prediction plain = SLIDING.of(NETWORK, segment, standardisation);
    assertSame(SLIDING.of(model, () -> NETWORK, store, segment, standardisation), plain);
    Supplier<Ced> none = () -> fail("The network is not needed.");
    assertSame(SLIDING.of(model, none, store, segment, standardisation), plain);

    AtomicInteger asked = new AtomicInteger();
    Supplier<Ced> counted = () -> {
      asked.incrementAndGet();
      return NETWORK;
    };
    SLIDING.of(ModelKey.of("tiny").with("seed", 2).build(), counted, store, segment, standardisation);
    SLIDING.of(model, counted, store, recording.slice(51, 121), standardisation);
    SLIDING.of(model, counted, store, segment, RecordingStandardisation.of(segment, SLIDING.settings()));
    Windows sparse = new Windows(SLIDING.windows().width(), SLIDING.windows().step() + 1);
    new SlidingPrediction(SLIDING.settings(), sparse).of(model, counted, store, segment, standardisation);
    assertThat(asked).as("another model, segment, standardisation or windows: another prediction").hasValue(4);
  }

  private static void assertSame(Prediction one, Prediction other) {
    assertThat(one.fault().values()).containsExactly(other.fault().values());
    assertThat(one.deviation().values()).containsExactly(other.deviation().values());
    for (int scale = 0; scale < SLIDING.settings().scales(); scale++) {
      for (int sample = 0; sample < one.segment().length(); sample++) {
        assertThat(one.output().real(scale, sample)).isEqualTo(other.output().real(scale, sample));
        assertThat(one.target().real(scale, sample)).isEqualTo(other.target().real(scale, sample));
      }
    }
  }

  @Test
  void doesNotDependOnWhatLiesBesideTheSegment() {
    double[] emission = recording.emission().values();
    double[] fault = recording.fault().values();
    for (int i = 0; i < emission.length; i++) {
      if (i < 50 || i >= 120) {
        emission[i] = 1000 * Math.sin(i);
        fault[i] = -5;
      }
    }
    Recording changed = Tiny.recording("changed", emission, fault).slice(50, 120);
    assertThat(SLIDING.of(NETWORK, changed, standardisation).fault().values())
        .containsExactly(SLIDING.of(NETWORK, segment, standardisation).fault().values());
  }

  @Test
  void aLongSegmentIsPredictedInPartsThatCannotBeTold() {
    Windows windows = new Windows(16, 16);
    SlidingPrediction sliding = new SlidingPrediction(Tiny.SCALOGRAM, windows);
    Recording cycle = Tiny.recording(6, 1000);
    double[] emission = new double[140_000];
    Arrays.setAll(emission, i -> cycle.emission().value(i % 1000) + Math.sin(1e-4 * i));
    Recording whole = Tiny.recording("long", emission, emission);
    double[] parts = sliding.of(NETWORK, whole, standardisation).fault().values();
    // The one transformed at once ends within these.
    int from = 129_600;
    int to = 132_800;
    double[] alone = sliding.of(NETWORK, whole.slice(from, to), standardisation).fault().values();
    int reach = 320; // of the largest wavelet, and more
    assertThat(Arrays.copyOfRange(parts, from + reach, to - reach))
        .containsExactly(Arrays.copyOfRange(alone, reach, alone.length - reach), within(1e-5));
  }

  @Test
  void oneWindowHasNoSpread() {
    Prediction prediction = SLIDING.of(NETWORK, recording.slice(50, 66), standardisation);
    assertThat(Arrays.stream(prediction.deviation().values()).boxed()).hasSize(16)
        .allMatch(sigma -> sigma < 1e-7);
  }

  @Test
  void segmentShorterThanAWindowIsRefused() {
    assertThatThrownBy(() -> SLIDING.of(NETWORK, recording.slice(50, 65), standardisation))
        .isInstanceOf(SplitException.class).hasMessageContaining("15 samples").hasMessageContaining("window of 16");
  }

  @Test
  void windowsOfAnotherShapeAreRefused() {
    assertThatThrownBy(() -> new SlidingPrediction(Tiny.SCALOGRAM, new Windows(8, 2))
        .of(NETWORK, segment, standardisation))
        .isInstanceOf(CedException.class).hasMessageContaining("16 scales × 8 samples for a network of 16 × 16");
  }
}
