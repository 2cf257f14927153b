package outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import faultslip.ced.ModelStore;
import faultslip.ced.TrainingProgress;
import faultslip.experiment.Campaign;
import faultslip.experiment.Experiment;
import faultslip.experiment.ExperimentContext;
import faultslip.experiment.ResultRow;
import faultslip.experiment.StickSlip;
import faultslip.figure.CampaignFigure;
import faultslip.figure.Figure;
import faultslip.study.MethodSettings;
import faultslip.study.Study;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.SimpsonIntegrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An experiment, a figure, a regressor, a wavelet and a network from outside: each one class, and one line in META-INF/services. */
class AddedPartsTest {
  private static final List<String> CHANGES = List.of("images.transfer.wavelet=difference", "images.transfer.scales=16",
      "networks.transfer.kind=funnel", "networks.transfer.filters=3", "windows.laboratory.training=3.2 s");

  @TempDir private Path folder;

  @Test
  void aStudyNamesThemAndACampaignRunsThem() {
    Study study = study(CHANGES);
    assertThat(study.sampled().transfer().network()).isEqualTo(new Funnel(16, 64, 3));
    assertThat(study.sampled().transfer().image().wavelet()).isEqualTo(new DifferenceOfGaussians());

    Campaign campaign = new Campaign(new ExperimentContext(study, new ModelStore(folder.resolve("models")), training -> TrainingProgress.SILENT), List.of(0L), Experiment.all());
    List<ResultRow> rows = campaign.rows();
    assertThat(rows).extracting(ResultRow::experiment).contains("zero-shot", "cross-trained", "limited-cycle-pre-failure", "persistence",
        "baseline-stump", "time-to-failure-stump");
    ResultRow persistence = row(rows, "persistence");
    // The training segment ends just before a failure, at 0.499: half of the range above the mean.
    assertThat(persistence.scores().mae()).isCloseTo(0.0495, within(1e-3));
    assertThat(persistence.simulation()).isEmpty();
    // One question tells the time soon after a slip from all others.
    assertThat(row(rows, "baseline-stump").scores().r2()).isBetween(0.3, 0.99);
    assertThat(row(rows, "cross-trained").scores().mapePercent()).isPositive().isFinite();
    assertThat(campaign.experiments()).extracting(Experiment::id).endsWith("persistence");

    Figure figure = CampaignFigure.others().get("persistence-figure").draw(campaign).orElseThrow();
    assertThat(figure.svg()).contains("As it was before", "Zero-shot");
    assertThat(CampaignFigure.others().all()).extracting(CampaignFigure::id).contains("persistence-figure");
  }

  private static ResultRow row(List<ResultRow> rows, String experiment) {
    return rows.stream().filter(row -> row.experiment().equals(experiment)).findFirst().orElseThrow();
  }

  @Test
  void modelsOfTheirsAreKeptApart() {
    List<List<String>> methods = List.of(List.of("images.transfer.scales=16"), List.of("images.transfer.scales=16", CHANGES.get(0)), CHANGES);
    assertThat(methods.stream().map(changes -> StickSlip.context(study(changes), folder).models().onSimulation(0).key().digest()).distinct())
        .hasSize(3);
    assertThat(Files.exists(folder.resolve("models"))).isFalse();
  }

  /** ∫ |ψ̂0|² du = 1, and (π / ln 2) ∫ ψ̂0(u)/u du / ∫ ψ̂0(u) du, by quadrature. */
  @Test
  void theWaveletsConstantsAreThoseOfItsFormula() {
    DoubleUnaryOperator fourier = new DifferenceOfGaussians().fourierTransform();
    assertThat(integral(u -> 2 * fourier.applyAsDouble(u) * fourier.applyAsDouble(u))).isCloseTo(1, within(1e-6));
    assertThat(Math.PI / Math.log(2) * integral(u -> fourier.applyAsDouble(u) / u) / integral(fourier))
        .isCloseTo(new DifferenceOfGaussians().reconstructionConstant(), within(1e-6));
  }

  private static double integral(DoubleUnaryOperator function) {
    return new SimpsonIntegrator().integrate(1_000_000, function::applyAsDouble, 1e-9, 12);
  }

  private static Study study(List<String> changes) {
    return StickSlip.study().withMethod(StickSlip.settings(2, MethodSettings.standard()).changed(changes));
  }
}
