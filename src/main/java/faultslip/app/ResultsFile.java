package faultslip.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import faultslip.AtomicFile;
import faultslip.ced.NativeBackend;
import faultslip.evaluate.ResultRow;
import faultslip.evaluate.ResultTable;
import faultslip.evaluate.SeedSummary;
import faultslip.experiment.MethodSettings;
import faultslip.study.Study;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code results.json}: every number, and everything it came from. */
final class ResultsFile {
  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ResultsFile() {}

  /**
   * Writes the file, whole or not at all.
   *
   * @param stageSeconds wall time of each stage, by name
   */
  static void write(Path file, Study study, MethodSettings settings, List<ResultRow> rows, Map<String, Double> stageSeconds,
      int threads) {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode list = root.putArray("rows");
    for (ResultRow row : rows) {
      list.addObject().put("study", row.study()).put("experiment", row.experiment()).put("recording", row.recording())
          .put("unit", row.unit()).put("model", row.model()).put("seed", row.seed()).put("mape_percent", row.scores().mapePercent())
          .put("mae", row.scores().mae()).put("rmse", row.scores().rmse()).put("r2", row.scores().r2())
          .put("mean_predictor_mape_percent", row.scores().meanPredictorMapePercent())
          .put("skill", row.scores().skill()).put("samples", row.scores().samples());
    }
    ArrayNode summaries = root.putArray("summaries");
    for (SeedSummary summary : new ResultTable(rows).summaries()) {
      summaries.addObject().put("experiment", summary.experiment()).put("recording", summary.recording())
          .put("unit", summary.unit()).put("seeds", summary.seeds().size()).put("median_mape_percent", summary.medianMape())
          .put("lowest_mape_percent", summary.lowestMape()).put("highest_mape_percent", summary.highestMape())
          .put("median_mae", summary.medianMae()).put("median_r2", summary.medianR2()).put("median_rmse", summary.medianRmse());
    }
    provenance(root.putObject("provenance"), study, settings, stageSeconds, threads);
    AtomicFile.write(file, stream -> stream.write((JSON.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  private static void provenance(ObjectNode node, Study study, MethodSettings settings, Map<String, Double> stageSeconds,
      int threads) {
    Versions.all().forEach(node.putObject("versions")::put);
    node.put("jdk", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    node.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch"));
    node.put("cpu", Processor.name());
    node.put("cores", Runtime.getRuntime().availableProcessors());
    node.put("trainings_at_once", threads);
    node.put("backend", NativeBackend.describe());
    ObjectNode data = node.putObject("data");
    data.put("study", study.name());
    study.hashes().forEach(data.putObject("sha256")::put);
    study.notes().forEach(data.putArray("notes")::add);
    node.set("settings", JSON.valueToTree(settings));
    ObjectNode seconds = node.putObject("wall_seconds");
    stageSeconds.forEach((stage, value) -> seconds.put(stage, Math.round(10 * value) / 10.0));
  }
}
