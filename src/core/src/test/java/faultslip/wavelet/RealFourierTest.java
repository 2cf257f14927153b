package faultslip.wavelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.utils.CommonUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.visnow.jlargearrays.ConcurrencyUtils;

/** Half spectra are those of the definition, for lengths that JTransforms treats by each of its three algorithms. */
class RealFourierTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 31, 64, 90, 211, 223, 422, 446, 504, 669})
  void forwardIsTheDefinition(int length) {
    double[] values = new Random(length).doubles(length, -1, 1).toArray();
    double[] half = new RealFourier(length).forward(values);
    assertThat(half).hasSize(2 * (length / 2 + 1));
    for (int k = 0; k <= length / 2; k++) {
      double real = 0;
      double imaginary = 0;
      for (int n = 0; n < length; n++) {
        real += values[n] * Math.cos(2 * Math.PI * k * n / length);
        imaginary -= values[n] * Math.sin(2 * Math.PI * k * n / length);
      }
      assertThat(half[2 * k]).as("real part %d", k).isCloseTo(real, within(1e-9));
      assertThat(half[2 * k + 1]).as("imaginary part %d", k).isCloseTo(imaginary, within(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 31, 64, 90, 211, 223, 422, 446, 504, 669})
  void inverseGivesTheSeriesBack(int length) {
    double[] values = new Random(length).doubles(length, -1, 1).toArray();
    RealFourier fourier = new RealFourier(length);
    double[] half = fourier.forward(values);
    assertThat(fourier.inverse(half.clone(), length)).containsExactly(values, within(1e-13));
    // The analytic series holds the positive frequencies once; the mean, and the highest of an even length, whole.
    half[0] /= 2;
    if (length % 2 == 0) {
      half[length] /= 2;
    }
    double[] analytic = fourier.analyticInverse(half);
    for (int n = 0; n < length; n++) {
      assertThat(2 * analytic[2 * n]).isCloseTo(values[n], within(1e-12));
    }
  }

  @Test
  void theThreadsOfJTransformsWouldGiveTheSameBits() {
    double[] values = new Random(7).doubles(1 << 17).toArray();
    double[] alone = new RealFourier(1 << 17).forward(values);
    int threads = ConcurrencyUtils.getNumberOfThreads();
    try {
      for (int several : new int[] {2, 4}) {
        ConcurrencyUtils.setNumberOfThreads(several);
        CommonUtils.setThreadsBeginN_1D_FFT_2Threads(8192);
        CommonUtils.setThreadsBeginN_1D_FFT_4Threads(65536);
        double[] packed = values.clone();
        new DoubleFFT_1D(1 << 17).realForward(packed);
        packed[1] = 0;
        assertThat(packed).isEqualTo(Arrays.copyOf(alone, 1 << 17));
      }
    } finally {
      ConcurrencyUtils.setNumberOfThreads(threads);
      CommonUtils.setThreadsBeginN_1D_FFT_2Threads(Integer.MAX_VALUE);
      CommonUtils.setThreadsBeginN_1D_FFT_4Threads(Integer.MAX_VALUE);
    }
  }
}
