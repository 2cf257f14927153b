package faultslip.kernel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
 */
public final class NotebookRunner {
  /**
   * System property of a kernel whose outputs are stored: if true, what is shown should be the same on every machine.
   */
  public static final String STORED = "faultslip.kernel.stored";

  /** Told how a run of notebooks gets on, by the thread that runs them, though notebooks may take turns. */
  @FunctionalInterface
  public interface Listener {
    /** Tells nobody. */
    Listener SILENT = (notebook, done, cells, text) -> { };

    /**
     * A notebook begins, one of its cells writes, or one has ended without an error, or with one that it may end with.
     *
     * @param done how many of its code cells have ended: 0 as it begins, {@code cells} once at its end
     * @param cells number of code cells that are run
     * @param text what the running cell has just written to standard output or error, with its "\r"; "" if none has
     */
    void progress(Path notebook, int done, int cells, String text);
  }

  private final KernelSpec kernel;
  private final Path folder;
  private final Map<String, String> environment;

  /**
   * @param kernel that runs the notebooks
   * @param folder where the kernel's arguments and the archive of its classes are kept from run to run, for instance
   *     {@code target/kernel}; the first run makes them, and so does the first after a jar has changed, in some seconds
   * @param environment variables that are set beyond the kernel's own
   */
  public NotebookRunner(KernelSpec kernel, Path folder, Map<String, String> environment) {
    this.kernel = kernel;
    this.folder = folder;
    this.environment = Map.copyOf(environment);
  }

  /**
   * Runs notebooks in their order, some of them at the same time.
   *
   * @param results by notebook where it is written with its outputs, whole, once all its cells have run; may be the
   *     notebook itself
   * @param atOnce how many may run at the same time, at least 1
   * @return the files that were written because they changed, in the order of the map
   * @throws NotebookException at the first notebook that cannot be read, before any is run, or written, or at the first
   *     cell that fails; notebooks that ended well before it are written
   * @throws NotebookException if the kernel does not start, or this thread is interrupted
   */
  public List<Path> run(Map<Path, Path> results, int atOnce, Listener listener) {
    results.keySet().forEach(NotebookFile::read);
    List<String> java = new ArrayList<>(kernel.command(folder));
    // A notebook's Java runs for seconds: the second compiler would cost more than it gains, and networks are not Java.
    java.addAll(List.of("-XX:TieredStopAtLevel=1", "-D" + STORED + "=true"));
    Map<Path, NotebookRun> runs = new LinkedHashMap<>();
    results.forEach((notebook, result) ->
        runs.put(result, new NotebookRun(java, kernel, environment, notebook, result)));
    NotebookRun.all(List.copyOf(runs.values()), atOnce, listener);
    return runs.keySet().stream().filter(result -> runs.get(result).changed()).toList();
  }
}
