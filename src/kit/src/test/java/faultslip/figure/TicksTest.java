package faultslip.figure;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.wavelet.DerivativeOfGaussian;
import faultslip.wavelet.Normalisation;
import faultslip.wavelet.ScaleGrid;
import faultslip.wavelet.Scalogram;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {

  @Test
  void frictionCoefficientsAreRoundAndExact() {
    assertThat(labels(Axis.Kind.LINEAR, 0.343, 0.453, 32 * 5)).containsExactly("0.36", "0.38", "0.40", "0.42", "0.44");
    assertThat(Axis.of(Axis.Kind.LINEAR, 0, 0.5).ticks(160, true)).extracting(Axis.Tick::value)
        .containsExactly(0.0, 0.1, 0.2, 0.3, 0.4, 0.5);
  }

  @Test
  void negativeNumbersHaveATrueMinusSign() {
    assertThat(labels(Axis.Kind.LINEAR, -16.8, -7.8, 32 * 5)).containsExactly("−16", "−14", "−12", "−10", "−8");
  }

  @Test
  void secondsOfALongRecordingAreWholeAndUngrouped() {
    assertThat(labels(Axis.Kind.LINEAR, 3825, 4075, 32 * 6)).containsExactly("3850", "3900", "3950", "4000", "4050");
  }

  @Test
  void logarithmicTicksAreOneTwoFive() {
    assertThat(labels(Axis.Kind.LOGARITHMIC, 0.3, 60, 200)).containsExactly("0.5", "1", "2", "5", "10", "20", "50");
    assertThat(labels(Axis.Kind.LOGARITHMIC, 1e-4, 2, 60)).containsExactly("0.001", "0.01", "0.1", "1");
  }

  @Test
  void logarithmicTicksOverLessThanADecadeAreRound() {
    assertThat(labels(Axis.Kind.LOGARITHMIC, 0.1005, 0.195, 100)).containsExactly("0.12", "0.14", "0.16", "0.18");
    assertThat(labels(Axis.Kind.LOGARITHMIC, 0.57, 0.88, 100)).contains("0.60", "0.85").doesNotContain("0.6");
  }

  @Test
  void scalesHaveLogarithmicTicksFromTheirLargestOn() {
    assertThat(scaleLabels(ScaleGrid.between(0.05, 6.4, 32), 90))
        .containsExactly("0.1", "0.2", "0.5", "1", "2", "5");
  }

  @Test
  void scalesAreThinnedWhereThereIsLittleRoom() {
    assertThat(scaleLabels(ScaleGrid.between(0.05, 6.4, 32), 42)).containsExactly("0.1", "0.3", "1", "3");
    assertThat(scaleLabels(ScaleGrid.between(0.005, 0.64, 32), 42)).containsExactly("0.01", "0.03", "0.1", "0.3");
  }

  @Test
  void scalesWithoutAPowerOfTenAmongThemAreLabelledToo() {
    assertThat(scaleLabels(ScaleGrid.between(2.2, 9, 8), 60)).containsExactly("4", "6", "8");
  }

  private static List<String> labels(Axis.Kind kind, double start, double end, double length) {
    return Axis.of(kind, start, end).ticks(length, kind == Axis.Kind.LINEAR).stream().map(Axis.Tick::label).toList();
  }

  private static List<String> scaleLabels(ScaleGrid grid, double height) {
    Scalogram scalogram = new Scalogram(DerivativeOfGaussian.ricker(), grid, Normalisation.AMPLITUDE, Synthetic.CLOCK,
        new double[grid.count()][10], null);
    return ScalogramPanel.of(scalogram, "").axis(300, height).ticks(height, false).stream().map(Axis.Tick::label).toList();
  }
}
