package faultslip.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import faultslip.kernel.NotebookFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The notebooks of the project, as they are stored: all begin alike, and hold nothing that another machine would not give. */
@TestInstance(Lifecycle.PER_CLASS)
class NotebooksTest {
  // Beside src, wherever below the kit the tests run.
  private static final Path FOLDER = Path.of(Files.isDirectory(Path.of("notebooks")) ? "" : "../..").resolve("notebooks");
  private static final long MOST_BYTES = 1_000_000;
  private static final int MOST_LINES = 10;
  // What differs from run to run or machine to machine, by what it is called.
  private static final Map<String, Pattern> PASSING = Map.of(
      "an address in memory", Pattern.compile("[\\w$\\]]@[0-9a-f]{5,8}\\b"),
      "an absolute path", Pattern.compile("(?<![\\w.:/])/(?:home|root|tmp|Users|var|opt|usr|private)/\\w|\\b[A-Z]:\\\\\\w"),
      "a date", Pattern.compile("\\b20[2-9]\\d-\\d\\d-\\d\\d\\b"),
      "a time of day", Pattern.compile("\\b[0-2]?\\d:[0-5]\\d:[0-5]\\d\\b"));

  static List<Path> notebooks() throws IOException {
    if (!Files.isDirectory(FOLDER)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }

  @BeforeAll
  static void areThere() throws IOException {
    assumeTrue(!notebooks().isEmpty(), "Skipped: there are no notebooks in " + FOLDER.toAbsolutePath());
  }

  private static List<ObjectNode> code(Path file) {
    return NotebookFile.read(file).cells().stream().filter(cell -> cell.get("cell_type").asText().equals("code")).toList();
  }

  private static List<JsonNode> outputs(Path file) {
    List<JsonNode> outputs = new ArrayList<>();
    code(file).forEach(cell -> cell.get("outputs").forEach(outputs::add));
    return outputs;
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void beginsWithTheFirstCell(Path file) throws IOException {
    try (InputStream stream = Bootstrap.class.getResourceAsStream("first-cell.txt")) {
      assertThat(code(file).get(0).get("source").textValue()).isEqualTo(new String(stream.readAllBytes(), StandardCharsets.UTF_8).stripTrailing());
    }
  }

  // A notebook may be run on another study, or with other seeds: what a cell says of its results stands in its output.
  @ParameterizedTest
  @MethodSource("notebooks")
  void proseQuotesNoScoreButThePapers(Path file) {
    Pattern score = Pattern.compile("(\\d+\\.\\d+) ?%|R² (?:of )?[−-]?\\d");
    NotebookFile.read(file).cells().stream().filter(cell -> cell.get("cell_type").asText().equals("markdown")).forEach(cell ->
        assertThat(score.matcher(cell.get("source").textValue()).results().map(found -> found.group(1)))
            .isSubsetOf("4.237", "1.137", "4.232", "1.650"));
  }

  // On IJava and JJava, jars look for what they need as soon as they are added, and importing a package sets what
  // earlier variables hold to null.
  @ParameterizedTest
  @MethodSource("notebooks")
  void runsOnOtherKernelsToo(Path file) {
    List<Snippet> snippets = code(file).stream().flatMap(cell -> snippets(cell.get("source").textValue()).stream()).toList();
    int variable = first(snippets, snippet -> snippet instanceof VarSnippet);
    assertThat(snippets.subList(variable, snippets.size())).as("behind the first variable")
        .noneMatch(snippet -> snippet.subKind() == SubKind.TYPE_IMPORT_ON_DEMAND_SUBKIND
            || snippet.subKind() == SubKind.STATIC_IMPORT_ON_DEMAND_SUBKIND);
    int jars = first(snippets, snippet -> snippet.source().strip().startsWith("lineMagic(\"jars\""));
    assertThat(first(snippets, snippet -> snippet.source().strip().startsWith("lineMagic(\"classpath\""))).isLessThan(jars);
  }

  private static int first(List<Snippet> snippets, Predicate<Snippet> wanted) {
    return IntStream.range(0, snippets.size()).filter(i -> wanted.test(snippets.get(i))).findFirst().orElseThrow();
  }

  private static List<Snippet> snippets(String source) {
    List<Snippet> snippets = new ArrayList<>();
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(source);
      while (info.source() != null && !info.source().isBlank()) {
        snippets.addAll(shell.sourceCodeAnalysis().sourceToSnippets(info.source()));
        info = shell.sourceCodeAnalysis().analyzeCompletion(info.remaining());
      }
    }
    return snippets;
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void isValid(Path file) throws IOException {
    try (InputStream stream = NotebooksTest.class.getResourceAsStream("nbformat.v4.5.schema.json")) {
      JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(stream);
      assertThat(schema.validate(new ObjectMapper().readTree(file.toFile()))).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void isStoredAsJupyterStores(Path file) throws IOException {
    assertThat(NotebookFile.read(file).text()).isEqualTo(Files.readString(file));
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void wasRunToItsEndWithoutErrors(Path file) {
    List<ObjectNode> cells = NotebookFile.read(file).cellsToRun();
    for (int i = 0; i < cells.size(); i++) {
      assertThat(cells.get(i).get("execution_count").asInt()).as(cells.get(i).get("id").asText()).isEqualTo(i + 1);
    }
    assertThat(outputs(file)).isNotEmpty().extracting(output -> output.get("output_type").textValue()).doesNotContain("error");
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void namesTheKitsKernel(Path file) throws IOException {
    assertThat(new ObjectMapper().readTree(file.toFile()).at("/metadata/kernelspec/name").asText())
        .isEqualTo(KitKernel.spec(Path.of("")).name());
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void isSmall(Path file) throws IOException {
    assertThat(Files.size(file)).isLessThan(MOST_BYTES);
    // The first cell is what it is.
    assertThat(code(file).stream().skip(1)).allSatisfy(cell ->
        assertThat(cell.get("source").textValue().lines().count()).as(cell.toString()).isLessThanOrEqualTo(MOST_LINES));
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void outputsHoldNothingPassing(Path file) {
    for (JsonNode output : outputs(file)) {
      // Pictures are no text.
      String text = output.toString().replaceAll("\"image/(?:png|jpeg|gif)\":\"[^\"]*\"", "");
      PASSING.forEach((what, pattern) -> {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(() -> what + " in an output: " + found.group()).isFalse();
      });
    }
  }
}
