package faultslip.notebook;

import com.sun.management.OperatingSystemMXBean;
import faultslip.FaultslipException;
import faultslip.figure.Figure;
import faultslip.figure.interactive.InteractiveFigure;
import faultslip.figure.interactive.PlotlyLibrary;
import faultslip.kernel.NotebookRunner;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.deeplearning4j.config.DL4JClassLoading;
import org.nd4j.common.config.ND4JClassLoading;
import tech.tablesaw.api.Table;

/**
 * The step every notebook takes first, on this kernel, IJava or JJava alike. Its cell is the resource
 * {@code first-cell.txt} beside this class: it looks for the class path that Maven has written, in the notebook's
 * folder and those above, gives it to the kernel, and calls {@link #start}.
 */
public final class Bootstrap {
  // Held, for a logger that nobody holds forgets its level.
  private static final List<Logger> QUIET = Stream.of("org.tribuo", "com.oracle.labs.mlrg.olcut", "org.nd4j",
      "org.deeplearning4j", "org.bytedeco", "org.reflections").map(Logger::getLogger).toList();

  /**
   * What a notebook runs on, as far as the kit's results and its native libraries depend on it: bytes that the heap may
   * grow to, bytes of memory of the whole machine or container, the value of OMP_NUM_THREADS or "" if it is not set.
   */
  record Machine(String java, String system, String architecture, long heap, long memory, String nativeThreads) {
    static final long OFF_HEAP = 1L << 30;
    private static final long LEAST_HEAP = 700L << 20;

    static Machine ofThisProcess() {
      return new Machine(System.getProperty("java.version"), System.getProperty("os.name"),
          System.getProperty("os.arch"), Runtime.getRuntime().maxMemory(),
          ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize(),
          System.getenv().getOrDefault("OMP_NUM_THREADS", ""));
    }

    /** @throws FaultslipException saying what is too little or unsupported, and what to do */
    void check() {
      if (!Set.of("amd64", "x86_64", "aarch64", "arm64").contains(architecture)) {
        throw new FaultslipException("ND4J has no native library for " + system + " on " + architecture
            + "; use a 64-bit JDK on x86-64 or arm64.");
      }
      if (heap < LEAST_HEAP) {
        throw new FaultslipException("The kernel's heap may grow to " + gib(heap) + " only; start it with -Xmx1g.");
      }
      if (memory < LEAST_HEAP + OFF_HEAP) {
        throw new FaultslipException("This machine has %s of memory; training needs %s: %s for the heap, %s off it."
            .formatted(gib(memory), gib(LEAST_HEAP + OFF_HEAP), gib(LEAST_HEAP), gib(OFF_HEAP)));
      }
    }

    String describe() {
      return "Java %s, %s %s, %s of heap, %s of memory".formatted(java, system, architecture, gib(heap), gib(memory))
          + (nativeThreads.equals("1") ? ""
              : "; OMP_NUM_THREADS is not 1, so last digits may differ from those of ./reproduce");
    }

    private static String gib(long bytes) {
      return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
    }
  }

  /**
   * Teaches a running IJava to show what {@link NotebookRenderers} shows. IJava looks for no services; its library is
   * there when it runs, and nowhere in the kit's class path.
   */
  private static final class IJavaRenderers {
    /** Does nothing where the kernel is another; where it is an IJava that differs, things are shown as text. */
    static void registerIfRunning(ClassLoader loader) {
      try {
        Object kernel = Class.forName("io.github.spencerpark.ijava.IJava", true, loader)
            .getMethod("getKernelInstance").invoke(null);
        if (kernel != null) {
          Renderer renderer = (Renderer) kernel.getClass().getMethod("getRenderer").invoke(kernel);
          register(renderer, Figure.class, MIMEType.IMAGE_PNG, NotebookRenderers::png);
          register(renderer, Table.class, MIMEType.TEXT_HTML, NotebookRenderers::html);
          register(renderer, InteractiveFigure.class, MIMEType.TEXT_HTML, InteractiveFigure::html);
          register(renderer, PlotlyLibrary.class, MIMEType.TEXT_HTML, PlotlyLibrary::html);
        }
      } catch (ReflectiveOperationException | LinkageError e) {
        // Not IJava, or not as it was at 1.3.0.
      }
    }

    private static <T> void register(Renderer renderer, Class<T> type, MIMEType form, Function<T, String> content) {
      renderer.createRegistration(type).preferring(form)
          .register((value, context) -> context.getOutputContainer().putData(form, content.apply(value)));
    }
  }

  private Bootstrap() {}

  /**
   * Makes the kit ready, and says on one line what it runs on (its own version alone where {@link NotebookRunner} runs
   * it, for what is stored is the same on every machine). Loads and fetches nothing; may be called again. A
   * {@link FaultslipException} if this machine, or the memory the kernel was given, will not do.
   */
  public static void start() {
    Machine machine = Machine.ofThisProcess();
    machine.check();
    System.getProperties().putIfAbsent("org.slf4j.simpleLogger.defaultLogLevel", "error");
    QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
    // A kernel that gave no limits leaves the off-heap memory to grow as large as the heap, beside it.
    System.getProperties().putIfAbsent("org.bytedeco.javacpp.maxbytes", String.valueOf(Machine.OFF_HEAP));
    System.getProperties().putIfAbsent("org.bytedeco.javacpp.maxphysicalbytes", "3800m");
    // Where a kernel has loaded the kit, its class loader alone sees ND4J's services, and cells may run on any thread.
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
