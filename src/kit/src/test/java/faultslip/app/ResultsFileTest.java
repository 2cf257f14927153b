package faultslip.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import faultslip.ced.ModelStore;
import faultslip.evaluate.Scores;
import faultslip.experiment.Campaign;
import faultslip.experiment.MethodSettings;
import faultslip.experiment.ResultRow;
import faultslip.series.Clock;
import faultslip.series.Recording;
import faultslip.series.Series;
import faultslip.study.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file says what was found; it is written anew when that changes, and only then. */
class ResultsFileTest {
  @TempDir Path folder;

  @Test
  void timesAloneDoNotChangeIt() throws IOException {
    Path file = write(1.5, Map.of("train", 10.0));
    String before = Files.readString(file);
    write(1.5, Map.of("train", 99.0));
    assertThat(file).hasContent(before);
    write(1.25, Map.of("train", 7.0));
    JsonNode json = new ObjectMapper().readTree(file.toFile());
    assertThat(json.at("/rows/0/mape_percent").doubleValue()).isEqualTo(1.25);
    assertThat(json.at("/provenance/wall_seconds/train").doubleValue()).isEqualTo(7);
  }

  @Test
  void aDamagedFileIsReplaced() throws IOException {
    Path file = Files.writeString(folder.resolve("results.json"), "{\"rows\": [");
    write(1.5, Map.of());
    assertThat(new ObjectMapper().readTree(file.toFile()).at("/rows/0/seed").intValue()).isEqualTo(3);
  }

  @Test
  void holdsWhatTheNumbersComeFrom() throws IOException {
    JsonNode json = new ObjectMapper().readTree(write(1.5, Map.of("score", 0.25)).toFile());
    assertThat(json.at("/rows/0").properties()).extracting(Map.Entry::getKey).contains("study", "experiment", "recording",
        "model", "seed", "mape_percent", "rmse", "r2", "mean_predictor_mape_percent");
    assertThat(json.at("/provenance").properties()).extracting(Map.Entry::getKey)
        .contains("versions", "data", "settings", "jdk", "os", "cpu", "cores", "wall_seconds");
    assertThat(json.at("/provenance/data/sha256/a.csv").textValue()).isEqualTo("abc");
    assertThat(json.at("/summaries/0/seeds/0").intValue()).isEqualTo(3);
  }

  private Path write(double mape, Map<String, Double> seconds) {
    Clock clock = new Clock(0, 0.1);
    double[] values = new double[600];
    for (int i = 0; i < values.length; i++) {
      values[i] = 1 + i % 7;
    }
    Recording recording = new Recording("r", new Series("e", "", clock, values), new Series("f", "", clock, values));
    Study study = new Study("s", recording, List.of(recording), recording, List.of("a note"), Map.of("a.csv", "abc"));
    Campaign campaign = new Campaign(study, MethodSettings.standard(), new ModelStore(folder.resolve("models")), List.of(3L),
        Campaign.Progress.SILENT);
    Path file = folder.resolve("results.json");
    ResultRow row = new ResultRow("s", "lab-only", "r", "", "m", 3, new Scores(mape, 0.1, 0.2, 0.9, 5, 100));
    new ResultsFile(file).write(campaign, List.of(row), seconds, 2);
    return file;
  }
}
