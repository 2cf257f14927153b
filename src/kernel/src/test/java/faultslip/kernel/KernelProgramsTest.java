package faultslip.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The module's program as any project runs it: by java, with nothing on the class path but the module and its libraries. */
@Timeout(180)
class KernelProgramsTest {
  private static final Pattern OF_TESTS = Pattern.compile(
      "test-classes|(?:archunit|junit|surefire|opentest4j|apiguardian|assertj|byte-buddy)[\\w.-]*\\.jar");
  private static final List<String> CLASS_PATH = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
      .filter(entry -> !OF_TESTS.matcher(Path.of(entry).getFileName().toString()).matches()).toList();

  @TempDir private Path folder;

  private record Ended(int exit, String out, String err) {}

  private Ended run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-cp",
        String.join(File.pathSeparator, CLASS_PATH), KernelProgram.class.getName()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out.toFile())
        .redirectError(err.toFile()).start();
    return new Ended(process.waitFor(), Files.readString(out), Files.readString(err));
  }

  /** All that the module needs, its own classes among them; one more is a decision. */
  @Test
  void theClassPathIsShort() {
    assertThat(CLASS_PATH).extracting(entry -> Path.of(entry).getFileName().toString().replaceFirst("-\\d.*", ""))
        .containsExactlyInAnyOrder("classes", "picocli", "jjava-jupyter", "gson", "error_prone_annotations", "jeromq", "jnacl",
            "slf4j-api", "jackson-databind", "jackson-core", "jackson-annotations");
  }

  @Test
  void aKernelIsInstalledByTheModuleAlone() throws IOException, InterruptedException {
    Ended ended = run("install", "--name", "my-java", "--display-name", "Java (mine)", "--prefix", "here",
        "--jvm=-Xmx300m", "--env", "A=b", "--sources", "src");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.exit()).isZero();
    Path kernel = folder.resolve("here/share/jupyter/kernels/my-java");
    JsonNode json = new ObjectMapper().readTree(kernel.resolve("kernel.json").toFile());
    assertThat(json.path("display_name").asText()).isEqualTo("Java (mine)");
    assertThat(json.path("language").asText()).isEqualTo("java");
    assertThat(json.path("env").path("A").asText()).isEqualTo("b");
    assertThat(json.path("argv")).hasSize(4).last().hasToString("\"{connection_file}\"");
    assertThat(Files.readString(kernel.resolve("java.args"), StandardCharsets.UTF_8))
        .contains("-Xmx300m", folder.toRealPath().resolve("src").toString())
        .doesNotContainIgnoringCase("nd4j", "deeplearning4j", "javacpp", "tablesaw", "faultslip-core", "faultslip-kit");
  }

  @Test
  void aNotebookIsRunInPlace() throws IOException, InterruptedException {
    Path notebook = SampleNotebook.of(folder.resolve("n.ipynb"), "int six = 6;", "six * 7");
    Ended ended = run("run", "n.ipynb");
    assertThat(ended).isEqualTo(new Ended(0, "n.ipynb: 2 cells" + System.lineSeparator(), ""));
    assertThat(Files.readString(notebook)).contains("\"42\"", "\"name\": \"java\"");
  }

  @Test
  void theCommandsOfTheReadmeWork() throws IOException, InterruptedException {
    SampleNotebook.of(folder.resolve("a.ipynb"), "6 * 7");
    SampleNotebook.of(folder.resolve("b.ipynb"), "6 * 8");
    String program = "java -cp \"$CP\" " + KernelProgram.class.getName() + " ";
    List<String> lines = Files.readAllLines(Path.of("src/kernel/README.md")).stream()
        .filter(line -> line.startsWith("java ")).map(line -> line.replaceFirst("\\s+#.*", "")).toList();
    assertThat(lines).hasSize(2).allMatch(line -> line.startsWith(program));
    for (String line : lines) {
      String[] arguments = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(line.substring(program.length())).results()
          .map(part -> part.group(1) == null ? part.group(2) : part.group(1)).toArray(String[]::new);
      boolean installs = arguments[0].equals("install");
      List<String> here = new ArrayList<>(List.of(arguments));
      here.addAll(installs ? List.of("--prefix", "here") : List.of());
      Ended ended = run(here.toArray(String[]::new));
      assertThat(ended.exit()).as(line + ended).isZero();
    }
    assertThat(folder.resolve("here/share/jupyter/kernels/my-java/kernel.json")).content().contains("Java (mine)");
    assertThat(folder.resolve("b.ipynb")).content().contains("\"48\"");
  }

  @Test
  void whatFailsIsToldByItsLine() throws IOException, InterruptedException {
    SampleNotebook.of(folder.resolve("n.ipynb"), "int zero = 0;\n1 / zero");
    Ended ended = run("run", "n.ipynb");
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err()).startsWith("faultslip-kernel: n.ipynb, cell 1: ArithmeticException: / by zero")
        .contains("cell 1, line 2");
    assertThat(run("run", "none.ipynb").err().lines())
        .containsExactly("faultslip-kernel: There is no notebook none.ipynb.");
    assertThat(run("install", "--name", "a b").err().lines()).singleElement().asString().contains("'a b'");
    assertThat(run("run").exit()).isEqualTo(2);
  }
}
