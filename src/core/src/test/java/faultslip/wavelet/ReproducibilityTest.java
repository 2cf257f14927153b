package faultslip.wavelet;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.series.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A transform has the same bits on any number of threads, and when one plan is used by several at once. */
class ReproducibilityTest {
  private static final int LENGTH = 9001;
  private static final double[] VALUES = new Random(11).doubles(LENGTH, -1, 1).toArray();

  static Wavelet[] wavelets() {
    return new Wavelet[] {DerivativeOfGaussian.ricker(), new Morlet(6)};
  }

  @ParameterizedTest
  @MethodSource("wavelets")
  void oneThreadOrMore(Wavelet wavelet) throws InterruptedException, ExecutionException {
    // A power of two, and a prime, for which JTransforms has different algorithms.
    for (Padding padding : List.of(Padding.ZERO, Padding.NONE)) {
      long[] one = onThreads(1, () -> bits(plan(wavelet, padding).forward(VALUES, new Clock(0, 1))));
      long[] two = onThreads(2, () -> bits(plan(wavelet, padding).forward(VALUES, new Clock(0, 1))));
      long[] four = onThreads(4, () -> bits(plan(wavelet, padding).forward(VALUES, new Clock(0, 1))));
      assertThat(two).isEqualTo(one);
      assertThat(four).isEqualTo(one);
    }
  }

  @ParameterizedTest
  @MethodSource("wavelets")
  void onePlanUsedAtOnce(Wavelet wavelet) throws InterruptedException, ExecutionException {
    for (Padding padding : List.of(Padding.ZERO, Padding.NONE)) {
      ContinuousWaveletTransform plan = plan(wavelet, padding);
      long[] alone = bits(plan.forward(VALUES, new Clock(0, 1)));
      List<long[]> together = onThreads(4, () -> IntStream.range(0, 4).parallel()
          .mapToObj(i -> bits(plan.forward(VALUES, new Clock(0, 1)))).toList());
      assertThat(together).hasSize(4).allSatisfy(bits -> assertThat(bits).isEqualTo(alone));
    }
  }

  private static ContinuousWaveletTransform plan(Wavelet wavelet, Padding padding) {
    return new ContinuousWaveletTransform(LENGTH, 1, wavelet, new ScaleGrid(2, 0.5, 12), padding, Normalisation.ENERGY);
  }

  private static <T> T onThreads(int threads, Callable<T> task) throws InterruptedException, ExecutionException {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(task).get();
    } finally {
      pool.shutdown();
    }
  }

  private static long[] bits(Scalogram scalogram) {
    return IntStream.range(0, scalogram.height() * LENGTH).mapToLong(i ->
        31 * Double.doubleToRawLongBits(scalogram.real(i / LENGTH, i % LENGTH))
            + Double.doubleToRawLongBits(scalogram.imaginary(i / LENGTH, i % LENGTH))).toArray();
  }
}
