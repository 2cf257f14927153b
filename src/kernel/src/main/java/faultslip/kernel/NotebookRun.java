package faultslip.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.StreamSupport;

/** The run of a notebook in a {@link NotebookProcess}, as it is seen from the process that has asked for it. */
final class NotebookRun {
  private final Path notebook;
  private final ProcessBuilder builder;
  private Process process;
  private int done;
  private int cells;
  private boolean finished;
  private boolean changed;
  private String lastLine = "";

  private record Line(NotebookRun run, String text) {}

  /**
   * @param java the launcher and its arguments
   * @param kernel whose name is stored
   * @param environment variables that are set beyond this process's own
   * @param notebook to be run in its folder
   * @param result where the notebook with its outputs is written, whole, once all cells have run
   * @param further arguments of the {@link NotebookProcess}
   */
  NotebookRun(List<String> java, KernelSpec kernel, Map<String, String> environment, Path notebook, Path result,
      String... further) {
    this.notebook = notebook;
    List<String> command = new ArrayList<>(java);
    command.addAll(List.of(NotebookProcess.class.getName(), notebook.toAbsolutePath().toString(),
        result.toAbsolutePath().toString(), kernel.name(), kernel.displayName()));
    command.addAll(List.of(further));
    builder = new ProcessBuilder(command).directory(notebook.toAbsolutePath().getParent().toFile())
        .redirectErrorStream(true);
    builder.environment().putAll(kernel.environment());
    builder.environment().putAll(environment);
  }

  /** True if the result was written; false if it held the very bytes already. */
  boolean changed() {
    return changed;
  }

  /**
   * Runs notebooks in their order.
   *
   * @param atOnce how many may run at the same time
   * @throws NotebookException at the first cell or process that fails, or if this thread is interrupted; no process is
   *     left then
   */
  static void all(List<NotebookRun> runs, int atOnce, NotebookRunner.Listener listener) {
    Queue<NotebookRun> waiting = new ArrayDeque<>(runs);
    List<NotebookRun> running = new ArrayList<>();
    BlockingQueue<Line> said = new LinkedBlockingQueue<>();
    try {
      while (!waiting.isEmpty() || !running.isEmpty()) {
        while (!waiting.isEmpty() && running.size() < atOnce) {
          waiting.element().start(said);
          running.add(waiting.remove());
        }
        Line line = said.take();
        if (line.text() == null) {
          line.run().end();
          running.remove(line.run());
        } else {
          line.run().take(line.text(), listener);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotebookException("Interrupted while notebooks were running.", e);
    } finally {
      running.forEach(run -> run.process.destroyForcibly().onExit().join());
    }
  }

  private void start(BlockingQueue<Line> said) {
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new NotebookException(notebook + ": its kernel cannot be started: " + e.getMessage() + ".", e);
    }
    Thread reader = new Thread(() -> {
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        lines.lines().forEach(line -> said.add(new Line(this, line)));
      } catch (IOException | UncheckedIOException e) {
        // The process has ended.
      }
      said.add(new Line(this, null));
    }, "notebook");
    reader.setDaemon(true);
    reader.start();
  }

  private void take(String line, NotebookRunner.Listener listener) {
    if (!line.startsWith(NotebookProcess.EVENT)) {
      lastLine = line.isBlank() ? lastLine : "; it said: " + line.strip();
      return;
    }
    JsonNode event = event(line.substring(NotebookProcess.EVENT.length()));
    if (event.has("failure")) {
      throw new NotebookException(event.get("failure").asText());
    } else if (event.has("error")) {
      throw failed(event.get("error"));
    } else if (event.has("changed")) {
      finished = true;
      changed = event.get("changed").asBoolean();
    } else {
      done = event.get("done").asInt();
      cells = event.get("cells").asInt();
      listener.progress(notebook, done, cells, event.get("text").asText());
    }
  }

  private NotebookException failed(JsonNode error) {
    List<String> report = StreamSupport.stream(error.path("traceback").spliterator(), false)
        .flatMap(line -> TerminalText.plain(line.asText()).lines()).toList();
    String message = error.path("ename").asText() + ": " + error.path("evalue").asText();
    return new NotebookException("%s, cell %d: %s".formatted(notebook, done + 1,
        String.join(" ", message.lines().map(String::strip).toList())), report);
  }

  private void end() throws InterruptedException {
    int exit = process.waitFor();
    if (!finished) {
      throw new NotebookException("%s%s: its kernel has ended with exit value %d%s.".formatted(notebook,
          cells > 0 ? ", cell " + (done + 1) : "", exit, lastLine));
    }
  }

  private static JsonNode event(String json) {
    try {
      return NotebookJson.read(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a notebook's process tells what is JSON", e);
    }
  }
}
