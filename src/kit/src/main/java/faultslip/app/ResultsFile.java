package faultslip.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import faultslip.AtomicFile;
import faultslip.FaultslipException;
import faultslip.ced.NativeBackend;
import faultslip.evaluate.Scores;
import faultslip.evaluate.certainty.ConfidenceInterval;
import faultslip.evaluate.certainty.ErrorScore;
import faultslip.evaluate.certainty.FoundFailures;
import faultslip.experiment.Campaign;
import faultslip.experiment.Comparison;
import faultslip.experiment.LimitedCycle;
import faultslip.experiment.LimitedCycle.LimitedCycleSettings;
import faultslip.experiment.LookAhead;
import faultslip.experiment.ResultRow;
import faultslip.experiment.ResultRow.LearnedCycles;
import faultslip.experiment.SeedSummary;
import faultslip.experiment.Verdict;
import faultslip.series.FailureCriterion;
import faultslip.study.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * {@code results.json}: every number, and everything it came from. Times, machine and commit are those of the run that
 * found the numbers: a run that finds the same ones leaves the file alone.
 */
record ResultsFile(Path file) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Writes the file, whole or not at all, unless it says the same already. */
  void write(Campaign campaign, List<ResultRow> rows, Map<String, Double> stageSeconds, int threads) {
    ObjectNode root = JSON.createObjectNode();
    Table scores = Comparison.scores(rows);
    ArrayNode list = root.putArray("rows");
    for (int i = 0; i < rows.size(); i++) {
      ObjectNode node = list.addObject();
      for (Column<?> column : scores.columns()) {
        node.set(column.name(), JSON.valueToTree(column.get(i)));
      }
      ResultRow row = rows.get(i);
      node.put("samples", row.scores().samples()).put("samples_left_out_of_mape", row.leftOut());
      if (!row.model().intervals().isEmpty()) {
        ArrayNode intervals = node.putArray("intervals");
        row.model().intervals().forEach(interval -> intervals.addObject().put("level", interval.calibrated().level())
            .put("half_width", interval.calibrated().halfWidth()).put("coverage", interval.coverage()));
      }
      row.reading().learned().ifPresent(learned -> learned(node, learned));
      row.cycles().failures().ifPresent(failures -> failures(node.putObject("failures"), failures));
      row.model().validationLoss().ifPresent(loss -> node.put("validation_loss", loss));
      if (!row.model().provenance().isEmpty()) {
        node.put("provenance", row.model().provenance());
      }
    }
    ArrayNode summaries = root.putArray("summaries");
    SeedSummary.all(rows).forEach(summary -> summary(summaries.addObject(), summary));
    ArrayNode verdicts = root.putArray("verdicts");
    Verdict.all(rows).forEach(verdict -> verdict(verdicts.addObject(), verdict));
    ObjectNode provenance = root.putObject("provenance");
    sources(provenance, campaign);
    if (!holds(root)) {
      run(provenance, stageSeconds, threads);
      AtomicFile.write(file, text(root));
    }
  }

  /** How many seeds of a model its results are of, at most; 0 if it is not there, or says nothing of them. */
  int seeds() {
    try {
      return JSON.readTree(file.toFile()).path("summaries").valueStream()
          .mapToInt(summary -> summary.path("seeds").size()).max().orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  /** All that it holds; a {@link FaultslipException} if it cannot be read. */
  JsonNode read() {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new FaultslipException(file + " cannot be read: " + e.getMessage().lines().findFirst().orElse("")
          + "; make it anew by ./reproduce.", e);
    }
  }

  /** Whether a row of it is of the mean of several models; those of earlier versions do not say, and are of one. */
  static boolean isMean(JsonNode row) {
    return row.path("members").asInt(1) > 1;
  }

  // A line for each row, so that two files can be compared and neither is larger than it need be.
  static String text(JsonNode root) {
    return root.properties().stream().map(part -> "  \"" + part.getKey() + "\": " + text(part.getValue(), "\n    "))
        .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
  }

  private static String text(JsonNode part, String line) {
    return !part.isArray() ? part.toPrettyString().replace("\n", "\n  ")
        : part.valueStream().map(JsonNode::toString)
            .collect(Collectors.joining("," + line, "[" + line, "\n  ]"));
  }

  // Whether the file holds these findings, whatever else it holds.
  private boolean holds(ObjectNode found) {
    try {
      // To text and back, so that numbers compare as they are written.
      JsonNode findings = JSON.readTree(found.toString());
      JsonNode before = JSON.readTree(file.toFile());
      if (before.path("provenance") instanceof ObjectNode provenance) {
        provenance.retain(findings.get("provenance").properties().stream().map(Map.Entry::getKey).toList());
      }
      return before.equals(findings);
    } catch (IOException e) {
      return false; // Not there or damaged: written anew.
    }
  }

  private static void summary(ObjectNode node, SeedSummary summary) {
    ResultRow row = summary.first();
    node.put("experiment", row.experiment()).put("simulation", row.simulation()).put("recording", row.recording())
        .put("unit", row.unit()).put("amplitude", row.reading().amplitude().id())
        .put("look_ahead_s", row.reading().lookAhead());
    row.reading().learned().ifPresent(learned -> learned(node, learned));
    summary.seeds().forEach(node.putArray("seeds")::add);
    DescriptiveStatistics mapes = summary.over(Scores::mapePercent);
    node.put("median_mape_percent", mapes.getPercentile(50)).put("lowest_mape_percent", mapes.getMin())
        .put("highest_mape_percent", mapes.getMax()).put("median_mae", summary.median(Scores::mae))
        .put("median_rmse", summary.median(Scores::rmse)).put("median_r2", summary.median(Scores::r2));
    for (ErrorScore score : ErrorScore.values()) {
      String name = score.name().toLowerCase(Locale.ROOT) + "_interval_95";
      summary.interval(score).ifPresent(interval -> interval(node, name, interval));
    }
    summary.mean().ifPresent(mean -> node.put("mape_percent_of_mean", mean.scores().mapePercent())
        .put("r2_of_mean", mean.scores().r2()));
  }

  private static void learned(ObjectNode node, LearnedCycles learned) {
    node.put("laboratory_cycles", learned.amount()).put("from_failure", learned.firstFailure());
  }

  private static void interval(ObjectNode node, String name, ConfidenceInterval interval) {
    node.putArray(name).add(interval.from()).add(interval.to());
  }

  private static void verdict(ObjectNode node, Verdict verdict) {
    node.put("claim", verdict.claim().letter()).put("says", verdict.claim().words())
        .put("look_ahead", verdict.lookAhead() == LookAhead.WINDOW).put("simulation", verdict.simulation())
        .put("recording", verdict.recording()).put("difference", verdict.difference())
        .put("unit", verdict.claim().unit()).put("verdict", verdict.outcome().toString());
    interval(node, "interval_95", verdict.interval());
  }

  private static void failures(ObjectNode node, FoundFailures failures) {
    node.put("failures", failures.failures().size()).put("share_found", failures.share())
        .put("share_by_chance", failures.chance()).put("false_alarms", failures.falseAlarms());
    if (failures.share() > 0) {
      node.put("timing_error_s", failures.timingError()).put("predicted_over_true_drop", failures.dropRatio());
    }
  }

  private static void sources(ObjectNode node, Campaign campaign) {
    Study study = campaign.study();
    versions().forEach(node.putObject("versions")::put);
    ObjectNode data = node.putObject("data");
    data.put("study", study.name());
    study.sources().hashes().forEach(data.putObject("sha256")::put);
    study.sources().notes().forEach(data.putArray("notes")::add);
    study.sources().description().ifPresent(description -> data.set("study_file", description));
    ObjectNode settings = node.putObject("settings");
    settings.setAll(study.method().tree());
    study.sampled().lines().forEach(settings.putArray("in_samples")::add);
    ObjectNode failures = settings.putObject("failures");
    study.simulations().forEach(simulation ->
        simulation.criterion().ifPresent(c -> criterion(failures.putObject("simulation_" + simulation.name()), c)));
    study.laboratory().criterion().ifPresent(c -> criterion(failures.putObject("laboratory"), c));
    study.others().all().forEach(other -> other.criterion()
        .ifPresent(c -> criterion(failures.withObject("/others").putObject(other.recording().name()), c)));
    if (LimitedCycle.POST_FAILURE.obstacle(study).isEmpty()) {
      LimitedCycleSettings cycle = LimitedCycle.POST_FAILURE.learned(campaign.context()).settings();
      settings.putObject("limited_cycle").put("refinement", cycle.refinement())
          .put("window_samples", cycle.windows().width()).put("step_samples", cycle.windows().step())
          .put("split", cycle.split().toString()).put("start", cycle.start().toString());
    }
  }

  private static void criterion(ObjectNode node, FailureCriterion criterion) {
    node.put("slope_per_second", criterion.slope()).put("shortest_interval_seconds", criterion.shortestInterval());
  }

  private static void run(ObjectNode node, Map<String, Double> stageSeconds, int threads) {
    machine(node);
    node.put("trainings_at_once", threads);
    ObjectNode seconds = node.putObject("wall_seconds");
    stageSeconds.forEach((stage, value) -> seconds.put(stage, Math.round(10 * value) / 10.0));
  }

  /** What computes here, and the commit, which is another with every change and need not change a number. */
  static void machine(ObjectNode node) {
    node.put("commit", commit());
    node.put("jdk", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"))
        .put("os", System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
            + System.getProperty("os.arch"))
        .put("cpu", processor()).put("cores", Runtime.getRuntime().availableProcessors())
        .put("backend", NativeBackend.describe());
  }

  // The kit and the libraries its numbers depend on, as built.
  private static Map<String, String> versions() {
    ResourceBundle versions = ResourceBundle.getBundle("faultslip.app.versions");
    return new TreeMap<>(versions.keySet().stream().collect(Collectors.toMap(name -> name, versions::getString)));
  }

  // That of the kit's sources, "+" behind it if they were changed since.
  private static String commit() {
    String home = KitFolder.resolve("").toAbsolutePath().toString();
    String commit = ProgramRun.outputIfAny("git", "-C", home, "rev-parse", "HEAD");
    String changes = ProgramRun.outputIfAny("git", "-C", home, "status", "--porcelain", "--", "src", "pom.xml");
    return commit.isEmpty() ? "unknown" : commit + (changes.isEmpty() ? "" : "+");
  }

  private static String processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines.filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst().orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", System.getProperty("os.arch"));
    }
  }
}
