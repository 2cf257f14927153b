package faultslip.notebook;

import faultslip.FaultslipException;
import faultslip.kernel.NotebookRunner;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.deeplearning4j.config.DL4JClassLoading;
import org.nd4j.common.config.ND4JClassLoading;

/**
 * The step every notebook takes first, on this kernel, IJava or JJava alike. Its cell is the resource
 * {@code first-cell.txt} beside this class: it looks for the class path that Maven has written, in the notebook's
 * folder and those above, gives it to the kernel, and calls {@link #start}.
 */
public final class Bootstrap {
  // Held, for a logger that nobody holds forgets its level.
  private static final List<Logger> QUIET = Stream.of("org.tribuo", "com.oracle.labs.mlrg.olcut", "org.nd4j",
      "org.deeplearning4j", "org.bytedeco", "org.reflections").map(Logger::getLogger).toList();

  private Bootstrap() {}

  /**
   * Makes the kit ready, and says on one line what it runs on (its own version alone where {@link NotebookRunner} runs
   * it, for what is stored is the same on every machine). Loads and fetches nothing; may be called again.
   *
   * @throws FaultslipException if this machine, or the memory the kernel was given, will not do
   */
  public static void start() {
    Machine machine = Machine.ofThisProcess();
    machine.check();
    System.getProperties().putIfAbsent("org.slf4j.simpleLogger.defaultLogLevel", "error");
    QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
    // A kernel that gave no limits leaves the off-heap memory to grow as large as the heap, beside it.
    System.getProperties().putIfAbsent("org.bytedeco.javacpp.maxbytes", String.valueOf(Machine.OFF_HEAP));
    System.getProperties().putIfAbsent("org.bytedeco.javacpp.maxphysicalbytes", "3800m");
    // Where a kernel has loaded the kit itself, the services of ND4J are seen by the kit's class loader alone, and
    // cells may run on any thread.
    ClassLoader kit = Bootstrap.class.getClassLoader();
    Thread.currentThread().setContextClassLoader(kit);
    ND4JClassLoading.setNd4jClassloader(kit);
    DL4JClassLoading.setDl4jClassloader(kit);
    IJavaRenderers.registerIfRunning(kit);
    String version = Objects.requireNonNullElse(Bootstrap.class.getPackage().getImplementationVersion(), "(classes)");
    System.out.println("faultslip " + version
        + (Boolean.getBoolean(NotebookRunner.STORED) ? "" : " on " + machine.describe()));
  }
}
