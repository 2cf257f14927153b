package faultslip.notebook;

import faultslip.kernel.KernelSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The kernel "Java (faultslip)", as this kit chooses it. */
public final class KitKernel {
  private static final List<String> JVM_ARGUMENTS =
      List.of("-Xmx1g", "-Dorg.bytedeco.javacpp.maxbytes=1g", "-Dorg.bytedeco.javacpp.maxphysicalbytes=3800m");
  // Java versions from 24 on would otherwise warn of what javacpp does.
  private static final List<String> UNWARNED = Runtime.version().feature() < 24
      ? List.of() : List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
  // As in the script ./faultslip: the bits of a result do not depend on the number of cores, and glibc keeps few pools.
  private static final Map<String, String> ENVIRONMENT = Map.of("OMP_NUM_THREADS", "1", "MALLOC_ARENA_MAX", "2");
  // Loads what every notebook needs first, and shows that the native libraries can be loaded.
  private static final List<String> TRIAL_CELLS = List.of("faultslip.notebook.Bootstrap.start();",
      "faultslip.notebook.NotebookRenderers.prepare();",
      "import org.nd4j.linalg.factory.Nd4j;\nNd4j.ones(2, 2).sumNumber()");

  private KitKernel() {}

  /** The kernel, with the sources of all modules that lie in the kit's folder, for their Javadoc. */
  public static KernelSpec spec(Path home) {
    return new KernelSpec("faultslip", "Java (faultslip)",
        Stream.of(JVM_ARGUMENTS, UNWARNED).flatMap(List::stream).toList(), ENVIRONMENT, TRIAL_CELLS,
        Stream.of("core", "gouge", "kernel", "kit").map(module -> home.resolve("src/" + module + "/src/main/java"))
            .filter(Files::isDirectory).toList());
  }
}
