package faultslip.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import faultslip.FaultslipException;
import faultslip.ced.ModelStore;
import faultslip.ced.Prediction;
import faultslip.ced.TrainingProgress;
import faultslip.experiment.Campaign;
import faultslip.experiment.Experiment;
import faultslip.experiment.ExperimentContext;
import faultslip.experiment.NetworkExperiment.LearningRegime;
import faultslip.experiment.Result;
import faultslip.series.Recording;
import faultslip.study.Study;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures 4 to 8 say what they show, and refuse what they cannot. Nothing is trained here. */
class ExperimentFiguresTest {
  @TempDir
  Path folder;

  @Test
  void withoutOtherRecordingsTheLaboratoryIsCutByItsFailures() {
    Figure figure = Figure4.of(campaign(Synthetic.study()));
    assertThat(SvgText.of(figure)).contains("Second experiment: this study has no other laboratory recording.", "(a)",
        "Laboratory (synthetic): 10 failures (lines), 9.70 s apart on average", "(b)", "Its first cycles", "3930");
    // In each of two panels 10 failures, and those of four cycles.
    assertThat(SvgText.lines(figure, "rgb(204,121,167)")).isEqualTo(2 * 10 + 2 * 5);
    assertThat(figure.svg()).isEqualTo(Figure4.of(campaign(Synthetic.study())).svg());
  }

  @Test
  void otherRecordingsAreShownTwoAbreast() {
    Recording first = Synthetic.other("p5198", 300);
    Figure one = Figure4.of(campaign(Synthetic.study(first)));
    Figure two = Figure4.of(campaign(Synthetic.study(first, Synthetic.recording(300))));
    assertThat(SvgText.of(one)).contains("Made of formulas.", "p5198", "Shear stress (MPa)").doesNotContain("(b)");
    assertThat(SvgText.of(two)).contains("(a)", "(b)", "p5198", "synthetic", "Friction coefficient");
    assertThat(two.height()).isEqualTo(one.height());
  }

  @Test
  void aStudyThatKnowsNoFailuresSaysSo() {
    Study unknown = Synthetic.study().withLaboratory(Synthetic.recording(1000));
    assertThat(SvgText.of(Figure4.of(campaign(unknown)))).contains("Laboratory (synthetic): what a failure is, is not known")
        .doesNotContain("(b)");
    for (var figure : List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
        () -> Figure6.of(campaign(unknown)), () -> Figure7.of(campaign(unknown)), () -> Figure8.of(campaign(unknown)))) {
      assertThatThrownBy(figure).isInstanceOf(FaultslipException.class).hasMessageContaining("what a failure is")
          .hasMessageContaining(unknown.name());
    }
  }

  @Test
  void withoutOtherRecordingsThereIsNoFigure5AndNothingIsTrained() {
    assertThat(Figure5.of(campaign(Synthetic.study()))).isEmpty();
    assertThat(folder).isEmptyDirectory();
    assertThatThrownBy(() -> Figure5.of("", List.of())).isInstanceOf(FigureException.class);
  }

  @Test
  void figure5HasAPanelAModelAndRecording() {
    Recording stress = Synthetic.other("p5198", 300);
    List<TitledResult> results = LearningRegime.ON_LABORATORY.stream()
        .flatMap(model -> Stream.of(second(model, stress, 1 + LearningRegime.ON_LABORATORY.indexOf(model)),
            second(model, Synthetic.recording(300), 4)))
        .toList();
    Figure figure = Figure5.of("Seed 0.", results);
    assertThat(SvgText.of(figure)).contains("Seed 0.", "(a)", "(f)", "p5198: lab only", "p5198: zero-shot transfer",
        "synthetic: cross-trained", "MAPE 1.00 %, R² 0.90", "MAPE 4.00 %, R² 0.90", "Shear stress (MPa)").doesNotContain("(g)");
    assertThat(figure.svg()).isEqualTo(Figure5.of("Seed 0.", results).svg());
  }

  @Test
  void figure6ShowsWhatIsLearnedOfOneCycle() {
    Campaign campaign = campaign(Synthetic.study());
    Figure figure = Figure6.of(campaign);
    // 64 samples of 0.1 s refined five times, every sixteenth of a window.
    assertThat(SvgText.of(figure)).contains("(a)", "post-failure", "pre-failure", "(b)", "Post-failure half", "(c)",
        "Pre-failure half", "train", "val.",
        "Split 90/10; windows of 1.28 s every 0.08 s, on samples interpolated to 50.0 Hz.");
    assertThat(folder).isEmptyDirectory();
    assertThat(figure.png(72)).isEqualTo(Figure6.of(campaign).png(72));
  }

  @Test
  void figure7HasBothHalvesWithTheirScores() {
    Prediction prediction = Synthetic.prediction(300);
    List<TitledResult> results = List.of(
        new TitledResult("post-failure", Synthetic.result("limited-cycle-post-failure", prediction, Synthetic.scores(1.2, 0.91))),
        new TitledResult("pre-failure", Synthetic.result("limited-cycle-pre-failure", prediction, Synthetic.scores(2.5, -0.4))));
    Figure figure = Figure7.of("One seed.", results);
    assertThat(SvgText.of(figure)).contains("One seed.", "(a)", "Latent space trained on the post-failure half of one cycle",
        "MAPE 1.20 %, R² 0.91", "(b)", "Latent space trained on the pre-failure half of one cycle", "MAPE 2.50 %, R² −0.40",
        "predicted: friction coefficient", "Scale (s)");
    assertThat(figure.svg()).isEqualTo(Figure7.of("One seed.", results).svg());
    assertThatThrownBy(() -> Figure7.of("", List.of())).isInstanceOf(FigureException.class);
  }

  @Test
  void figure8PrintsErrorsInSecondsAndBandsWhereTheyAreKnown() {
    Recording times = new Recording("synthetic", Synthetic.series("ln emission", 300, Math::sin),
        Synthetic.series("time to failure", 300, t -> 9.7 - t % 9.7).map("time to failure", "s", v -> v));
    List<TitledResult> blocks = List.of(
        new TitledResult("Cross-trained", times(times, 1.23, 0.75, Optional.of(Synthetic.prediction(times)))),
        new TitledResult("Periodic predictor", times(times, 0.6, -0.02, Optional.empty())));
    Figure figure = Figure8.of("Of 3 seeds, that of median MAE.", blocks);
    List<String> texts = SvgText.of(figure);
    assertThat(texts).contains("Of 3 seeds, that of median MAE.", "(a)", "Cross-trained", "MAE 1.23 s, R² 0.75", "(b)",
        "Periodic predictor", "MAE 0.60 s, R² −0.02", "Time to failure (s)");
    assertThat(Collections.frequency(texts, "prediction ± 1 σ")).isEqualTo(1);
    assertThat(Collections.frequency(texts, "prediction")).isEqualTo(1);
    assertThat(figure.svg()).isEqualTo(Figure8.of("Of 3 seeds, that of median MAE.", blocks).svg());
    assertThatThrownBy(() -> Figure8.of("", List.of())).isInstanceOf(FigureException.class);
  }

  private static Result times(Recording recording, double mae, double r2, Optional<Prediction> prediction) {
    return Synthetic.result(Synthetic.row("time-to-failure", recording, Synthetic.scores(mae, r2)), recording, recording.fault(), prediction);
  }

  private static TitledResult second(LearningRegime model, Recording recording, double mape) {
    return new TitledResult(model.title(),
        Synthetic.result("second-experiment-" + model.id(), Synthetic.prediction(recording), Synthetic.scores(mape, 0.9)));
  }

  private Campaign campaign(Study study) {
    return new Campaign(new ExperimentContext(study, new ModelStore(folder), training -> TrainingProgress.SILENT), List.of(0L), Experiment.all());
  }
}
