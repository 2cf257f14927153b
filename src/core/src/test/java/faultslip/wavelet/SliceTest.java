package faultslip.wavelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.series.Clock;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Columns of a scalogram keep their coefficients and their times. */
class SliceTest {
  private static final Clock CLOCK = new Clock(10, 0.5);

  @Test
  void columnsAreThoseOfTheWhole() {
    for (Wavelet wavelet : new Wavelet[] {DerivativeOfGaussian.ricker(), new Morlet(6)}) {
      Scalogram whole = new ContinuousWaveletTransform(60, 0.5, wavelet, new ScaleGrid(1, 0.5, 6), Padding.ZERO,
          Normalisation.AMPLITUDE).forward(new Random(1).doubles(60).toArray(), CLOCK);
      Scalogram slice = whole.slice(7, 31);
      assertThat(slice.length()).isEqualTo(24);
      assertThat(slice.clock()).isEqualTo(CLOCK.from(7));
      for (int j = 0; j < 6; j++) {
        for (int n = 0; n < 24; n++) {
          assertThat(slice.real(j, n)).isEqualTo(whole.real(j, 7 + n));
          assertThat(slice.imaginary(j, n)).isEqualTo(whole.imaginary(j, 7 + n));
        }
      }
      assertThatThrownBy(() -> whole.slice(7, 61)).isInstanceOf(WaveletException.class).hasMessageContaining("7 to 61");
      assertThatThrownBy(() -> whole.slice(7, 7)).isInstanceOf(WaveletException.class);
    }
  }
}
