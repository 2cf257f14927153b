package faultslip.app;

import com.fasterxml.jackson.databind.JsonNode;
import faultslip.FaultslipException;
import faultslip.data.TextTable;
import faultslip.experiment.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * From a number in a text to what it came from: the row of {@code results.json}, the models, the data, the code.
 *
 * @param folder with {@code results.json}, perhaps in folders of studies
 */
record Explanation(Path folder) {
  private static final int MOST = 12;
  /** What rows that differ by their seed have in common. */
  private static final List<String> IDENTITY =
      List.of("experiment", "simulation", "recording", "amplitude", "laboratory_cycles");
  private static final String MAPE = "mape_percent";
  private static final List<String> SCORES =
      List.of(MAPE, "mae", "rmse", "r2", "mean_predictor_mape_percent");

  /** What a number may be of. */
  private interface Explained {
    DoubleStream numbers();

    boolean hasWord(String word);

    List<String> lines();

    default boolean matches(List<String> asked) {
      return asked.stream().allMatch(word -> isNumber(word) ? has(word) : hasWord(word));
    }

    /** Whether a number is one of these, as it is written: with so many digits. */
    private boolean has(String number) {
      int digits = number.contains(".") ? number.length() - number.indexOf('.') - 1 : 0;
      return numbers().anyMatch(value -> TextTable.text("%." + digits + "f", value).equals(number));
    }
  }

  /** A claim on a recording: difference, and the ends of its interval. */
  private record Claimed(Path file, JsonNode verdict) implements Explained {

    @Override
    public DoubleStream numbers() {
      return DoubleStream.of(verdict.path("difference").asDouble(), verdict.path("interval_95").path(0).asDouble(),
          verdict.path("interval_95").path(1).asDouble());
    }

    @Override
    public boolean hasWord(String word) {
      return verdict.toString().contains(word);
    }

    @Override
    public List<String> lines() {
      return List.of(file + ": verdicts: " + verdict);
    }
  }

  /** What an experiment gives on average over recordings, the laboratory's and those of a second experiment. */
  private record OverAll(List<Group> groups) implements Explained {

    private double mean() {
      return groups.stream().mapToDouble(group -> group.median(MAPE)).average().orElseThrow();
    }

    @Override
    public DoubleStream numbers() {
      return DoubleStream.of(mean());
    }

    @Override
    public boolean hasWord(String word) {
      return groups.get(0).hasWord(word);
    }

    @Override
    public List<String> lines() {
      return Stream.concat(Stream.of(TextTable.text("%s: mean over %d recordings of median MAPEs: %.4f %%",
          groups.get(0).file, groups.size(), mean())), groups.stream()
          .map(group -> TextTable.text("  %s: %.4f %%", group.words(), group.median(MAPE)))).toList();
    }
  }

  /** Results of one experiment on one recording, a row a seed, and perhaps that of their mean. */
  private record Group(Path file, JsonNode provenance, List<JsonNode> rows) implements Explained {

    private String text(String name) {
      return rows.get(0).path(name).asText("");
    }

    private String words() {
      return IDENTITY.stream().filter(name -> !text(name).isEmpty())
          .map(name -> name.equals("laboratory_cycles") ? text(name) + " cycles known" : text(name))
          .collect(Collectors.joining(", "));
    }

    private List<JsonNode> seeds() {
      return rows.stream().filter(Predicate.not(ResultsFile::isMean)).toList();
    }

    /** Numbers that a text may tell: every row's, and median, smallest and largest over the seeds. */
    @Override
    public DoubleStream numbers() {
      return DoubleStream.concat(rows.stream().flatMapToDouble(row ->
          SCORES.stream().mapToDouble(score -> row.path(score).asDouble(Double.NaN))),
          SCORES.stream().mapToDouble(this::median));
    }

    private double median(String score) {
      return StatUtils.percentile(seeds().stream().mapToDouble(row -> row.path(score).asDouble()).toArray(), 50);
    }

    @Override
    public boolean hasWord(String word) {
      return words().contains(word) || rows.stream().anyMatch(row -> row.path("model").asText().contains(word));
    }

    @Override
    public List<String> lines() {
      List<String> lines = new ArrayList<>(List.of(file + ": " + words(), "  made by: ./reproduce --study "
          + text("study") + " --seeds " + seeds().size()
          + ", by " + Experiment.find(text("experiment")).map(of -> of.getClass().getName()).orElse("?")
          + " at commit " + provenance.path("commit").asText("unknown")));
      rows.forEach(row -> lines.add(TextTable.text(
          "  %s: MAPE %.4f %% (the mean: %.4f %%), MAE %.4g, R² %.4f; model %s",
          ResultsFile.isMean(row) ? "mean" : "seed " + row.path("seed").asText(),
          row.path("mape_percent").asDouble(), row.path("mean_predictor_mape_percent").asDouble(),
          row.path("mae").asDouble(), row.path("r2").asDouble(), row.path("model").asText())));
      provenance.at("/data/sha256").properties().forEach(source ->
          lines.add("  data: " + source.getKey() + ", sha256 " + source.getValue().asText()));
      lines.add("  machine: " + Stream.of("cpu", "os", "jdk").map(name -> provenance.path(name).asText())
          .collect(Collectors.joining("; ")));
      return lines;
    }
  }

  /**
   * Explains what matches, each in some lines.
   *
   * @param asked a number as it is written ("2.00"), words of a row ("zero-shot", "granular"), or a model's key
   * @throws FaultslipException if nothing does
   */
  List<String> of(List<String> asked) {
    List<String> plain = asked.stream().map(word -> word.replace("−", "-").replace("%", "").strip())
        .filter(word -> !word.isEmpty()).toList();
    List<? extends Explained> found = groups().stream().filter(group -> group.matches(plain)).toList();
    if (found.isEmpty()) {
      throw new FaultslipException("Nothing in the results in " + folder + " matches " + asked
          + "; give a number with the digits it is written with, or words of its row, such as zero-shot granular raw.");
    }
    List<String> lines = found.stream().limit(MOST).map(Explained::lines).flatMap(List::stream)
        .collect(Collectors.toCollection(ArrayList::new));
    if (found.size() > MOST) {
      lines.add((found.size() - MOST) + " more match; give words of the row as well.");
    }
    return lines;
  }

  private static boolean isNumber(String word) {
    return word.matches("-?\\d+(\\.\\d+)?");
  }

  private List<? extends Explained> groups() {
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files.filter(file -> file.endsWith("results.json")).sorted().flatMap(Explanation::groups).toList();
    } catch (IOException e) {
      throw new FaultslipException("Cannot look for results in " + folder + ": " + e.getMessage()
          + "; make them by ./reproduce.", e);
    }
  }

  private static Stream<Explained> groups(Path file) {
    JsonNode results = new ResultsFile(file).read();
    List<Group> groups = results.path("rows").valueStream()
        .collect(Collectors.groupingBy(row -> IDENTITY.stream().map(name -> row.path(name).asText("")).toList(),
            LinkedHashMap::new, Collectors.toList()))
        .values().stream().map(rows -> new Group(file, results.path("provenance"), rows)).toList();
    Stream<OverAll> means = groups.stream().collect(Collectors.groupingBy(group ->
        List.of(group.text("experiment").replaceFirst("^second-experiment-", ""), group.text("simulation"),
            group.text("amplitude"), group.text("laboratory_cycles")), LinkedHashMap::new, Collectors.toList()))
        .values().stream().filter(all -> all.size() > 1).map(OverAll::new);
    return Stream.of(groups.stream(), means,
        results.path("verdicts").valueStream().map(verdict -> new Claimed(file, verdict))).flatMap(of -> of);
  }
}
