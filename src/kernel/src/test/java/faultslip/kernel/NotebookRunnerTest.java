package faultslip.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In real kernels, made of what the tests run with. */
class NotebookRunnerTest {
  // Kept, so that not every test tries the kernel first.
  private static final NotebookRunner RUNNER = new NotebookRunner(new KernelSpec("sample", "Java (sample)",
      List.of("-Dpiece=of cake"), Map.of("PIECE", "by piece"), List.of(), List.of()), Path.of("target/test-kernel"),
      Map.of("SAMPLE", "a sample"));

  @TempDir private Path folder;

  private static boolean run(Path notebook) {
    return !RUNNER.run(Map.of(notebook, notebook), 1, NotebookRunner.Listener.SILENT).isEmpty();
  }

  private static List<String> texts(NotebookFile notebook, String id) {
    return notebook.cells().stream().filter(cell -> cell.get("id").asText().equals(id))
        .flatMap(cell -> StreamSupport.stream(cell.get("outputs").spliterator(), false))
        .map(output -> output.has("text") ? output.get("name").textValue() + ":" + output.get("text").textValue()
            : output.has("ename") ? output.get("ename").textValue() : output.at("/data/text~1plain").asText()).toList();
  }

  @Test
  void aNotebookIsRunToItsEndAndAgainToTheSameBytes() throws IOException {
    Path source = SampleNotebook.copy("sample.ipynb", folder);
    Path copy = folder.resolve("out/sample.ipynb");
    List<String> heard = new ArrayList<>();
    StringBuilder said = new StringBuilder();
    byte[] before = Files.readAllBytes(source);
    assertThat(RUNNER.run(Map.of(source, copy), 1, (notebook, done, cells, text) -> {
      said.append(text);
      if (text.isEmpty()) {
        heard.add(notebook.getFileName() + " " + done + "/" + cells);
      }
    })).containsExactly(copy);
    assertThat(heard).containsExactlyElementsOf(IntStream.rangeClosed(0, 8).mapToObj(i -> "sample.ipynb " + i + "/8").toList());
    assertThat(said.toString()).contains("first\nsecond é\n", "working");
    assertThat(source).hasBinaryContent(before);

    NotebookFile executed = NotebookFile.read(copy);
    assertThat(texts(executed, "streams")).containsExactly("stdout:first\nsecond é\n", "stderr:aside\n", "stdout:last\n");
    assertThat(texts(executed, "progress")).containsExactly("stdout:begun\nended\n");
    assertThat(texts(executed, "result")).containsExactly("49");
    assertThat(texts(executed, "silent")).isEmpty();
    assertThat(texts(executed, "display")).containsExactly("", "kept");
    assertThat(texts(executed, "picture")).containsExactly("[picture, 2 x 1]");
    assertThat(texts(executed, "fails")).containsExactly("stdout:about to\n", "ArrayIndexOutOfBoundsException");
    assertThat(texts(executed, "blank")).isEmpty();
    assertThat(texts(executed, "after")).containsExactly(folder.getFileName() + " a sample");
    assertThat(executed.cells()).filteredOn(cell -> cell.has("execution_count"))
        .extracting(cell -> cell.get("execution_count").asInt()).containsExactly(1, 2, 3, 4, 5, 6, 7, 0, 8);
    assertThat(Files.readString(copy)).contains("\"display_name\": \"Java (sample)\"", "\"name\": \"sample\"")
        .doesNotContain(System.getProperty("java.version"), "display_id");

    Files.copy(copy, source, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(run(source)).isFalse();
  }

  @Test
  void settingsReachTheKernel() throws IOException {
    Path notebook = SampleNotebook.of(folder.resolve("n.ipynb"),
        "System.getProperty(\"piece\") + \", \" + System.getenv(\"PIECE\")");
    run(notebook);
    assertThat(Files.readString(notebook)).contains("of cake, by piece");
  }

  @Test
  void whatAProjectAddsAsAServiceIsShown() throws IOException {
    Path notebook = SampleNotebook.of(folder.resolve("n.ipynb"), "new faultslip.kernel.SampleExtension.Rock(\"granite\")");
    run(notebook);
    assertThat(Files.readString(notebook)).contains("<b>granite</b>");
  }

  @Test
  void aKernelWhoseCellsFailIsNotWritten() {
    KernelSpec spec = new KernelSpec("java", "Java", List.of(), Map.of(), List.of("no.such.Type x;"), List.of());
    assertThatThrownBy(() -> spec.install(folder)).isInstanceOf(NotebookException.class).hasMessageContaining("no.such");
    assertThat(folder.resolve("java/kernel.json")).doesNotExist();
  }

  @Test
  void aFailureIsToldAndLeavesTheFile() throws IOException {
    Path notebook = SampleNotebook.of(folder.resolve("bad.ipynb"), "int zero = 0;", "System.out.println(\"x\");\n1 / zero", "2");
    byte[] before = Files.readAllBytes(notebook);
    NotebookException failure = catchThrowableOfType(NotebookException.class, () -> run(notebook));
    assertThat(failure).hasMessage(notebook + ", cell 2: ArithmeticException: / by zero");
    assertThat(failure.report()).contains("ArithmeticException: / by zero", "  cell 2, line 2", "    1 / zero");
    assertThat(notebook).hasBinaryContent(before);
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aKernelThatEndsIsToldAndThoseBeforeAreWritten() throws IOException {
    Path good = SampleNotebook.of(folder.resolve("1.ipynb"), "40 + 2");
    Path deadly = SampleNotebook.of(folder.resolve("2.ipynb"), "Runtime.getRuntime().halt(7);");
    Map<Path, Path> both = new LinkedHashMap<>();
    both.put(good, good);
    both.put(deadly, deadly);
    assertThatThrownBy(() -> RUNNER.run(both, 1, NotebookRunner.Listener.SILENT)).isInstanceOf(NotebookException.class)
        .hasMessageContainingAll("2.ipynb, cell 1", "exit value 7");
    assertThat(Files.readString(good)).contains("\"42\"");
    assertThat(Files.readString(deadly)).contains("\"outputs\": []");
  }

  @Test
  void notebooksRunAtTheSameTime() throws IOException {
    // Each waits for the other: one after the other they would never end.
    Map<Path, Path> both = new LinkedHashMap<>();
    for (int i = 0; i < 2; i++) {
      String wait = """
          var mine = java.nio.file.Path.of("%d.here");
          java.nio.file.Files.createFile(mine);
          for (int i = 0; i < 600 && !java.nio.file.Files.exists(java.nio.file.Path.of("%d.here")); i++) Thread.sleep(100);
          java.nio.file.Files.exists(java.nio.file.Path.of("%d.here"))""".formatted(i, 1 - i, 1 - i);
      Path notebook = SampleNotebook.of(folder.resolve(i + ".ipynb"), wait);
      both.put(notebook, notebook);
    }
    assertThat(RUNNER.run(both, 2, NotebookRunner.Listener.SILENT)).containsExactlyElementsOf(both.keySet());
    for (Path notebook : both.keySet()) {
      assertThat(Files.readString(notebook)).contains("\"true\"");
    }
  }

  @Test
  void aFailureEndsTheOthers() throws IOException {
    Path endless = SampleNotebook.of(folder.resolve("1.ipynb"), "while (true) Thread.sleep(100);");
    Path bad = SampleNotebook.of(folder.resolve("2.ipynb"), "int zero = 0;\n1 / zero");
    Map<Path, Path> both = new LinkedHashMap<>();
    both.put(endless, endless);
    both.put(bad, bad);
    assertThatThrownBy(() -> RUNNER.run(both, 2, NotebookRunner.Listener.SILENT)).isInstanceOf(NotebookException.class)
        .hasMessageContainingAll("2.ipynb, cell 1", "/ by zero");
    assertThat(Files.readString(endless)).contains("\"outputs\": []");
  }

  @Test
  void anInterruptedRunEndsItsKernel() throws InterruptedException {
    Path notebook = SampleNotebook.of(folder.resolve("long.ipynb"),
        "System.out.print(ProcessHandle.current().pid());\nwhile (true) Thread.sleep(100);");
    CompletableFuture<String> pid = new CompletableFuture<>();
    AtomicReference<Throwable> end = new AtomicReference<>();
    AtomicBoolean flag = new AtomicBoolean();
    Thread run = new Thread(() -> {
      try {
        RUNNER.run(Map.of(notebook, notebook), 1, (running, done, cells, text) -> {
          if (!text.isEmpty()) {
            pid.complete(text);
          }
        });
      } catch (RuntimeException e) {
        end.set(e);
        flag.set(Thread.currentThread().isInterrupted());
      }
    });
    run.start();
    long process = Long.parseLong(pid.join());
    run.interrupt();
    run.join(30_000);
    assertThat(end.get()).isInstanceOf(NotebookException.class).hasMessageContaining("Interrupted")
        .hasNoSuppressedExceptions();
    assertThat(flag).as("the thread is still interrupted").isTrue();
    assertThat(ProcessHandle.of(process).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void allAreReadBeforeAnyIsRun() throws IOException {
    Path good = SampleNotebook.of(folder.resolve("1.ipynb"), "40 + 2");
    Path bad = Files.writeString(folder.resolve("2.ipynb"), "{}");
    Map<Path, Path> both = new LinkedHashMap<>();
    both.put(good, good);
    both.put(bad, bad);
    assertThatThrownBy(() -> RUNNER.run(both, 1, NotebookRunner.Listener.SILENT)).isInstanceOf(NotebookException.class)
        .hasMessageContaining("2.ipynb");
    assertThat(Files.readString(good)).contains("\"outputs\": []");
  }
}
