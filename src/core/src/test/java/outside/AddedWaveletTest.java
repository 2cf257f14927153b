package outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.FaultslipException;
import faultslip.ced.RecordingStandardisation;
import faultslip.ced.ScalogramPair;
import faultslip.ced.ScalogramSettings;
import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.wavelet.ContinuousWaveletTransform;
import faultslip.wavelet.DerivativeOfGaussian;
import faultslip.wavelet.Morlet;
import faultslip.wavelet.Normalisation;
import faultslip.wavelet.Padding;
import faultslip.wavelet.Paul;
import faultslip.wavelet.ScaleGrid;
import faultslip.wavelet.Scalogram;
import faultslip.wavelet.Wavelet;
import faultslip.wavelet.WaveletException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wavelet that is one class of one's own, against what follows from its formula. */
class AddedWaveletTest {
  private static final int LENGTH = 512;
  private static final double INTERVAL = 0.01;
  private static final Clock CLOCK = new Clock(0, INTERVAL);
  /**
   * Eight scales an octave, over eight octaves: a frequency lies in the band of eight of them, or it would be on an
   * edge.
   */
  private static final ScaleGrid GRID = new ScaleGrid(1.03 * INTERVAL, 1 / 8.0, 64);

  @ParameterizedTest
  @ValueSource(ints = {5, 17, 60})
  void aWaveIsItselfAtTheScalesOfItsOctaveAndNothingElsewhere(int waves) {
    double[] cosine = cosine(waves);
    Scalogram scalogram = transform().forward(cosine, CLOCK);
    double omega = 2 * Math.PI * waves / (LENGTH * INTERVAL);
    int within = 0;
    for (int j = 0; j < GRID.count(); j++) {
      double u = omega * GRID.scale(j);
      boolean inside = u >= Math.PI && u < 2 * Math.PI;
      within += inside ? 1 : 0;
      for (int n = 0; n < LENGTH; n++) {
        assertThat(scalogram.real(j, n)).isCloseTo(inside ? cosine[n] : 0, within(1e-12));
      }
    }
    assertThat(within).isEqualTo(8);
  }

  @Test
  void theInverseGivesBackEveryWaveWithinTheScales() {
    double[] series = new double[LENGTH];
    for (int waves = 2; waves < 200; waves += 7) {
      double[] cosine = cosine(waves);
      for (int n = 0; n < LENGTH; n++) {
        series[n] += cosine[n] / waves;
      }
    }
    assertThat(transform().inverse(transform().forward(series, CLOCK))).containsExactly(series, within(1e-12));
  }

  @Test
  void aRecordingBecomesATrainingImage() {
    ScalogramSettings settings = new ScalogramSettings(Wavelet.of("shannon"), 1, 64, 16, Padding.ZERO);
    Series emission = new Series("emission", "", CLOCK, cosine(9));
    Series fault = new Series("friction", "", CLOCK, cosine(5));
    Recording recording = new Recording("waves", emission, fault);
    ScalogramPair pair = ScalogramPair.of(recording, RecordingStandardisation.of(recording, settings), settings);
    assertThat(pair.input().wavelet()).isEqualTo(new Shannon());
    assertThat(pair.input().height()).isEqualTo(16);
    assertThat(IntStream.range(0, 16).mapToDouble(j -> pair.target().power(j, 256)).max().orElseThrow())
        .isGreaterThan(0.1);
  }

  @Test
  void waveletsHaveNames() {
    assertThat(Wavelet.of("dog-2")).isEqualTo(DerivativeOfGaussian.ricker()).isEqualTo(Wavelet.of("DOG"));
    assertThat(Wavelet.of("dog 6")).isEqualTo(new DerivativeOfGaussian(6));
    assertThat(Wavelet.of("morlet-5.5")).isEqualTo(new Morlet(5.5));
    assertThat(Wavelet.of("paul-4")).isEqualTo(new Paul(4)).isEqualTo(Wavelet.of("paul"));
    assertThat(Wavelet.of("shannon")).isEqualTo(new Shannon());
  }

  @Test
  void whatIsNoNameIsRefusedWithWhatThereIs() {
    assertThatThrownBy(() -> Wavelet.of("haar-1")).isInstanceOf(FaultslipException.class)
        .hasMessage("There is no wavelet 'haar'; give one of dog, morlet, paul, shannon, or name a class of your own "
            + "in META-INF/services/faultslip.wavelet.WaveletKind.");
    assertThatThrownBy(() -> Wavelet.of("dog-2.5")).isInstanceOf(WaveletException.class)
        .hasMessage("Wavelet 'dog' of order 2.5; give a whole number, such as dog-2.");
    assertThatThrownBy(() -> Wavelet.of("dog-0")).isInstanceOf(WaveletException.class).hasMessageContaining("order 0");
    assertThatThrownBy(() -> Wavelet.of("2")).isInstanceOf(WaveletException.class)
        .hasMessageContaining("'2' is no name");
    assertThatThrownBy(() -> Wavelet.of("shannon-3")).isInstanceOf(WaveletException.class).hasMessageContaining("3.0");
  }

  private static ContinuousWaveletTransform transform() {
    return new ContinuousWaveletTransform(LENGTH, INTERVAL, new Shannon(), GRID, Padding.NONE, Normalisation.AMPLITUDE);
  }

  private static double[] cosine(int waves) {
    return IntStream.range(0, LENGTH).mapToDouble(n -> Math.cos(2 * Math.PI * waves * n / LENGTH)).toArray();
  }
}
