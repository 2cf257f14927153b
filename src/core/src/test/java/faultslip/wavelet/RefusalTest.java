package faultslip.wavelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.series.Clock;
import faultslip.series.Series;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What cannot be transformed is refused with the numbers found and the remedy. */
class RefusalTest {
  private static final ScaleGrid GRID = new ScaleGrid(1, 0.5, 4);
  private static final ContinuousWaveletTransform PLAN = plan(100, 0.1);

  @Test
  void seriesOfAnotherLength() {
    refused(() -> PLAN.forward(new double[90], new Clock(0, 0.1)))
        .hasMessage("90 samples given to a transform of 100; make one for 90 samples.");
    Series series = new Series("friction", "", new Clock(0, 0.1), new double[101]);
    refused(() -> PLAN.forward(series)).hasMessageContaining("101").hasMessageContaining("100");
  }

  @Test
  void seriesOfAnotherInterval() {
    refused(() -> PLAN.forward(new double[100], new Clock(0, 0.2)))
        .hasMessage("Samples 0.2 s apart given to a transform for 0.1 s; make one for that interval.");
    // Rounding of the interval is forgiven.
    assertThat(PLAN.forward(new double[100], new Clock(0, 0.1 + 1e-16)).length()).isEqualTo(100);
  }

  @Test
  void valuesThatAreNotFinite() {
    double[] values = new double[100];
    values[42] = Double.NaN;
    refused(() -> PLAN.forward(values, new Clock(0, 0.1))).hasMessageContaining("Value 42").hasMessageContaining("NaN");
  }

  @Test
  void valuesWhoseCoefficientsWouldNotBeFinite() {
    double[] values = new double[100];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 7 < 3 ? Double.MAX_VALUE : -Double.MAX_VALUE;
    }
    refused(() -> PLAN.forward(values, new Clock(0, 0.1))).hasMessageContaining("scale the series");
  }

  @Test
  void plansOfNoLengthOrInterval() {
    refused(() -> plan(1, 0.1)).hasMessageContaining("1 samples");
    refused(() -> plan(Integer.MAX_VALUE, 0.1)).hasMessageContaining("2147483647 samples");
    refused(() -> plan(100, 0)).hasMessageContaining("0.0 s");
    refused(() -> plan(100, Double.NaN)).hasMessageContaining("NaN s");
  }

  @Test
  void gridsOutOfRange() {
    refused(() -> new ScaleGrid(0, 0.5, 4)).hasMessageContaining("from 0.0 s");
    refused(() -> new ScaleGrid(1, -0.5, 4)).hasMessageContaining("-0.5 octaves");
    refused(() -> new ScaleGrid(1, 0.5, 1)).hasMessageContaining("1 scales");
    refused(() -> new ScaleGrid(1, 10, 200)).hasMessageContaining("a finite largest one");
    refused(() -> ScaleGrid.between(8, 2, 4)).hasMessageContaining("from 8.0 s to 2.0 s");
    refused(() -> ScaleGrid.between(1, Double.NaN, 4)).hasMessageContaining("NaN");
  }

  @Test
  void gridBetweenTwoScales() {
    ScaleGrid grid = ScaleGrid.between(0.5, 64, 32);
    assertThat(grid.scales()).hasSize(32).isSorted().startsWith(0.5);
    assertThat(grid.scale(31)).isCloseTo(64, within(1e-12));
  }

  @Test
  void scalogramsOfTheWrongShape() {
    refused(() -> scalogram(new double[3][10], null)).hasMessageContaining("3 rows").hasMessageContaining("4 scales");
    refused(() -> scalogram(new double[][] {new double[5], new double[5], new double[6], new double[5]}, null))
        .hasMessageContaining("5 and 6");
    refused(() -> scalogram(new double[4][10], new double[4][10])).hasMessageContaining("imaginary");
  }

  private static Scalogram scalogram(double[][] real, double[][] imaginary) {
    return new Scalogram(DerivativeOfGaussian.ricker(), GRID, Normalisation.ENERGY, new Clock(0, 1), real, imaginary);
  }

  private static ContinuousWaveletTransform plan(int length, double interval) {
    return new ContinuousWaveletTransform(length, interval, DerivativeOfGaussian.ricker(), GRID, Padding.NONE,
        Normalisation.ENERGY);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(ThrowingCallable call) {
    return assertThatThrownBy(call).isInstanceOf(WaveletException.class);
  }
}
