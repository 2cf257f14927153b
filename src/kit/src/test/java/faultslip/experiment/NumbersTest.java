package faultslip.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import faultslip.ced.ModelStore;
import faultslip.ced.TrainingProgress;
import faultslip.evaluate.Scores;
import faultslip.series.Recording;
import faultslip.study.MethodSettings;
import faultslip.study.Study;
import faultslip.study.Study.OtherRecordings;
import faultslip.study.Study.Simulation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experiments give the numbers that version 0.1.0 gave. */
class NumbersTest {
  /**
   * Since version 0.1.0 another engine computes, so that last digits differ and with them every training. What five
   * seeds give has to overlap with what they gave, for each experiment on each recording. Gouges have other names since,
   * and a regressor on windows behind a time is called a nowcast.
   */
  @Test
  void committedResultsAreThoseOfVersion010WithinTheSpreadOverSeeds() throws IOException {
    Map<String, DescriptiveStatistics> before = new HashMap<>();
    frozen("synthetic").forEach(row -> add(before, row.get("experiment").textValue()
        .replaceFirst("^(time-to-failure-|baseline-)(?=linear|random-forest)", "$1nowcast-")
        .replaceFirst("^baseline-nowcast-", "nowcast-baseline-"), row.get("recording").textValue()
        .replace("p4677-like", "gouge A").replace("p4581-like", "gouge B"),
        row.get("mape_percent")));
    Map<String, DescriptiveStatistics> today = new HashMap<>();
    new ObjectMapper().readTree(Path.of("figures/synthetic/results.json").toFile()).get("rows").valueStream()
        .filter(row -> row.get("amplitude").textValue().equals("raw") && !row.get("seed").isNull())
        .forEach(row -> add(today, row.get("experiment").textValue(), row.get("recording").textValue(),
            row.get("mape_percent")));
    assertThat(before).hasSize(69);
    assertThat(before).allSatisfy((what, mapes) -> {
      assertThat(today).containsKey(what);
      assertThat(today.get(what).getN()).as(what).isEqualTo(mapes.getN());
      assertThat(today.get(what).getMin()).as(what).isLessThanOrEqualTo(mapes.getMax());
      assertThat(today.get(what).getMax()).as(what).isGreaterThanOrEqualTo(mapes.getMin());
    });
  }

  private static void add(Map<String, DescriptiveStatistics> to, String experiment, String recording, JsonNode mape) {
    to.computeIfAbsent(experiment + " on " + recording, what -> new DescriptiveStatistics())
        .addValue(mape.doubleValue());
  }

  /**
   * The scores that version 0.1.0 had on the same recordings by the same settings, to a ten-thousandth: another order of random
   * draws, other windows or another loss would move some of them by far more. Last digits depend on the processor's
   * instructions and are left to the committed results.
   */
  @Test
  void aSmallChainHasTheScoresOfVersion010(@TempDir Path folder) {
    List<Map<String, JsonNode>> frozen = frozen("stick-slip");
    Campaign campaign = new Campaign(new ExperimentContext(study(), new ModelStore(folder), training -> TrainingProgress.SILENT), List.of(0L), Experiment.all());
    List<ResultRow> rows = campaign.rows(frozen.stream().map(row -> row.get("experiment").textValue()).distinct().toArray(String[]::new)).stream()
        .filter(ResultRow::isPlain).toList();
    assertThat(rows).hasSameSizeAs(frozen);
    for (int i = 0; i < rows.size(); i++) {
      Map<String, JsonNode> expected = frozen.get(i);
      ResultRow row = rows.get(i);
      Scores scores = row.scores();
      String what = row.experiment() + " on " + row.recording();
      assertThat(List.of(row.experiment(), row.recording())).as(what)
          .containsExactly(expected.get("experiment").textValue(), expected.get("recording").textValue());
      near(what, scores.mapePercent(), expected.get("mape_percent"));
      near(what, scores.mae(), expected.get("mae"));
      near(what, scores.rmse(), expected.get("rmse"));
      // May be zero, as its unit cannot: of that a ten-thousandth.
      assertThat(scores.r2()).as(what).isCloseTo(expected.get("r2").doubleValue(), within(1e-4));
      near(what, scores.meanPredictorMapePercent(), expected.get("mean_predictor_mape_percent"));
      assertThat(scores.samples()).as(what).isEqualTo(expected.get("samples").intValue());
    }
  }

  private static void near(String what, double score, JsonNode expected) {
    assertThat(score).as(what).isCloseTo(expected.doubleValue(), offset(1e-4 * expected.doubleValue()));
  }

  private static Study study() {
    Simulation simulation = StickSlip.simulation("simulation", 80);
    List<Recording> rates = List.of(simulation.recording(), StickSlip.recording("simulation, half", 400, 40));
    List<String> small = Stream.of("transfer", "laboratory").flatMap(of -> Stream.of("images." + of + ".scales=16",
        "networks." + of + ".filters=[4, 8, 8, 12]", "networks." + of + ".latent.filters=12")).toList();
    MethodSettings method = StickSlip.settings(6, MethodSettings.standard()).changed(
        Stream.concat(small.stream(), Stream.of("windows.laboratory.training=3.2 s")).toList());
    Study study = StickSlip.study();
    return new Study(study.name(), List.of(new Simulation("simulation", simulation.recording(), rates, simulation.criterion())),
        study.laboratory(), new OtherRecordings(List.of(new Study.Laboratory(StickSlip.recording("other", 300, 64), Optional.empty())), "another"), method,
        study.sources());
  }

  private static List<Map<String, JsonNode>> frozen(String name) {
    try (InputStream stream = NumbersTest.class.getResourceAsStream(name + "-0.1.0.json")) {
      JsonNode table = new ObjectMapper().readTree(stream);
      List<Map<String, JsonNode>> rows = new ArrayList<>();
      for (JsonNode row : table.get("rows")) {
        Map<String, JsonNode> named = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
          named.put(table.get("columns").get(i).textValue(), row.get(i));
        }
        rows.add(named);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
