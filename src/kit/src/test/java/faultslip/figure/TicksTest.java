package faultslip.figure;

import static org.assertj.core.api.Assertions.assertThat;

import faultslip.wavelet.ScaleGrid;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;

class TicksTest {

  @Test
  void frictionCoefficientsAreRoundAndExact() {
    assertThat(labels(RoundTicks.of(0.343, 0.453, 5))).containsExactly("0.36", "0.38", "0.40", "0.42", "0.44");
    assertThat(RoundTicks.of(0, 0.5, 5).values()).containsExactly(0.0, 0.1, 0.2, 0.3, 0.4, 0.5);
  }

  @Test
  void negativeNumbersHaveATrueMinusSign() {
    assertThat(labels(RoundTicks.of(-16.8, -7.8, 5))).containsExactly("−16", "−14", "−12", "−10", "−8");
  }

  @Test
  void secondsOfALongRecordingAreWholeAndUngrouped() {
    assertThat(labels(RoundTicks.of(3825, 4075, 6))).containsExactly("3850", "3900", "3950", "4000", "4050");
  }

  @Test
  void logarithmicTicksAreOneTwoFive() {
    assertThat(logarithmicLabels(0.3, 60, 200)).containsExactly("0.5", "1", "2", "5", "10", "20", "50");
    assertThat(logarithmicLabels(1e-4, 2, 60)).containsExactly("0.001", "0.01", "0.1", "1");
  }

  @Test
  void logarithmicTicksOverLessThanADecadeAreRound() {
    assertThat(logarithmicLabels(0.1005, 0.195, 100)).containsExactly("0.12", "0.14", "0.16", "0.18");
    assertThat(logarithmicLabels(0.57, 0.88, 100)).contains("0.60", "0.85").doesNotContain("0.6");
  }

  private static List<String> logarithmicLabels(double lower, double upper, double height) {
    Rectangle2D axes = new Rectangle2D.Double(0, 0, 300, height);
    List<Tick> ticks = new LogarithmicAxis(lower, upper).refreshTicks(null, null, axes, RectangleEdge.LEFT);
    return ticks.stream().map(Tick::getText).toList();
  }

  @Test
  void scalesAreOctavesFromAPowerOfTen() {
    assertThat(scaleLabels(ScaleGrid.between(0.05, 6.4, 32), 90))
        .containsExactly("0.1", "0.2", "0.4", "0.8", "1.6", "3.2");
  }

  @Test
  void scalesAreThinnedWhereThereIsLittleRoom() {
    assertThat(scaleLabels(ScaleGrid.between(0.05, 6.4, 32), 42)).containsExactly("0.1", "0.4", "1.6");
    assertThat(scaleLabels(ScaleGrid.between(0.005, 0.64, 32), 42)).containsExactly("0.01", "0.04", "0.16");
  }

  @Test
  void scalesWithoutAPowerOfTenAmongThemAreLabelledToo() {
    assertThat(scaleLabels(ScaleGrid.between(2.2, 9, 8), 60)).containsExactly("4", "8");
  }

  private static List<String> labels(RoundTicks ticks) {
    return ticks.values().stream().map(ticks::label).toList();
  }

  private static List<String> scaleLabels(ScaleGrid grid, double height) {
    Rectangle2D area = new Rectangle2D.Double(40, 10, 300, height);
    List<Tick> ticks = new ScaleAxis(grid).refreshTicks(null, null, area, RectangleEdge.LEFT);
    return ticks.stream().map(Tick::getText).toList();
  }
}
