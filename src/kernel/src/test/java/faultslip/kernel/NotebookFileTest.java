package faultslip.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against {@code as-nbformat-writes.ipynb}, which nbformat 5.5.0 has written from all that a notebook may hold. */
class NotebookFileTest {
  @TempDir private Path folder;

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("n.ipynb"), text);
  }

  private static String notebook(String cells) {
    return "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}, \"cells\": [" + cells + "]}";
  }

  @ParameterizedTest
  @CsvSource({"as-nbformat-writes.ipynb", "written-otherwise.ipynb"})
  void writesTheBytesThatNbformatWrites(String name) throws IOException {
    Path expected = SampleNotebook.copy("as-nbformat-writes.ipynb", folder);
    assertThat(NotebookFile.read(SampleNotebook.copy(name, folder)).text())
        .isEqualTo(Files.readString(expected));
  }

  @Test
  void leavesAFileOfTheSameBytesAlone() throws IOException {
    Path file = SampleNotebook.copy("as-nbformat-writes.ipynb", folder);
    FileTime old = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(file, old);
    assertThat(NotebookFile.read(file).write(file)).isFalse();
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(old);
    assertThat(NotebookFile.read(file).write(folder.resolve("new/n.ipynb"))).isTrue();
    assertThat(folder.resolve("new/n.ipynb")).hasSameBinaryContentAs(file);
  }

  @Test
  void cellsAreRead() {
    NotebookFile notebook = NotebookFile.read(SampleNotebook.copy("as-nbformat-writes.ipynb", folder));
    assertThat(notebook.cells()).extracting(cell -> cell.get("cell_type").textValue())
        .containsExactly("markdown", "code", "code", "raw");
    assertThat(notebook.cellsToRun()).containsExactly(notebook.cells().get(1));
    assertThat(notebook.cells().get(1).get("source").textValue())
        .isEqualTo("System.out.println(\"é 😀 \\\" \\\\\");\n// tab\there");
    assertThat(notebook.cells().get(1).get("outputs")).hasSize(4);
  }

  @Test
  void aRunBeginsWithoutOutputsAndTimes() throws IOException {
    NotebookFile file = NotebookFile.read(written(notebook("""
        {"cell_type": "code", "id": "a", "metadata": {"execution": {"iopub.status.idle": "2020"}, "x": 1},
         "execution_count": 9, "outputs": [{"output_type": "stream", "name": "stdout", "text": "old"}], "source": "1"}""")));
    ObjectNode none = JsonNodeFactory.instance.objectNode();
    file.begin(none, none);
    assertThat(file.text())
        .contains("\"execution_count\": null", "\"outputs\": []", "\"x\": 1").doesNotContain("old", "2020");
  }

  @Test
  void aJavaKernelKeepsItsNameAndAnotherLosesIt() throws IOException {
    ObjectNode mine = JsonNodeFactory.instance.objectNode().put("name", "mine").put("language", "java");
    String other = "{\"name\": \"other\", \"language\": \"%s\"}";
    for (String language : List.of("java", "python")) {
      NotebookFile file = NotebookFile.read(written(notebook("").replace("\"metadata\": {}",
          "\"metadata\": {\"kernelspec\": " + other.formatted(language) + "}")));
      file.begin(mine, mine);
      assertThat(file.text())
          .contains(language.equals("java") ? "\"name\": \"other\"" : "\"name\": \"mine\"")
          .doesNotContain("python", language.equals("java") ? "nobody" : "other");
    }
  }

  @Test
  void whatIsNoNotebookIsRefusedInOneLine() throws IOException {
    String cell = "{\"cell_type\": \"code\", \"id\": \"a\", \"metadata\": {}, \"outputs\": [], \"source\": \"\"}";
    Map<String, String> faults = Map.of(
        "{\n \"nbformat\": 4,\n x}", ":3: not JSON",
        "[]", "not a notebook",
        "", "not a notebook",
        "{\"nbformat\": 4, \"nbformat_minor\": 4, \"metadata\": {}, \"cells\": []}", "nbformat 4.4",
        "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}}", "no metadata or no cells",
        notebook(cell + "," + cell), "cell 2 of all has the id 'a'",
        notebook("{\"cell_type\": \"code\", \"metadata\": {}, \"source\": \"\"}"), "cell 1 of all has no id",
        notebook(cell.replace("code", "table")), "unknown type 'table'",
        notebook(cell.replace(", \"source\": \"\"", "")), "no source",
        notebook(cell.replace("\"outputs\": [], ", "")), "no list of outputs");
    for (Map.Entry<String, String> fault : faults.entrySet()) {
      Path file = written(fault.getKey());
      assertThatThrownBy(() -> NotebookFile.read(file)).isInstanceOf(NotebookException.class)
          .hasMessageContainingAll(file.toString(), fault.getValue()).message().doesNotContain("\n");
    }
    Path bytes = Files.write(folder.resolve("b.ipynb"), new byte[] {'"', (byte) 0xFF, '"'});
    assertThatThrownBy(() -> NotebookFile.read(bytes)).isInstanceOf(NotebookException.class).hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> NotebookFile.read(folder.resolve("none.ipynb"))).isInstanceOf(NotebookException.class)
        .hasMessageContaining("no notebook");
  }

  @ParameterizedTest
  // Right: what Python 3 shows.
  @CsvSource({"0.1, 0.1", "1, 1.0", "100, 100.0", "1e15, 1000000000000000.0", "1e16, 1e+16", "1.5e16, 1.5e+16", "0.0001, 0.0001",
      "0.00001, 1e-05", "-1.5e-7, -1.5e-07", "1e23, 1e+23", "4.9e-324, 5e-324", "1.7976931348623157e308, 1.7976931348623157e+308",
      "-0.0, -0.0", "0.3, 0.3", "2.2250738585072014E-308, 2.2250738585072014e-308", "9007199254740993, 9007199254740992.0"})
  void numbersAreAsPythonShowsThem(double value, String shown) {
    assertThat(NotebookJson.python(value)).isEqualTo(shown);
  }
}
