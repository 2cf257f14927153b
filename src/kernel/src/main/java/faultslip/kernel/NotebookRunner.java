package faultslip.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Runs notebooks without Jupyter: the code cells in order, each notebook in a process of its own, in the notebook's
 * folder. What is stored is the same bytes whenever and wherever the results are: no times, no ids of displays, of
 * progress what a terminal shows in the end, and nothing of the machine.
 *
 * <p>A notebook that names a Java kernel keeps that name; to another is written the name of the kernel that ran it.
 *
 * <p>As in Jupyter, the run ends at the first error, but cells tagged {@code raises-exception} may fail, and code cells
 * of nothing but blanks are passed over. There is no limit of time; when the running thread is interrupted, or this
 * process ends, so do those of the notebooks.
 *
 * @param kernel that runs the notebooks
 * @param folder where the kernel's arguments and the archive of its classes are kept from run to run, for instance
 *     {@code target/kernel}; the first run makes them, and so does the first after a jar has changed, in some seconds
 * @param environment variables that are set beyond the kernel's own
 */
public record NotebookRunner(KernelSpec kernel, Path folder, Map<String, String> environment) {
  /** System property of a kernel, true if its outputs are stored: they should then be the same on every machine. */
  public static final String STORED = "faultslip.kernel.stored";

  /** Told how a run of notebooks gets on, by the thread that runs them, though notebooks may take turns. */
  @FunctionalInterface
  public interface Listener {
    /** Tells nobody. */
    Listener SILENT = (notebook, done, cells, text) -> { };

    /**
     * A notebook begins, one of its cells writes, or one has ended without an error, or with one that it may end with.
     * So many of its code cells that are run are done: 0 as it begins, all once at its end. The text is what the
     * running cell has just written to standard output or error, with its "\r"; "" if none has.
     */
    void progress(Path notebook, int done, int cells, String text);
  }

  /** Copies the environment. */
  public NotebookRunner {
    environment = Map.copyOf(environment);
  }

  /**
   * Runs notebooks in their order, so many of them at the same time, at least 1; each is written whole, with its
   * outputs, to its result, which may be the notebook itself, once all its cells have run. Returns the files that were
   * written because they changed, in the order of the map. A {@link NotebookException} at the first notebook that
   * cannot be read, before any is run, or written, at the first cell that fails (notebooks that ended well before it
   * are written), if the kernel does not start, or if this thread is interrupted; no process is left then.
   */
  public List<Path> run(Map<Path, Path> results, int atOnce, Listener listener) {
    results.keySet().forEach(NotebookFile::read);
    List<String> java = new ArrayList<>(kernel.command(folder));
    // A notebook's Java runs for seconds: the second compiler would cost more than it gains, and networks are not Java.
    java.addAll(List.of("-XX:TieredStopAtLevel=1", "-D" + STORED + "=true"));
    Map<Path, Run> runs = new LinkedHashMap<>();
    results.forEach((notebook, result) -> runs.put(result, new Run(java, notebook, result)));
    run(List.copyOf(runs.values()), atOnce, listener);
    return runs.keySet().stream().filter(result -> runs.get(result).changed).toList();
  }

  /** Runs a notebook that shows whether a kernel works, by this command of Java's, and stores its outputs in it. */
  static void runTrial(KernelSpec kernel, List<String> java, Path notebook) {
    NotebookRunner runner = new NotebookRunner(kernel, notebook.getParent(), Map.of());
    run(List.of(runner.new Run(java, notebook, notebook, NotebookProcess.TRIAL)), 1, Listener.SILENT);
  }

  private static void run(List<Run> runs, int atOnce, Listener listener) {
    Queue<Run> waiting = new ArrayDeque<>(runs);
    List<Run> running = new ArrayList<>();
    BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    try {
      while (!waiting.isEmpty() || !running.isEmpty()) {
        while (!waiting.isEmpty() && running.size() < atOnce) {
          waiting.element().start(listener, events);
          running.add(waiting.remove());
        }
        events.take().run();
        running.removeIf(run -> run.ended);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotebookException("Interrupted while notebooks were running.", e);
    } finally {
      running.forEach(run -> run.process.destroyForcibly().onExit().join());
    }
  }

  // The run of a notebook in its process: a thread hears what that tells, the thread that runs them all heeds it.
  private final class Run {
    private final Path notebook;
    private final ProcessBuilder builder;
    private Process process;
    private int done;
    private int cells;
    private boolean finished;
    private boolean changed;
    private boolean ended;
    private String lastLine = "";

    Run(List<String> java, Path notebook, Path result, String... further) {
      this.notebook = notebook;
      List<String> command = new ArrayList<>(java);
      command.addAll(List.of(NotebookProcess.class.getName(), notebook.toString(), result.toAbsolutePath().toString(),
          kernel.name(), kernel.displayName()));
      command.addAll(List.of(further));
      builder = new ProcessBuilder(command).directory(notebook.toAbsolutePath().getParent().toFile())
          .redirectErrorStream(true);
      builder.environment().putAll(kernel.environment());
      builder.environment().putAll(environment);
    }

    void start(Listener listener, BlockingQueue<Runnable> events) {
      try {
        process = builder.start();
      } catch (IOException e) {
        throw new NotebookException(notebook + ": its kernel cannot be started: " + e.getMessage() + ".", e);
      }
      Thread reader = new Thread(() -> {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
          lines.lines().forEach(line -> events.add(() -> take(line, listener)));
        } catch (IOException | UncheckedIOException e) {
          // The process has ended.
        }
        int exit = process.onExit().join().exitValue();
        events.add(() -> end(exit));
      }, "notebook");
      reader.setDaemon(true);
      reader.start();
    }

    private void take(String line, Listener listener) {
      if (!line.startsWith(NotebookProcess.EVENT)) {
        lastLine = line.isBlank() ? lastLine : "; it said: " + line.strip();
        return;
      }
      JsonNode event = NotebookJson.ofOurs(line.substring(NotebookProcess.EVENT.length()));
      if (event.has("failure")) {
        throw new NotebookException(event.get("name").asText(), event.get("failure").asText(),
            event.get("report").valueStream().map(JsonNode::asText).toList());
      } else if (event.has("changed")) {
        finished = true;
        changed = event.get("changed").asBoolean();
      } else {
        done = event.get("done").asInt();
        cells = event.get("cells").asInt();
        listener.progress(notebook, done, cells, event.get("text").asText());
      }
    }

    private void end(int exit) {
      ended = true;
      if (!finished) {
        throw new NotebookException("%s%s: its kernel has ended with exit value %d%s.".formatted(notebook,
            cells > 0 ? ", cell " + (done + 1) : "", exit, lastLine));
      }
    }
  }
}
