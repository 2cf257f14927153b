package faultslip.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import faultslip.ced.CedArchitecture;
import faultslip.ced.ModelStore;
import faultslip.ced.TrainingHistory;
import faultslip.ced.TrainingHistory.Validation;
import faultslip.ced.TrainingProgress;
import faultslip.experiment.Campaign;
import faultslip.experiment.Experiment;
import faultslip.experiment.ExperimentContext;
import faultslip.series.Series;
import faultslip.wavelet.DerivativeOfGaussian;
import faultslip.wavelet.Morlet;
import faultslip.wavelet.Paul;
import faultslip.wavelet.Scalogram;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures that explain the method. */
class IllustrationsTest {
  private static final CedArchitecture ARCHITECTURE = CedArchitecture.of(32, 64, List.of(8, 16, 24, 40))
      .withLatent(56, 2);

  @TempDir
  Path folder;

  @Test
  void waveletsAreDrawnAsTheirFormulaeHaveThem() {
    double ricker = 2 / Math.sqrt(3) * Math.pow(Math.PI, -0.25);
    compare(WaveletFigure.shape(DerivativeOfGaussian.ricker(), 1).get(0),
        eta -> ricker * (1 - eta * eta) * Math.exp(-eta * eta / 2));
    // Γ(3/2) = √π / 2; asymmetric, so that a reversed axis would show.
    compare(WaveletFigure.shape(new DerivativeOfGaussian(1), 1).get(0),
        eta -> -eta * Math.exp(-eta * eta / 2) / Math.sqrt(Math.sqrt(Math.PI) / 2));
    compare(WaveletFigure.shape(new Morlet(6), 1).get(1),
        eta -> Math.pow(Math.PI, -0.25) * Math.exp(-eta * eta / 2) * Math.sin(6 * eta));
    compare(WaveletFigure.shape(new Paul(4), 1).get(0), eta -> 384 / Math.sqrt(Math.PI * 40320)
        * Math.pow(1 + eta * eta, -2.5) * Math.cos(5 * Math.atan(eta)));
  }

  private static void compare(Line shape, DoubleUnaryOperator formula) {
    assertThat(shape.points().get(0).x()).isEqualTo(-5);
    assertThat(shape.points()).allSatisfy(
        point -> assertThat(point.y()).isCloseTo(formula.applyAsDouble(point.x()), within(1e-5)));
  }

  @Test
  void waveletsHaveARowEach() {
    Figure figure = WaveletFigure.of(0.4, DerivativeOfGaussian.ricker(), new Morlet(6), new Paul(4));
    assertThat(SvgText.of(figure)).contains("(a)", "Derivative of Gaussian, m = 2 (Ricker)", "(b)", "Morlet, ω0 = 6", "(c)",
        "Paul, m = 4", "imaginary part", "Time (s)", "Frequency (Hz)",
        "At a scale of 0.4 s; the line marks the wavelet's own frequency.");
    assertThat(figure.svg())
        .isEqualTo(WaveletFigure.of(0.4, DerivativeOfGaussian.ricker(), new Morlet(6), new Paul(4)).svg());
    assertThatThrownBy(() -> WaveletFigure.of(1)).isInstanceOf(FigureException.class).hasMessageContaining("at least one");
    assertThatThrownBy(() -> WaveletFigure.of(0, new Paul(4))).isInstanceOf(FigureException.class)
        .hasMessageContaining("0.0 s");
  }

  @Test
  void scalogramsStandBelowTheirSeriesAndInversesBesideIt() {
    Series series = Synthetic.series("shear stress", 300, Math::sin).map("shear stress", "MPa", v -> v);
    Scalogram scalogram = Synthetic.scalogram(300, 1);
    assertThat(SvgText.of(ScalogramFigure.of(series, scalogram))).contains("(a)", "Shear stress", "(b)", "Scalogram (MPa)",
        "Shear stress (MPa)", "Scale (s)", "1", "−1").doesNotContain("(c)");
    double[] half = Arrays.stream(series.values()).map(v -> v - 0.5).toArray();
    Figure figure = ScalogramFigure.withInverse(series, scalogram, half);
    assertThat(SvgText.of(figure)).contains("(c)", "Inverse transform", "rms misfit 0.500 MPa", "inverse of its scalogram");
    assertThat(figure.svg()).isEqualTo(ScalogramFigure.withInverse(series, scalogram, half).svg());
  }

  @Test
  void aShortUnitStandsBesideTheColours() {
    Series scores = Synthetic.series("stress", 300, Math::sin).map("stress", "σ", v -> v);
    assertThat(SvgText.of(ScalogramFigure.of(scores, Synthetic.scalogram(300, 1)))).contains("Scalogram", "1\u2009σ", "−1\u2009σ");
  }

  @Test
  void whatDoesNotBelongTogetherIsRefused() {
    Series series = Synthetic.series("stress", 300, Math::sin);
    assertThatThrownBy(() -> ScalogramFigure.of(series, Synthetic.scalogram(299, 1)))
        .isInstanceOf(FigureException.class).hasMessageContaining("299");
    assertThatThrownBy(() -> ScalogramFigure.of(series.slice(1, 300), Synthetic.scalogram(300, 1).slice(0, 299)))
        .isInstanceOf(FigureException.class).hasMessageContaining("3925");
    assertThatThrownBy(() -> ScalogramFigure.withInverse(series, Synthetic.scalogram(300, 1), new double[3]))
        .isInstanceOf(FigureException.class).hasMessageContaining("Inverse of 3 samples");
  }

  @Test
  void trainingsHaveTheirBestStepMarked() {
    TrainingHistory history = history(0.9, 0.25, 0.3);
    List<String> texts = SvgText.of(TrainingFigure.of("Cross-training", history));
    assertThat(texts).contains("Cross-training", "validation loss, best 0.250", "dot: best, kept", "Gradient steps",
        "Validation loss", "0.4");
    assertThat(TrainingFigure.of("a", history).svg()).isEqualTo(TrainingFigure.of("a", history).svg());
    assertThat(SvgText.of(TrainingFigure.of("Two", history, history(1, 0))))
        .contains("training 1, best 0.250", "training 2, best 0.000");
  }

  @Test
  void theMarkIsAtTheStepThatWasKept() {
    Line line = TrainingFigure.line("loss", history(3, 1, 2), FigureStyle.INK);
    assertThat(line.points()).extracting(Line.Point::x).containsExactly(50.0, 100.0, 150.0);
    assertThat(line.dotted().test(0)).isFalse();
    assertThat(line.dotted().test(1)).isTrue();
    // A mark at the end is shown whole.
    assertThat(new LinePanel("Gradient steps", "Loss", List.of(line)).margin(0.02).range())
        .isEqualTo(new ValueRange(48, 152));
  }

  @Test
  void trainingsWithoutValidationAreRefused() {
    assertThatThrownBy(() -> TrainingFigure.of("None")).isInstanceOf(FigureException.class).hasMessageContaining("'None'");
    TrainingHistory empty = new TrainingHistory(List.of(), 0, 1, 0, 0);
    assertThatThrownBy(() -> TrainingFigure.of("Empty", empty)).isInstanceOf(FigureException.class)
        .hasMessageContaining("no validation");
  }

  private static TrainingHistory history(double... losses) {
    List<Validation> validations = new ArrayList<>();
    int best = 0;
    for (int i = 0; i < losses.length; i++) {
      validations.add(new Validation(50 * (i + 1), losses[i]));
      best = losses[i] < losses[best] ? i : best;
    }
    return new TrainingHistory(validations, validations.get(best).step(), losses[best], 50 * losses.length, 1);
  }

  @Test
  void blocksMirrorEachOtherAboutTheLatentSpace() {
    List<ArchitectureFigure.Blocks.Block> blocks = new ArchitectureFigure.Blocks(ARCHITECTURE, false).blocks(new Rectangle2D.Double(10, 20, 400, 100));
    assertThat(blocks).hasSize(11);
    assertThat(blocks).extracting(ArchitectureFigure.Blocks.Block::filters).containsExactly(1, 8, 16, 24, 40, 56, 40, 24, 16, 8, 1);
    assertThat(blocks).extracting(ArchitectureFigure.Blocks.Block::scales).containsExactly(32, 32, 16, 8, 4, 2, 4, 8, 16, 32, 32);
    for (int i = 0; i < 5; i++) {
      Rectangle2D left = blocks.get(i).place();
      Rectangle2D right = blocks.get(10 - i).place();
      assertThat(left.getCenterX() - 10).isCloseTo(410 - right.getCenterX(), within(1e-9));
      assertThat(left.getHeight()).isEqualTo(right.getHeight());
      assertThat(blocks.get(i + 1).place().getX()).isGreaterThan(left.getMaxX());
    }
    assertThat(blocks.get(5).part()).isEqualTo(ArchitectureFigure.Blocks.Part.LATENT);
    assertThat(blocks.get(5).place().getHeight()).isLessThan(blocks.get(4).place().getHeight());
  }

  @Test
  void architectureSaysItsSizesAndWhatIsFrozen() {
    Figure whole = ArchitectureFigure.of(ARCHITECTURE);
    assertThat(SvgText.of(whole)).contains("input", "output", "8", "40", "56", "32×64", "4×8", "2×4", "encoder", "decoder",
        "latent space", "skip connection");
    Figure frozen = ArchitectureFigure.crossTraining(ARCHITECTURE);
    assertThat(SvgText.of(frozen)).contains("frozen encoder and decoder", "latent space: the only part trained")
        .doesNotContain("encoder");
    assertThat(frozen.svg()).isEqualTo(ArchitectureFigure.crossTraining(ARCHITECTURE).svg());
    assertThat(String.join(" ", SvgText.of(whole))).contains("ReLU", "max pooling", "3×3 convolutions, 2 of them");
  }

  @Test
  void methodIsShownWithoutAModel() {
    Campaign campaign = new Campaign(new ExperimentContext(Synthetic.study(), new ModelStore(folder), training -> TrainingProgress.SILENT), List.of(0L), Experiment.all());
    Figure target = MethodFigure.of(campaign);
    assertThat(SvgText.of(target)).contains("(a)", "Emission", "(b)", "↓ Wavelet transform: its scalogram", "(c)",
        "Target: scalogram of friction coefficient", "(d)", "↑ Inverse transform: friction coefficient", "encoder");
    assertThat(folder).isEmptyDirectory();
    assertThat(target.svg()).isEqualTo(MethodFigure.of(campaign).svg());
  }
}
