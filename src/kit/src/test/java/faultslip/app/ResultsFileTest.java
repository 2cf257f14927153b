package faultslip.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import faultslip.ced.ModelStore;
import faultslip.ced.TrainingProgress;
import faultslip.evaluate.Scores;
import faultslip.evaluate.certainty.ConformalInterval;
import faultslip.experiment.Amplitude;
import faultslip.experiment.Campaign;
import faultslip.experiment.Experiment;
import faultslip.experiment.ExperimentContext;
import faultslip.experiment.ResultRow;
import faultslip.experiment.ResultRow.Reading;
import faultslip.experiment.StickSlip;
import faultslip.study.MethodSettings;
import faultslip.study.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file says what was found, and all that it came from; it is written anew when that changes, and only then. */
class ResultsFileTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("results.json");
  }

  @Test
  void saysOfHowManySeedsItIs() throws IOException {
    assertThat(new ResultsFile(Path.of("figures/results.json")).seeds()).isEqualTo(5);
    assertThat(new ResultsFile(Path.of("figures/none.json")).seeds()).isZero();
  }

  @Test
  void timesAloneDoNotChangeIt() throws IOException {
    write(StickSlip.settings(), 1.5, Map.of("train", 10.0));
    String before = Files.readString(file);
    write(StickSlip.settings(), 1.5, Map.of("train", 99.0));
    assertThat(file).hasContent(before);
    write(StickSlip.settings(), 1.25, Map.of("train", 7.0));
    assertThat(read().at("/rows/0/mape_percent").doubleValue()).isEqualTo(1.25);
    assertThat(read().at("/provenance/wall_seconds/train").doubleValue()).isEqualTo(7);
  }

  @Test
  void anotherCommitAloneDoesNotChangeItEither() throws IOException {
    write(StickSlip.settings(), 1.5, Map.of());
    assertThat(read().at("/provenance/commit").textValue()).isNotBlank();
    ObjectNode before = (ObjectNode) read();
    ((ObjectNode) before.get("provenance")).put("commit", "of long ago");
    Files.writeString(file, JSON.writeValueAsString(before));
    write(StickSlip.settings(), 1.5, Map.of());
    assertThat(read()).isEqualTo(before);
    write(StickSlip.settings(), 1.25, Map.of());
    assertThat(read().at("/provenance/commit").textValue()).isNotEqualTo("of long ago");
  }

  @Test
  void anotherSettingChangesItThoughItChangedNoNumber() throws IOException {
    write(StickSlip.settings(), 1.5, Map.of());
    write(StickSlip.settings().changed(List.of("training.latentSpace.steps=7")), 1.5, Map.of());
    assertThat(read().at("/provenance/settings/training/latentSpace/steps").intValue()).isEqualTo(7);
  }

  @Test
  void aDamagedFileIsReplaced() throws IOException {
    Files.writeString(file, "{\"rows\": [");
    write(StickSlip.settings(), 1.5, Map.of());
    assertThat(read().at("/rows/0/seed").intValue()).isEqualTo(3);
  }

  @Test
  void rowsSayWhatWasFoundOnWhatByWhat() throws IOException {
    write(StickSlip.settings(), 1.5, Map.of());
    assertThat(read().at("/rows/0")).isEqualTo(JSON.readTree("""
        {"study": "stick-slip", "simulation": "simulation", "experiment": "zero-shot", "recording": "laboratory", "unit": "s",
         "model": "m-0123", "seed": 3, "members": 1, "amplitude": "restored", "look_ahead_s": 24.4, "mape_percent": 1.5, "mae": 0.1, "rmse": 0.2, "r2": 0.9, "mean_predictor_mape_percent": 5.0,
         "skill": 0.7, "samples": 100, "samples_left_out_of_mape": 12, "validation_loss": 0.25}"""));
    assertThat(read().at("/rows/1/validation_loss").isMissingNode()).isTrue();
    assertThat(read().at("/rows/1/simulation").textValue()).isEmpty();
    assertThat(read().at("/rows/1/provenance").textValue()).isEqualTo("a forest of 7 trees");
    assertThat(read().at("/summaries/0/seeds/0").intValue()).isEqualTo(3);
    assertThat(read().at("/summaries/0/simulation").textValue()).isEqualTo("simulation");
  }

  @Test
  void aMeanHasNoSeedButMembersAndIntervals() throws IOException {
    write(StickSlip.settings(), 1.5, Map.of());
    JsonNode mean = read().at("/rows/2");
    assertThat(mean.get("seed").isNull()).isTrue();
    assertThat(mean.get("members").intValue()).isEqualTo(2);
    assertThat(mean.get("intervals")).isEqualTo(JSON.readTree("""
        [{"level": 0.68, "half_width": 0.02, "coverage": 0.6}, {"level": 0.95, "half_width": 0.05, "coverage": 0.9}]"""));
    assertThat(read().at("/summaries/1/mape_percent_of_mean").doubleValue()).isEqualTo(1.5);
    assertThat(read().at("/summaries/0/mape_percent_of_mean").isMissingNode()).isTrue();
  }

  @Test
  void provenanceHoldsEverySettingAndEverySource() throws IOException {
    write(StickSlip.settings(), 1.5, Map.of("score", 0.25));
    JsonNode provenance = read().get("provenance");
    assertThat(provenance.properties()).extracting(Map.Entry::getKey)
        .contains("versions", "commit", "data", "settings", "jdk", "os", "cpu", "cores", "wall_seconds");
    assertThat(provenance.at("/data/sha256/a.csv").textValue()).isEqualTo("abc");
    assertThat(provenance.at("/data/notes/0").textValue()).isEqualTo("a note");
    assertThat(provenance.at("/data/study_file/title").textValue()).isEqualTo("as it was written");

    JsonNode settings = provenance.get("settings");
    assertThat(settings.at("/images/transfer")).isEqualTo(JSON.readTree("""
        {"wavelet": "dog-2", "smallestScale": "0.05 s", "largestScale": "12.8 s", "scales": 32, "padding": "ZERO"}"""));
    assertThat(settings.at("/networks/laboratory/filters")).isEqualTo(JSON.readTree("[8, 16, 24, 32]"));
    assertThat(settings.at("/windows/laboratory/training").textValue()).isEqualTo("0.2 s");
    assertThat(settings.at("/training/simulation/steps").intValue()).isEqualTo(2);
    assertThat(settings.at("/training/latentSpace/regularisation/averaging").doubleValue()).isEqualTo(0.99);
    assertThat(settings.at("/training/latentStart").textValue()).isEqualTo("FRESH");
    assertThat(settings.at("/cycle/epochs").intValue()).isEqualTo(3);
    assertThat(settings.at("/in_samples/0").textValue()).contains("6.4 s = 64 samples");
    assertThat(settings.at("/failures/simulation_simulation/slope_per_second").doubleValue()).isEqualTo(-0.1);
    assertThat(settings.at("/failures/laboratory/shortest_interval_seconds").doubleValue()).isEqualTo(1);
    // A cycle of 100 samples in scales that span 508: windows of 64 samples of five for each recorded.
    assertThat(settings.at("/limited_cycle")).isEqualTo(JSON.readTree("""
        {"refinement": 5, "window_samples": 64, "step_samples": 4, "split": "90/10", "start": "TRAINED"}"""));
  }

  /** Settings can be read back: a run can be repeated from its results. */
  @Test
  void settingsReadBackAreThoseOfTheStudy() throws IOException {
    write(StickSlip.settings(), 1.5, Map.of());
    ObjectNode settings = (ObjectNode) read().at("/provenance/settings");
    settings.remove(List.of("in_samples", "failures", "limited_cycle"));
    assertThat(MethodSettings.standard().quick().changed(settings, key -> key)).isEqualTo(StickSlip.settings());
  }

  private JsonNode read() throws IOException {
    return JSON.readTree(file.toFile());
  }

  private void write(MethodSettings settings, double mape, Map<String, Double> seconds) {
    Study study = StickSlip.study();
    Study described = new Study(study.name(), study.simulations(), study.laboratory(), study.others(), settings,
        new Study.Sources(List.of("a note"), Map.of("a.csv", "abc"), Optional.of(JSON.createObjectNode().put("title", "as it was written"))));
    Campaign campaign = new Campaign(new ExperimentContext(described, new ModelStore(folder.resolve("models")), training -> TrainingProgress.SILENT), List.of(3L), Experiment.all());
    Scores scores = new Scores(mape, 0.1, 0.2, 0.9, 5, 100);
    new ResultsFile(file).write(campaign, List.of(
        new ResultRow("stick-slip", "simulation", "zero-shot", "laboratory", "s", 12, new ResultRow.Model("m-0123", List.of(3L), OptionalDouble.of(0.25), "", List.of()),
            new Reading(Amplitude.RESTORED, 24.4), scores),
        new ResultRow("stick-slip", "", "baseline-random-forest", "laboratory", "s", 12,
            ResultRow.Model.other("random-forest", 3, "a forest of 7 trees"), new Reading(Amplitude.RAW, 0), scores),
        new ResultRow("stick-slip", "", "baseline-random-forest", "laboratory", "s", 12,
            new ResultRow.Model("mean of 2", List.of(3L, 4L), OptionalDouble.empty(), "", List.of(interval(0.68, 0.02, 0.6), interval(0.95, 0.05, 0.9))),
            new Reading(Amplitude.RAW, 0), scores)), seconds, 2);
  }

  private static ResultRow.Interval interval(double level, double halfWidth, double coverage) {
    return new ResultRow.Interval(new ConformalInterval(level, halfWidth), coverage);
  }
}
