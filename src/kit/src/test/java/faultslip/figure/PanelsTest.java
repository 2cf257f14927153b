package faultslip.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.ced.Prediction;
import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.split.Segment;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PanelsTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.4, -3, 1e-9, 1e12})
  void aConstantSeriesIsDrawn(double value) {
    assertThat(drawn(t -> value)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-16, 1e-12, 1e-6, 1e9})
  void aTinyOrHugeRangeIsDrawn(double range) {
    assertThat(drawn(t -> 0.4 + range * Math.sin(t))).isNotEmpty();
  }

  @Test
  void aSingleSampleIsDrawn() {
    Series one = new Series("friction coefficient", "", new Clock(5, 0.1), new double[] {0.4});
    assertThat(figure(LinePanel.of(one, FigureStyle.INK)).png(72)).isNotEmpty();
  }

  @Test
  void aScalogramOfZerosIsWhite() {
    ScalogramPanel panel = ScalogramPanel.of(Synthetic.scalogram(50, 0), "");
    assertThat(panel.limit()).isEqualTo(1);
    assertThat(figure(panel).png(72)).isNotEmpty();
    assertThat(panel.image().getRGB(20, 20) & 0xFFFFFF).isEqualTo(ColourMap.rgb(0));
  }

  @Test
  void coloursEndAtARoundNumberThatFewCoefficientsExceed() {
    assertThat(ScalogramPanel.limitOf(Synthetic.scalogram(500, 1))).isEqualTo(1);
    assertThat(ScalogramPanel.limitOf(Synthetic.scalogram(500, 2.2))).isEqualTo(2.5);
    assertThat(ScalogramPanel.limitOf(Synthetic.scalogram(50, Double.NaN))).isEqualTo(1);
    assertThat(ScalogramPanel.limitOf(Synthetic.scalogram(50, Double.POSITIVE_INFINITY))).isEqualTo(1);
  }

  @Test
  void smallScalesAreOnTopAndSignsAreKept() {
    double[][] real = new double[Synthetic.GRID.count()][40];
    real[0][10] = 1;
    real[real.length - 1][30] = -1;
    var image = new ScalogramPanel(Synthetic.scalogram(40, 0).withReal(real), "", 1, "").image();
    assertThat(image.getRGB(10, 0) & 0xFFFFFF).isEqualTo(ColourMap.rgb(1));
    assertThat(image.getRGB(30, image.getHeight() - 1) & 0xFFFFFF).isEqualTo(ColourMap.rgb(-1));
    assertThat(image.getRGB(30, 0) & 0xFFFFFF).isEqualTo(ColourMap.rgb(0));
  }

  @Test
  void aLongSeriesKeepsItsBursts() {
    double[] values = new double[300_000];
    values[123_456] = 7;
    values[123_457] = -5;
    Series series = new Series("emission", "", new Clock(0, 1e-3), values);
    Series half = series.map("deviation", "", v -> 0.5);
    Line line = Line.of("", series, Optional.of(half), 2, FigureStyle.INK);
    assertThat(line.points()).hasSizeLessThanOrEqualTo(4000).isSortedAccordingTo(Comparator.comparing(Line.Point::x));
    assertThat(line.points().stream().mapToDouble(Line.Point::y).max()).hasValue(2 * 7);
    assertThat(line.points().stream().mapToDouble(Line.Point::y).min()).hasValue(2 * -5);
    assertThat(line.extent()).isEqualTo(new ValueRange(2 * -5.5, 2 * 7.5));
  }

  @Test
  void aSplitEndsAfterItsStart() {
    assertThatThrownBy(() -> new ShadedSpan("test", 5, 5, FigureStyle.split(2))).isInstanceOf(FigureException.class).hasMessageContaining("test");
  }

  @Test
  void marksOutsideAPanelAreDropped() {
    Figure figure = figure(LinePanel.of(Synthetic.series("stress", 100, t -> t), FigureStyle.INK)
        .marked(3924.9, 3925, 3930, 3935));
    assertThat(SvgText.lines(figure, "rgb(204,121,167)")).isEqualTo(2);
  }

  @Test
  void aSpanOfASegmentEndsWhereTheNextBegins() {
    ShadedSpan span = ShadedSpan.of("half", Synthetic.CLOCK, new Segment(10, 30), FigureStyle.POST_FAILURE);
    assertThat(span.from()).isCloseTo(3926, within(1e-9));
    assertThat(span.to()).isCloseTo(3928, within(1e-9));
  }

  private static byte[] drawn(DoubleUnaryOperator ofTime) {
    Series fault = Synthetic.series("friction coefficient", 100, ofTime);
    Prediction prediction = Synthetic.prediction(new Recording("made", fault, fault), Synthetic.scalogram(100, 1),
        Synthetic.scalogram(100, 1), Synthetic.scalogram(100, 1), fault, fault.map("deviation", "", v -> 0));
    return figure(new TitledResult("", Synthetic.result("made", prediction, Synthetic.scores(1, 0.9)))
        .series(List.of(), scores -> "note")).png(72);
  }

  private static Figure figure(PanelStack.Panel panel) {
    return Figure.of(FigureStyle.ONE_COLUMN_MM, "", List.of(List.of(PanelStack.of(new PanelStack.Row(panel, 20, "", "")))));
  }
}
