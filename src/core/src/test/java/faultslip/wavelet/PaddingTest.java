package faultslip.wavelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import faultslip.series.Clock;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each padding is what its documentation says, written out by hand and transformed without padding. */
class PaddingTest {
  private static final Clock CLOCK = new Clock(0, 1);
  private static final ScaleGrid GRID = new ScaleGrid(1, 0.5, 16);
  private static final double[] VALUES = new Random(5).doubles(150, 1, 2).toArray();

  @ParameterizedTest
  @CsvSource({"504, 504, 1024, 1008", "512, 512, 1024, 1024", "513, 513, 2048, 1026", "2, 2, 4, 4", "3, 3, 8, 6"})
  void fourierLengths(int length, int none, int zeros, int mirrored) {
    assertThat(Padding.NONE.fourierLength(length)).isEqualTo(none);
    assertThat(Padding.ZERO.fourierLength(length)).isEqualTo(zeros);
    assertThat(Padding.EDGE.fourierLength(length)).isEqualTo(zeros);
    assertThat(Padding.REFLECTION.fourierLength(length)).isEqualTo(mirrored);
    for (Padding padding : Padding.values()) {
      assertThat(padding.pad(new double[length])).hasSize(padding.fourierLength(length));
    }
  }

  @Test
  void reflectionIsTheTransformOfTheMirroredSeries() {
    double[] mirrored = Arrays.copyOf(VALUES, 300);
    for (int n = 0; n < 150; n++) {
      mirrored[150 + n] = VALUES[149 - n];
    }
    sameAsWrittenOut(Padding.REFLECTION, mirrored, 0);
  }

  @Test
  void reflectionSeesTheMirrorImageAtBothEdges() {
    double[] around = new double[600];
    for (int n = 0; n < 150; n++) {
      around[149 - n] = VALUES[n];
      around[150 + n] = VALUES[n];
      around[449 - n] = VALUES[n];
      around[450 + n] = VALUES[n];
    }
    sameAsWrittenOut(Padding.REFLECTION, around, 150);
  }

  @Test
  void zerosFollowUpToAPowerOfTwo() {
    sameAsWrittenOut(Padding.ZERO, Arrays.copyOf(VALUES, 512), 0);
  }

  @Test
  void edgesRepeatOnBothSides() {
    double[] around = new double[512];
    Arrays.fill(around, 0, 181, VALUES[0]);
    System.arraycopy(VALUES, 0, around, 181, 150);
    Arrays.fill(around, 331, 512, VALUES[149]);
    sameAsWrittenOut(Padding.EDGE, around, 181);
  }

  @Test
  void onlyZerosMakeEdgesOfAMean() {
    double[] constant = new double[150];
    Arrays.fill(constant, 7);
    for (Padding padding : Padding.values()) {
      double largest =
          Arrays.stream(Nino3.globalSpectrum(plan(150, padding).forward(constant, CLOCK))).max().orElseThrow();
      if (padding == Padding.ZERO) {
        assertThat(largest).isGreaterThan(1);
      } else {
        assertThat(largest).isLessThan(1e-24);
      }
    }
  }

  private static void sameAsWrittenOut(Padding padding, double[] writtenOut, int first) {
    Scalogram padded = plan(150, padding).forward(VALUES, CLOCK);
    Scalogram whole = plan(writtenOut.length, Padding.NONE).forward(writtenOut, CLOCK);
    assertThat(padded.length()).isEqualTo(150);
    for (int j = 0; j < GRID.count(); j++) {
      for (int n = 0; n < 150; n++) {
        assertThat(padded.real(j, n)).isCloseTo(whole.real(j, first + n), within(1e-11));
      }
    }
  }

  private static ContinuousWaveletTransform plan(int length, Padding padding) {
    return new ContinuousWaveletTransform(length, 1, DerivativeOfGaussian.ricker(), GRID, padding,
        Normalisation.ENERGY);
  }
}
