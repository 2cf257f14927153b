package faultslip.figure.interactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.ced.Prediction;
import faultslip.evaluate.Scores;
import faultslip.experiment.ResultRow;
import faultslip.figure.FigureException;
import faultslip.figure.FigureStyle;
import faultslip.figure.ShadedSpan;
import faultslip.figure.Synthetic;
import faultslip.figure.ValueRange;
import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.split.Segment;
import faultslip.split.Split;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.BarTrace;

class InteractiveFiguresTest {
  private static final Clock CLOCK = new Clock(3925, 0.25);
  private static final Series STRESS = new Series("shear stress", "MPa", CLOCK, new double[] {2.5, 3.1, 2.8, 3.25});
  private static final Series EMISSION = new Series("ln(variance)", "", CLOCK,
      new double[] {-12, -11.123456789, -9, -12.5});
  private static final Recording RECORDING = new Recording("p4581 <8 MPa>", EMISSION, STRESS);

  private static Prediction prediction() {
    return Synthetic.prediction(RECORDING, Synthetic.scalogram(4, 1), Synthetic.scalogram(4, 1),
        Synthetic.scalogram(4, 1),
        new Series("shear stress", "MPa", CLOCK, new double[] {2.6, 3, 2.9, 3.2}),
        new Series("deviation", "MPa", CLOCK, new double[] {0.1, 0.2, 0.05, 0}));
  }

  private static ResultRow row(String experiment, String recording, long seed, double mape) {
    return Synthetic.row(experiment, recording, "MPa", seed, new Scores(mape, 0.02, 0.03, -0.25, 5.42, 1500));
  }

  @Test
  void aPredictionHasItsBandTruthAndEmission() {
    InteractiveFigure figure = InteractivePrediction.of(prediction(), "Zero-shot");
    assertThat(Drawn.trace(figure, 0).values("y")).containsExactly(2.5, 2.8, 2.85, 3.2);
    assertThat(Drawn.trace(figure, 1).values("y")).containsExactly(2.7, 3.2, 2.95, 3.2);
    assertThat(Drawn.trace(figure, 1).text()).contains("\"fill\":\"tonexty\"", "rgba(230,159,0,0.45)");
    assertThat(Drawn.trace(figure, 2).values("y")).containsExactly(STRESS.values());
    assertThat(Drawn.trace(figure, 2).text()).contains("\"name\":\"truth\"", "#262626");
    assertThat(Drawn.trace(figure, 3).values("y")).containsExactly(2.6, 3, 2.9, 3.2);
    assertThat(Drawn.trace(figure, 3).text()).contains("\"name\":\"prediction\"", "#D55E00");
    assertThat(Drawn.trace(figure, 4).text()).contains("\"yaxis\":\"y2\"", "#0072B2");
  }

  @Test
  void valuesAndTimesHaveTheirUnits() {
    String html = InteractivePrediction.of(prediction(), "Zero-shot").html();
    assertThat(Drawn.trace(InteractivePrediction.of(prediction(), ""), 2).text())
        .containsPattern("hovertemplate\":\"%\\{y:\\.\\df} MPa\"");
    assertThat(html).contains("Shear stress (MPa)", "Time (s)", "\"ln(variance)\"", "\"x0\":3925.0", "\"dx\":0.25",
        "\"hoverformat\":\".2f\"");
  }

  @Test
  void numbersAreRoundedToFiveThousandthPartsOfTheirSpan() {
    String[] emission = Drawn.trace(InteractivePrediction.of(prediction(), ""), 4).numbers("y");
    assertThat(emission).containsExactly("-12", "-11.1235", "-9", "-12.5");
    int tiny = Plot.places(ValueRange.of(new Series("tiny", "", CLOCK, new double[] {0, 2e-9})));
    assertThat(Plot.json(Plot.rounded(tiny, 1.23456789e-9))).isEqualTo("[1.2346E-9]");
    assertThat(Plot.json(Plot.rounded(-2, 123_456_789))).isEqualTo("[1.234568E+8]");
    assertThat(Plot.json(Plot.rounded(3, Double.NaN))).isEqualTo("[null]");
  }

  @Test
  void aRecordingShowsItsSplits() {
    Split split = new Split(RECORDING, new Segment(0, 1), new Segment(1, 2), Optional.of(new Segment(2, 4)));
    InteractiveFigure figure = InteractiveRecording.of(split);
    assertThat(Drawn.trace(figure, 0).values("y")[0]).isEqualTo(-12);
    assertThat(Drawn.trace(figure, 1).values("y")).containsExactly(STRESS.values());
    assertThat(figure.html()).contains("\"x0\":3925.0,\"x1\":3925.25", "\"x0\":3925.25,\"x1\":3925.5",
        "\"x0\":3925.5,\"x1\":3926.0", "\"text\":\"validation\"", "\"fillcolor\":\"#FBF3CC\"",
        "\"text\":\"p4581 &lt;8 MPa&gt;\"");
  }

  @Test
  void aLongRecordingKeepsItsBurstsAndStaysSmall() {
    double[] values = new double[300_000];
    values[123_456] = 7;
    Series series = new Series("emission", "", new Clock(0, 1e-3), values);
    InteractiveFigure figure = InteractiveRecording.of(new Recording("long", series, series), List.of());
    Drawn drawn = Drawn.trace(figure, 0);
    double[] y = drawn.values("y");
    double[] x = drawn.values("x");
    assertThat(y).hasSameSizeAs(x).hasSizeLessThanOrEqualTo(2000).contains(7);
    assertThat(x).isSorted().contains(123.456);
    assertThat(figure.html()).hasSizeLessThan(100_000);
  }

  @Test
  void scoresAreADotASeed() {
    InteractiveFigure figure = InteractiveScores.of(List.of(row("zero-shot", "a & b", 0, 3.42),
        row("zero-shot", "a & b", 7, 3.75), row("lab-only", "a & b", 0, 1.14)));
    Drawn seeds = Drawn.trace(figure, 0);
    assertThat(seeds.values("x")).containsExactly(3.42, 3.75, 1.14);
    double[] y = seeds.values("y");
    assertThat(y[2]).isEqualTo(1);
    assertThat(new double[] {Math.round(y[0]), Math.round(y[1])}).containsExactly(0, 0);
    assertThat(y[0]).isNotEqualTo(y[1]);
    assertThat(seeds.text()).contains("seed 7, model ab12", "MAPE 3.75 %, R² -0.25", "RMSE 0.0300 MPa", "a &amp; b");
    assertThat(Drawn.trace(figure, 1).values("x")).containsExactly(5.42, 5.42);
    assertThatThrownBy(() -> InteractiveScores.of(List.of())).isInstanceOf(FigureException.class);
  }

  @Test
  void theSameInputGivesTheSameBytesInEveryCountry() {
    String html = InteractivePrediction.of(prediction(), "Zero-shot").html();
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(InteractivePrediction.of(prediction(), "Zero-shot").html()).isEqualTo(html);
    } finally {
      Locale.setDefault(before);
    }
    assertThat(InteractivePrediction.of(prediction(), "Cross-trained").html()).isNotEqualTo(html);
  }

  @Test
  void anyFigureOfTablesawIsShownWithoutANetwork() {
    Figure bars = new Figure(BarTrace.builder(new Object[] {"</script>", "b"}, new double[] {1, 2}).build());
    InteractiveFigure figure = new InteractiveFigure(bars, "Bars <b>");
    assertThat(figure.html()).contains("type: 'bar'", "Plotly.newPlot(target_figure, data", "Bars &lt;b&gt;")
        .doesNotContain("http", "getElementById").containsOnlyOnce("</script>");
    List<ShadedSpan> spans = List.of(new ShadedSpan("test", 3925, 3926, FigureStyle.split(2)));
    assertThat(InteractiveRecording.of(RECORDING, spans).html()).doesNotContain("http");
    assertThat(figure).hasToString("[interactive figure: Bars <b>]");
  }
}
