package faultslip.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import faultslip.kernel.KernelClient.Received;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/**
 * Runs notebooks without Jupyter: the code cells in order, each notebook in a kernel process of its own, over Jupyter's
 * protocol, in the notebook's folder. What is stored is the same bytes whenever and wherever the results are:
 * no times, no ids of displays, of progress what a terminal shows in the end, and nothing of the machine.
 *
 * <p>A notebook that names a Java kernel keeps that name; to another is written the name of the kernel that ran it.
 *
 * <p>As in Jupyter, the run ends at the first error, but cells tagged {@code raises-exception} may fail, and code cells
 * of nothing but blanks are passed over. There is no limit of time; when the running thread is interrupted, or this
 * process ends, so does the kernel.
 */
public final class NotebookRunner {
  /**
   * System property of a kernel whose outputs are stored: if true, what is shown should be the same on every machine.
   */
  public static final String STORED = "faultslip.kernel.stored";

  private static final String MAY_FAIL = "raises-exception";

  private final KernelSpec kernel;
  private final Path folder;
  private final Map<String, String> environment;

  /**
   * @param kernel that runs the notebooks
   * @param folder where the kernel's arguments and the archive of its classes are kept from run to run, for instance
   *     {@code target/kernel}; the first run makes them, and so does the first after a jar has changed, in some seconds
   */
  public NotebookRunner(KernelSpec kernel, Path folder) {
    this(kernel, folder, Map.of());
  }

  private NotebookRunner(KernelSpec kernel, Path folder, Map<String, String> environment) {
    this.kernel = kernel;
    this.folder = folder;
    this.environment = Map.copyOf(environment);
  }

  /** A runner whose kernels see these environment variables too. */
  public NotebookRunner withEnvironment(Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(variables);
    return new NotebookRunner(kernel, folder, all);
  }

  /** Runs a notebook and replaces its outputs; as {@link #run(Path, Path, RunListener)}. */
  public boolean run(Path notebook, RunListener listener) {
    return run(notebook, notebook, listener);
  }

  /**
   * Runs a notebook in its folder.
   *
   * @param notebook to run
   * @param result where the notebook with its outputs is written, whole, once all cells have run; may be
   *     {@code notebook}
   * @return false if {@code result} held these very bytes already and was left alone
   * @throws CellFailedException if a cell fails, or the kernel ends; nothing is written
   * @throws NotebookException if the notebook cannot be read
   * @throws NotebookException if the kernel cannot be started or the result not be written
   */
  public boolean run(Path notebook, Path result, RunListener listener) {
    return runAll(Map.of(notebook, result), 1, listener).contains(result);
  }

  /**
   * Runs notebooks in their order, some of them at the same time, each as {@link #run(Path, Path, RunListener)}.
   *
   * @param results by notebook where it is written with its outputs, in the order of the map
   * @param atOnce how many may run at the same time, at least 1
   * @return the files that were written because they changed, in that order
   * @throws NotebookException at the first notebook that cannot be read, before any is run, or cell that fails; those
   *     that ended well before it are written
   */
  public List<Path> runAll(Map<Path, Path> results, int atOnce, RunListener listener) {
    Map<Path, NotebookFile> files = new LinkedHashMap<>();
    results.keySet().forEach(notebook -> files.put(notebook, NotebookFile.read(notebook)));
    KernelLaunch launch = kernel.launch(folder);
    RunListener told = new SynchronizedListener(listener);
    ExecutorService executor = Executors.newFixedThreadPool(atOnce);
    CompletionService<Path> ended = new ExecutorCompletionService<>(executor);
    Set<Path> written = ConcurrentHashMap.newKeySet();
    files.forEach((notebook, file) -> ended.submit(() -> {
      if (run(file, notebook, launch, told).write(results.get(notebook))) {
        written.add(results.get(notebook));
      }
      return notebook;
    }));
    try {
      for (int i = 0; i < files.size(); i++) {
        ended.take().get(); // in the order in which they end, so that a failure is not waited for
      }
      return results.values().stream().filter(written::contains).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotebookException("Interrupted while notebooks were running.", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
    } finally {
      end(executor);
    }
  }

  // Kernels that still run end with their threads, and are gone when this returns.
  private static void end(ExecutorService executor) {
    executor.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      executor.awaitTermination(StartedKernel.LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private NotebookFile run(NotebookFile file, Path notebook, KernelLaunch launch, RunListener listener) {
    try (StartedKernel started = launch.start(environment, notebook.toAbsolutePath().getParent())) {
      NotebookFile executed = run(file, notebook, started, ready(notebook, started), listener);
      started.shutDown();
      return executed;
    }
  }

  private static JsonNode ready(Path notebook, StartedKernel started) {
    try {
      return started.awaitReady().content().path("language_info");
    } catch (StartedKernel.Lost e) {
      throw new NotebookException("%s: its kernel does not start: %s.".formatted(notebook, e.getMessage()), e);
    }
  }

  private NotebookFile run(NotebookFile file, Path notebook, StartedKernel started, JsonNode language,
      RunListener listener) {
    List<NotebookCell> cells = file.cells();
    int number = (int) cells.stream().filter(NotebookCell::runs).count();
    listener.started(notebook, number);
    Map<String, List<ObjectNode>> displays = new HashMap<>();
    Map<Integer, CellOutputs> outputs = new LinkedHashMap<>();
    int count = 0;
    try {
      for (int i = 0; i < cells.size(); i++) {
        if (cells.get(i).runs()) {
          listener.cellStarted(notebook, ++count, number);
          CellOutputs given = new CellOutputs(count, displays);
          outputs.put(i, given);
          Received answer = started.execute(cells.get(i).source(), message -> {
            given.take(message.type(), message.content());
            if (message.type().equals("stream")) {
              listener.text(notebook, message.content().path("text").asText());
            }
          });
          if (answer.content().path("status").asText().equals("error") && !cells.get(i).tags().contains(MAY_FAIL)) {
            throw failed(notebook, count, answer.content());
          }
          listener.cellFinished(notebook, count, number);
        }
      }
      Map<Integer, CellRun> runs = new HashMap<>();
      outputs.forEach((index, given) -> runs.put(index, given.run()));
      return file.executed(kernelspec(), language(language), runs);
    } catch (StartedKernel.Lost e) {
      throw new CellFailedException("%s, cell %d: the kernel was lost: %s."
          .formatted(notebook, count, e.getMessage()), count, List.of());
    }
  }

  private static CellFailedException failed(Path notebook, int cell, JsonNode error) {
    List<String> report = StreamSupport.stream(error.path("traceback").spliterator(), false)
        .flatMap(line -> AnsiText.plain(line.asText()).lines()).toList();
    String message = error.path("ename").asText() + ": " + error.path("evalue").asText();
    return new CellFailedException("%s, cell %d: %s".formatted(notebook, cell,
        String.join(" ", message.lines().map(String::strip).toList())), cell, report);
  }

  private ObjectNode kernelspec() {
    return JsonNodeFactory.instance.objectNode().put("display_name", kernel.settings().displayName())
        .put("language", "java").put("name", kernel.settings().name());
  }

  // As the kernel says, but for the version of the JDK.
  private static ObjectNode language(JsonNode told) {
    ObjectNode language = told.deepCopy();
    language.remove("version");
    return language;
  }
}
